using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using Npgsql;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>Imports over HTTP against the running host and a real database.</summary>
[Collection(JournalCollection.Name)]
public sealed class ImportServingTests(SharedJournalHost shared)
{
    private static readonly (string, string) Commit = ("commit", "true");

    [Fact]
    public async Task A_preview_changes_nothing_until_it_is_committed()
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer preview = await trader.ImportAsync(Trader.TwoTrades, ("timeZone", "America/New_York"));

        preview.Status.Should().Be(HttpStatusCode.OK, preview.Text);
        preview["format"].GetValue<string>().Should().Be("tradervue_generic");
        preview["executions"].GetValue<int>().Should().Be(6);
        preview["closedTrades"].GetValue<int>().Should().Be(2);
        preview["gross"].GetValue<decimal>().Should().Be(166.70m);
        preview["fees"].GetValue<decimal>().Should().Be(6);
        preview["net"].GetValue<decimal>().Should().Be(160.70m);
        preview["committed"].GetValue<bool>().Should().BeFalse();
        (await trader.CountTradesAsync()).Should().Be(0);

        Answer committed = await trader.Browser.PostAsync($"/api/journal/imports/{preview["id"]}/commit");
        committed["committed"].GetValue<bool>().Should().BeTrue();
        JsonNode trade = (await trader.ReadAsync("trades?order=oldest"))["items"]![0]!;
        trade["number"]!.GetValue<string>().Should().Be("T-0001");
        trade["openedAt"]!.GetValue<DateTimeOffset>().Should().Be(new DateTimeOffset(2025, 1, 15, 14, 30, 0, TimeSpan.Zero));
        JsonNode details = await trader.ReadAsync($"trades/{trade["id"]}");
        details["fills"]!.AsArray().Select(fill => fill!["effect"]!.GetValue<string>()).Should().Equal("open", "open", "close", "close");
    }

    [Fact]
    public async Task Importing_twice_is_importing_once()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string before = (await trader.ReadAsync("trades")).ToJsonString();

        Answer again = await trader.ImportAsync(Trader.TwoTrades, Commit);

        again["executions"].GetValue<int>().Should().Be(0);
        again["duplicates"].GetValue<int>().Should().Be(6);
        (await trader.ReadAsync("trades")).ToJsonString().Should().Be(before);
    }

    [Fact]
    public async Task A_later_file_continues_positions_and_keeps_the_numbers()
    {
        using Trader trader = await shared.NewTraderAsync();
        string[] lines = Trader.TwoTrades.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await trader.ImportAsync(string.Join('\n', lines.Take(4)), Commit);
        (await trader.CountTradesAsync()).Should().Be(0);
        (await trader.ReadAsync("positions"))["items"]![0]!["quantity"]!.GetValue<decimal>().Should().Be(50);

        Answer rest = await trader.ImportAsync(string.Join('\n', lines.Take(1).Concat(lines.Skip(3))), Commit);

        rest["executions"].GetValue<int>().Should().Be(3);
        rest["duplicates"].GetValue<int>().Should().Be(1);
        JsonNode trades = await trader.ReadAsync("trades?order=oldest");
        trades["items"]!.AsArray().Select(trade => trade!["net"]!.GetValue<decimal>()).Should().Equal(196.00m, -35.30m);
        (await trader.ReadAsync("positions"))["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Undo_takes_the_batch_out_and_leaves_what_another_file_holds_too()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer first = await trader.ImportAsync(Trader.TwoTrades, Commit);
        string[] lines = Trader.TwoTrades.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Answer second = await trader.ImportAsync(string.Join('\n', lines.Take(1).Concat(lines.Skip(5))), Commit);
        second["duplicates"].GetValue<int>().Should().Be(2);

        Answer undone = await trader.Browser.PostAsync($"/api/journal/imports/{first["id"]}/undo");

        undone["state"].GetValue<string>().Should().Be("undone");
        JsonNode trades = await trader.ReadAsync("trades");
        trades["items"]!.AsArray().Select(trade => trade!["symbol"]!.GetValue<string>()).Should().Equal("TSLA");
        (await trader.ReadAsync($"imports/{second["id"]}"))["executions"]!.GetValue<int>().Should().Be(2);

        await CountsAsync(trader, trades: 1, executions: 2);
        await trader.Browser.PostAsync($"/api/journal/imports/{first["id"]}/commit");
        (await trader.CountTradesAsync()).Should().Be(2);
        await CountsAsync(trader, trades: 2, executions: 6);
        await trader.Browser.PostAsync($"/api/journal/imports/{first["id"]}/undo");
        await trader.Browser.PostAsync($"/api/journal/imports/{second["id"]}/undo");
        (await trader.CountTradesAsync()).Should().Be(0);
        await CountsAsync(trader, trades: 0, executions: 0);
    }

    private static async Task CountsAsync(Trader trader, int trades, int executions)
    {
        JsonNode account = (await trader.ReadAsync("accounts"))["items"]!.AsArray().Single()!;
        (account["trades"]!.GetValue<int>(), account["executions"]!.GetValue<int>()).Should().Be((trades, executions));
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_nothing_half()
    {
        using Trader trader = await shared.NewTraderAsync();
        await using NpgsqlConnection owner = new(shared.Host.Settings.DatabaseUrl);
        await owner.OpenAsync();
        await ExecuteAsync(owner, "alter table journal.round_trip_fills add constraint broken check (round_trip_id is null) not valid");
        try
        {
            (await trader.ImportAsync(Trader.TwoTrades, Commit)).Status.Should().Be(HttpStatusCode.InternalServerError);
        }
        finally
        {
            await ExecuteAsync(owner, "alter table journal.round_trip_fills drop constraint broken");
        }

        (await trader.ReadAsync("imports"))["items"]!.AsArray().Should().BeEmpty();
        (await trader.ReadAsync("accounts"))["items"]!.AsArray().Should().BeEmpty();
        (await trader.CountTradesAsync()).Should().Be(0);
        (await trader.ImportAsync(Trader.TwoTrades, Commit))["executions"].GetValue<int>().Should().Be(6);
    }

    [Fact]
    public async Task Concurrent_imports_of_the_same_file_count_once()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/accounts", new { name = "Main", currency = "USD", timeZone = "UTC", startBalance = 1000 });

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => trader.ImportAsync(Trader.TwoTrades, Commit)));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK);
        answers.Sum(answer => answer["executions"].GetValue<int>()).Should().Be(6);
        (await trader.CountTradesAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Rows_are_listed_with_their_verdicts()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);

        Answer preview = await trader.ImportAsync(Trader.TwoTrades + "2025-01-17,10:00:00,MSFT,1,400,Buy,1\n2025-01-17,10:00:00,MSFT,x,400,Buy,1\n");

        JsonNode first = await trader.ReadAsync($"imports/{preview["id"]}/rows?limit=6");
        first["items"]!.AsArray().Select(row => row!["verdict"]!.GetValue<string>()).Should().AllBe("duplicate");
        JsonNode rest = await trader.ReadAsync($"imports/{preview["id"]}/rows?limit=6&cursor={first["nextCursor"]}");
        rest["items"]!.AsArray().Select(row => row!["verdict"]!.GetValue<string>()).Should().Equal("new", "error");
        rest["items"]![1]!["column"]!.GetValue<string>().Should().Be("Quantity");
    }

    [Fact]
    public async Task Nobody_sees_or_touches_the_journal_of_another()
    {
        using Trader ada = await shared.NewTraderAsync();
        using Trader bob = await shared.NewTraderAsync();
        Answer import = await ada.ImportAsync(Trader.TwoTrades, Commit);
        string trade = (await ada.ReadAsync("trades"))["items"]![0]!["id"]!.GetValue<string>();
        string account = (await ada.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();

        (await bob.CountTradesAsync()).Should().Be(0);
        (await bob.ReadAsync("imports"))["items"]!.AsArray().Should().BeEmpty();
        (await bob.ReadAsync("statistics"))["figures"]!["trades"]!["value"]!.GetValue<decimal>().Should().Be(0);
        (await bob.Browser.GetAsync($"/api/journal/trades/{trade}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.Browser.GetAsync($"/api/journal/imports/{import["id"]}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.Browser.GetAsync($"/api/journal/imports/{import["id"]}/rows")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.Browser.PostAsync($"/api/journal/imports/{import["id"]}/undo")).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.ImportAsync(Trader.TwoTrades, ("accountId", account))).Status.Should().Be(HttpStatusCode.NotFound);
        Answer taken = await bob.Browser.SendAsync(HttpMethod.Put, $"/api/journal/accounts/{account}", new { name = "Mine" });
        taken.Status.Should().Be(HttpStatusCode.NotFound);
        (await ada.CountTradesAsync()).Should().Be(2);
    }

    [Theory]
    [InlineData("trades?cursor=nonsense", "cursor_invalid")]
    [InlineData("trades?limit=0", "validation_failed")]
    [InlineData("trades?limit=201", "validation_failed")]
    [InlineData("trades?order=sideways", "validation_failed")]
    [InlineData("trades?side=up", "validation_failed")]
    [InlineData("statistics?from=yesterday", "validation_failed")]
    [InlineData("calendar?month=2025-13", "validation_failed")]
    [InlineData("imports?cursor=!!", "cursor_invalid")]
    public async Task Bad_queries_are_refused(string path, string code)
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await trader.Browser.GetAsync("/api/journal/" + path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be(code);
    }

    [Fact]
    public async Task Bad_uploads_are_refused()
    {
        using Trader trader = await shared.NewTraderAsync();
        (await trader.ImportAsync(Trader.TwoTrades, ("timeZone", "../../etc/passwd"))).Code.Should().Be("time_zone_unknown");
        (await trader.ImportAsync(Trader.TwoTrades, ("commit", "perhaps"))).Code.Should().Be("validation_failed");
        (await trader.ImportAsync(string.Empty)).Code.Should().Be("file_empty");
        (await trader.Browser.PostAsync("/api/journal/imports", new { file = "x" })).Code.Should().Be("unsupported_media_type");
        (await trader.Browser.UploadAsync("/api/journal/imports", new byte[51 * 1024 * 1024], "big.csv")).Code.Should().Be("file_too_large");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
