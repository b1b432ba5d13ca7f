using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace AIWendy.Bench;

/// <summary>Trades to measure with. The same numbers every time.</summary>
internal static class JournalData
{
    private static readonly string[] Symbols = ["AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "SPY", "QQQ"];

    /// <summary>A file of executions: bought and sold again a minute later, by turns in eight instruments.</summary>
    public static string Executions(int count)
    {
        StringBuilder csv = new("Date,Time,Symbol,Quantity,Price,Side,Commission\n");
        Random random = new(20261123);
        DateTime at = new(2021, 1, 4, 9, 30, 0, DateTimeKind.Unspecified);
        for (int i = 0; i < count / 2; i++)
        {
            string symbol = Symbols[i % Symbols.Length];
            int quantity = random.Next(1, 500);
            decimal price = random.Next(10_000, 40_000) / 100m;
            decimal exit = price + (random.Next(-200, 205) / 100m);
            csv.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd},{at:HH:mm:ss},{symbol},{quantity},{price},Buy,0.65\n");
            at = at.AddSeconds(61);
            csv.Append(CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd},{at:HH:mm:ss},{symbol},{quantity},{exit},Sell,0.65\n");
            at = at.AddSeconds(17);
        }

        return csv.ToString();
    }

    /// <summary>Copies the rows of a file into a table without keys, the fastest way in.</summary>
    /// <returns>Seconds.</returns>
    public static async Task<double> CopyAsync(NpgsqlDataSource owner, string csv)
    {
        await using NpgsqlConnection connection = await owner.OpenConnectionAsync();
        await using (NpgsqlCommand create = new("create temporary table copied (day date, at time, symbol text, quantity numeric, price numeric, side text, fee numeric)", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        long began = Stopwatch.GetTimestamp();
        await using (TextWriter writer = await connection.BeginTextImportAsync("copy copied from stdin (format csv, header)"))
        {
            await writer.WriteAsync(csv);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Seconds of a query, the better of three.</summary>
    public static async Task<double> TimeAsync(NpgsqlDataSource owner, string sql, Guid account)
    {
        double best = double.MaxValue;
        await using NpgsqlConnection connection = await owner.OpenConnectionAsync();
        await SetTenantAsync(connection);
        for (int round = 0; round < 3; round++)
        {
            await using NpgsqlCommand command = new(sql, connection) { Parameters = { new() { Value = account } } };
            long began = Stopwatch.GetTimestamp();
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return best;
    }

    /// <summary>Writes closed trades with their executions straight into the tables, in an account of their own.</summary>
    /// <returns>Id of the account.</returns>
    public static async Task<string> GenerateAsync(HttpClient client, NpgsqlDataSource owner, int trades)
    {
        using HttpResponseMessage added = await client.PostAsJsonAsync("/api/journal/accounts", new { name = "Million", currency = "USD", timeZone = "America/New_York", startBalance = 100_000 });
        added.EnsureSuccessStatusCode();
        Guid account = JsonDocument.Parse(await added.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
        await using NpgsqlConnection connection = await owner.OpenConnectionAsync();
        await SetTenantAsync(connection);
        await using (NpgsqlCommand create = new(
            "create temporary table generated (n bigint, opening uuid, symbol text, side text, quantity numeric, entry numeric, move numeric, at timestamptz)", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        foreach (string statement in Statements)
        {
            await using NpgsqlCommand command = new(statement, connection) { CommandTimeout = 600, Parameters = { new() { Value = account }, new() { Value = trades } } };
            await command.ExecuteNonQueryAsync();
        }

        await using NpgsqlCommand tidy = new("vacuum (analyze) journal.round_trips, journal.executions", connection) { CommandTimeout = 600 };
        await tidy.ExecuteNonQueryAsync();
        return account.ToString();
    }

    private static readonly string[] Statements =
    [
        """
        insert into journal.import_batches (tenant_id, id, user_id, account_id, file_name, sha256, size, content, format, time_zone, currency, state, executions, duplicates, summary, created_at)
        select a.tenant_id, a.id, a.user_id, a.id, 'generated', ''::bytea, 0, ''::bytea, 'generated', a.time_zone, a.currency, 'Committed', 2 * $2::int, 0, '{}', now()
        from journal.accounts a where a.id = $1
        """,
        """
        insert into generated
        select n, gen_random_uuid(), (array['AAPL','MSFT','NVDA','TSLA','AMZN','META','SPY','QQQ'])[1 + n % 8],
            case when n % 3 = 0 then 'Short' else 'Long' end, 1 + n * 7919 % 500, (100 + n * 104729 % 30000 / 100.0)::numeric(10, 2), (n * 15485863 % 41 - 20) / 10.0,
            timestamptz '2021-01-04 14:30:00+00' + n * interval '5 minutes'
        from generate_series(1::bigint, $2::int) n where $1::uuid is not null
        """,
        """
        insert into journal.executions (tenant_id, id, user_id, account_id, batch_id, "row", dedupe_key, symbol, kind, side, quantity, price, fee, currency, multiplier, executed_at, sequence)
        select a.tenant_id, case when leg = 0 then g.opening else gen_random_uuid() end, a.user_id, a.id, a.id, (2 * n + leg)::int, (2 * n + leg)::text, g.symbol, 'Stock',
            case when (g.side = 'Long') = (leg = 0) then 'Buy' else 'Sell' end, g.quantity, g.entry + leg * g.move, 0.65, 'USD', 1, g.at + leg * interval '4 minutes', 0
        from generated g cross join (values (0), (1)) legs (leg) join journal.accounts a on a.id = $1 where $2::int > 0
        """,
        """
        insert into journal.round_trips (tenant_id, user_id, id, account_id, number, opening_execution_id, symbol, side, quantity, entry_price, exit_price, multiplier, gross, fees, net,
            currency, opened_at, closed_at, closed_on, fill_count)
        select a.tenant_id, a.user_id, gen_random_uuid(), a.id, (1000000 + n)::int, g.opening, g.symbol, g.side, g.quantity, g.entry, g.entry + g.move, 1,
            gross.value, 1.30, gross.value - 1.30, 'USD', g.at, g.at + interval '4 minutes', ((g.at + interval '4 minutes') at time zone a.time_zone)::date, 2
        from generated g join journal.accounts a on a.id = $1
        cross join lateral (select g.quantity * g.move * case when g.side = 'Long' then 1 else -1 end as value) gross where $2::int > 0 order by g.n
        """,
    ];

    // Row-level security binds the owner too. The bench has one tenant.
    private static async Task SetTenantAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new("select set_config('app.tenant_id', $1, false)", connection)
        {
            Parameters = { new() { Value = Sdk.WellKnown.DefaultTenantId.ToString() } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
