using System.Diagnostics;
using System.Globalization;
using AIWendy.Packaging;

namespace AIWendy.Bench.Lifecycle;

/// <summary>
/// Every sample is installed, upgraded ten times, switched off and on and removed while people use the product; then one
/// plugin with a table is upgraded two hundred times. Nobody may notice.
/// </summary>
internal static class LifecycleBench
{
    private const double RequestsPerSecond = 2000;
    private const int Streams = 50;
    private const int Upgrades = 10;
    private const int ManyUpgrades = 200;
    private const int FewUpgrades = 20;

    private static readonly string[] Paths = ["/api/bench/json", "/api/bench/plain", "/api/coaches", "/", "/healthz/live"];

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        Console.WriteLine("Packing the SDK and building the samples ...");
        string samples = await Samples.BuildAsync(workspace);
        using PublisherKey key = PublisherKey.Create();
        await using ScriptedModel model = await ScriptedModel.StartAsync();
        await using ServerProcess host = await workspace.StartHostAsync(embedded: true);
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = Streams + 10 };
        using HttpClient client = new(handler) { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}"), Timeout = TimeSpan.FromMinutes(2) };
        Administration administration = new(client);
        await administration.TrustAsync(key);
        Chats chats = new(client);
        await chats.ConnectAsync(model.Address);

        SwappedPlugin swapped = new(host.Port, "/api/coaches");
        SteadyLoad load = new(host.Port, RequestsPerSecond, Paths, swapped);
        using CancellationTokenSource stop = new();
        long began = Stopwatch.GetTimestamp();
        Task loading = load.RunAsync(stop.Token);
        Task talking = chats.RunAsync(Streams, stop.Token);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Course course = new(administration, swapped, host, key);
        foreach ((string sample, string? path) in Samples.Paths)
        {
            await course.LiveAsync(Path.Combine(samples, sample, "out"), path, Upgrades);
        }

        await course.UpgradeAsync(workspace.PluginFolder(Workspace.Table), $"/api/{Workspace.Table}/rows", FewUpgrades, ManyUpgrades);
        await stop.CancelAsync();
        await loading;
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await talking;
        Report(report, load, chats, course, seconds);
    }

    private static void Report(Report report, SteadyLoad load, Chats chats, Course course, double seconds)
    {
        Tell(report, "failed requests", load.Failures);
        Tell(report, "lost or disordered events of streams", chats.Wrong);
        report.Figure("slowest collection of an old version", course.Collections.Max(), "s", course.Collections.Max() < 5, "< 5 s");
        report.Ratio($"resident memory after {ManyUpgrades} upgrades / after {FewUpgrades}", course.MemoryLate / course.MemoryEarly, atMost: 1.05);
        report.Note(string.Create(CultureInfo.InvariantCulture, $"resident memory: {course.MemoryEarly:0} MiB, then {course.MemoryLate:0} MiB"));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{load.Sent} requests, {load.Sent / seconds:0} a second for {seconds:0} s; median {load.Percentile(0.5):0} ms, 99 of 100 within {load.Percentile(0.99):0} ms"));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{chats.Answers} whole answers, {chats.Events} events; {course.Collections.Count} versions retired"));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"an upgrade took {AIWendy.Bench.Report.Median(course.Changes):0} ms in the middle, {course.Changes.Max():0} ms at most; collection {AIWendy.Bench.Report.Median(course.Collections):0.0} s in the middle"));
        foreach ((string what, int count) in load.Absences)
        {
            report.Note($"while it was away, as documented: {what} ({count})");
        }
    }

    private static void Tell(Report report, string name, IReadOnlyDictionary<string, int> wrong)
    {
        report.Figure(name, wrong.Values.Sum(), "", wrong.Count == 0);
        foreach ((string what, int count) in wrong.OrderByDescending(item => item.Value).Take(10))
        {
            report.Note($"{what} ({count})");
        }
    }
}
