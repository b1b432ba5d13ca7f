using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace AIWendy.Bench;

/// <summary>
/// The journal at a million executions: import, statistics, list and simulation, each beside what the bare database or a
/// bare loop needs for the same in the same run.
/// </summary>
internal static class JournalBench
{
    private const int Imported = 100_000;
    private const int Trades = 500_000;
    private const int Rounds = 15;
    private const string Page = "statistics equity breakdowns/symbol breakdowns/weekday breakdowns/month";

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using ServerProcess host = await workspace.StartHostAsync(embedded: true, plugins: []);
        using HttpClient client = Client(host);
        await using NpgsqlDataSource owner = NpgsqlDataSource.Create(workspace.OwnerConnectionString());
        await ImportAsync(host, client, owner, report);
        string account = await JournalData.GenerateAsync(client, owner, Trades);
        await using ServerProcess second = await workspace.StartHostAsync(embedded: false, plugins: []);
        using HttpClient fresh = Client(second);
        await StatisticsAsync(second, fresh, owner, account, report);
        await ListAsync(fresh, owner, account, report);
        await SimulateAsync(fresh, report);
    }

    private static async Task ImportAsync(ServerProcess host, HttpClient client, NpgsqlDataSource owner, Report report)
    {
        string csv = JournalData.Executions(Imported);
        (await client.GetAsync("/api/journal/trades")).EnsureSuccessStatusCode();
        double before = host.MemoryMebibytes();
        double peak = before;
        using CancellationTokenSource done = new();
        Task watch = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                peak = Math.Max(peak, host.MemoryMebibytes());
                await Task.Delay(25);
            }
        });
        using MultipartFormDataContent form = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "executions.csv" }, { new StringContent("true"), "commit" } };
        long began = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await client.PostAsync("/api/journal/imports", form);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        done.Cancel();
        await watch;
        response.EnsureSuccessStatusCode();
        double raw = await JournalData.CopyAsync(owner, csv);
        report.Figure($"{Imported:N0} executions imported", seconds, "s", seconds <= 10, "<= 10 s");
        report.Figure($"{Imported:N0} executions imported: further memory", peak - before, "MiB", peak - before < 300, "< 300 MiB");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"import / COPY of the same rows: {seconds / raw:0.0}x ({raw:0.00} s)"));
    }

    private static async Task StatisticsAsync(ServerProcess host, HttpClient client, NpgsqlDataSource owner, string account, Report report)
    {
        string query = $"?accountId={account}";
        double cold = await TimeAsync(() => GetAsync(client, $"/api/journal/statistics{query}"));
        List<double> warm = [];
        for (int round = 0; round < Rounds; round++)
        {
            warm.Add(await TimeAsync(() => GetAsync(client, $"/api/journal/statistics{query}")));
        }

        double raw = await JournalData.TimeAsync(owner, "select count(*), sum(net), sum(gross), sum(fees), count(*) filter (where net > 0), stddev_samp(net) from journal.round_trips where account_id = $1", Guid.Parse(account));
        report.Figure($"statistics over {2 * Trades:N0} executions, first time after a start", 1000 * cold, "ms", cold <= 1.5, "<= 1500 ms");
        report.Figure($"statistics over {2 * Trades:N0} executions, warm", 1000 * Report.Median(warm), "ms", Report.Median(warm) <= 0.2, "<= 200 ms");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"first time / six sums in SQL: {cold / raw:0.0}x; warm: {Report.Median(warm) / raw:0.000}x ({1000 * raw:0} ms)"));
        Task PageAsync(string view) => Task.WhenAll(Page.Split(' ').Select(part => GetAsync(client, $"/api/journal/{part}{query}{view}")));
        double firstPage = await TimeAsync(() => PageAsync("&view=gross"));
        double page = await TimeAsync(() => PageAsync("&view=gross"));
        report.Figure("statistics with equity and three breakdowns at once, warm", 1000 * page, "ms", page <= 0.2, "<= 200 ms");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"the same in a view not seen before: {1000 * firstPage:0} ms; host uses {host.MemoryMebibytes():0} MiB"));
    }

    private static async Task ListAsync(HttpClient client, NpgsqlDataSource owner, string account, Report report)
    {
        List<double> first = [], deep = [], raw = [];
        string? cursor = null;
        for (int round = 0; round < Rounds; round++)
        {
            first.Add(await TimeAsync(() => GetAsync(client, $"/api/journal/trades?accountId={account}&limit=50")));
            string body = string.Empty;
            deep.Add(await TimeAsync(async () => body = await GetAsync(client, $"/api/journal/trades?accountId={account}&order=worst&limit=50&cursor={cursor}")));
            cursor = JsonDocument.Parse(body).RootElement.GetProperty("nextCursor").GetString();
            raw.Add(await JournalData.TimeAsync(owner, "select * from journal.round_trips where user_id = (select user_id from journal.accounts where id = $1) and account_id = $1 order by closed_at desc, id desc limit 51", Guid.Parse(account)));
        }

        report.Figure($"page of the trades table at {2 * Trades:N0} executions", 1000 * Report.Median(first), "ms", Report.Median(first) <= 0.03, "<= 30 ms");
        report.Figure("further page, by net", 1000 * Report.Median(deep), "ms", Report.Median(deep) <= 0.03, "<= 30 ms");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"page / the same rows in SQL: {Report.Median(first) / Report.Median(raw):0.0}x"));
    }

    private static async Task SimulateAsync(HttpClient client, Report report)
    {
        List<double> times = [];
        for (int seed = 0; seed <= 5; seed++)
        {
            times.Add(await TimeAsync(() => GetAsync(client, $"/api/journal/monte-carlo?symbol=AAPL&to=2025-01-31&paths=5000&trades=500&seed={seed}")));
        }

        long began = Stopwatch.GetTimestamp();
        long sum = 0;
        Random random = new(1);
        for (int step = 0; step < 5000 * 500; step++)
        {
            sum += random.Next(1000);
        }

        double bare = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double usual = Report.Median(times.Skip(1));
        report.Figure("5,000 courses of 500 trades", 1000 * usual, "ms", usual <= 0.5 && sum > 0, "<= 500 ms");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"simulation / as many random numbers added: {usual / bare:0.0}x"));
    }

    private static HttpClient Client(ServerProcess host) => new() { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}"), Timeout = TimeSpan.FromMinutes(5) };

    private static async Task<string> GetAsync(HttpClient client, string path)
    {
        using HttpResponseMessage response = await client.GetAsync(path);
        string body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}: {body}");
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        long began = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
