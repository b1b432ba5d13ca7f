using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Journal.Tests.Serving;
using Npgsql;

namespace AIWendy.Journal.Tests.Overlay;

/// <summary>What people write about trades, against the running host and a real database.</summary>
[Collection(JournalCollection.Name)]
public sealed class AnnotationServingTests(SharedJournalHost shared)
{
    private static readonly (string, string) Commit = ("commit", "true");

    [Fact]
    public async Task Edits_survive_undo_re_import_and_another_file_with_the_same_fill()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer import = await trader.ImportAsync(Trader.TwoTrades, Commit);
        Answer saved = await trader.Browser.PatchAsync(
            $"/api/journal/trades/{await TradeAsync(trader, "AAPL")}", new { note = "Chased the open.", tags = new[] { "fomo", "#open" }, plannedStop = 9.5m, confidence = 2 });
        saved.Status.Should().Be(HttpStatusCode.OK, saved.Text);
        string id = await TradeAsync(trader, "AAPL");

        await trader.Browser.PostAsync($"/api/journal/imports/{import["id"]}/undo");
        (await trader.CountTradesAsync()).Should().Be(0);
        await trader.Browser.PostAsync($"/api/journal/imports/{import["id"]}/commit");
        await ShouldBeThereAsync(trader);
        (await TradeAsync(trader, "AAPL")).Should().Be(id, "links to a trade hold");

        await trader.Browser.PostAsync($"/api/journal/imports/{import["id"]}/undo");
        string[] lines = Trader.TwoTrades.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await trader.ImportAsync(string.Join('\n', lines.Take(5)), Commit);
        await ShouldBeThereAsync(trader);
        (await TradeAsync(trader, "AAPL")).Should().Be(id);
        using Trader other = await shared.NewTraderAsync();
        await other.ImportAsync(Trader.TwoTrades, Commit);
        (await TradeAsync(other, "AAPL")).Should().NotBe(id);
    }

    [Fact]
    public async Task Edits_stay_with_the_trade_when_a_later_file_brings_an_earlier_fill()
    {
        using Trader trader = await shared.NewTraderAsync();
        string[] lines = Trader.TwoTrades.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await trader.ImportAsync(string.Join('\n', lines[0], lines[2], lines[3].Replace("150", "100", StringComparison.Ordinal)), Commit);
        string trade = await TradeAsync(trader, "AAPL");
        await trader.Browser.PatchAsync($"/api/journal/trades/{trade}", new { note = "Second entry." });

        Answer earlier = await trader.ImportAsync(string.Join('\n', lines[0], lines[1], "2025-01-15,09:50:00,AAPL,100,9,Sell,0.5"), Commit);

        JsonNode whole = await trader.ReadAsync($"trades/{await TradeAsync(trader, "AAPL")}");
        whole["fillCount"]!.GetValue<int>().Should().Be(4);
        whole["annotation"]!["note"]!.GetValue<string>().Should().Be("Second entry.");
        await trader.Browser.PostAsync($"/api/journal/imports/{earlier["id"]}/undo");
        (await trader.ReadAsync($"trades/{await TradeAsync(trader, "AAPL")}"))["annotation"]!["note"]!.GetValue<string>().Should().Be("Second entry.");
    }

    [Fact]
    public async Task What_is_absent_stays_and_null_clears()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string path = $"/api/journal/trades/{await TradeAsync(trader, "AAPL")}";

        await trader.Browser.PatchAsync(path, new { note = "  First line\r\nsecond  ", rating = 4, mistakes = new[] { "No stop" }, emotionBefore = "calm" });
        Answer second = await trader.Browser.PatchAsync(path, new { rating = (int?)null, stress = 5 });

        second["note"].GetValue<string>().Should().Be("First line\nsecond");
        second.Body!["rating"].Should().BeNull();
        second["stress"].GetValue<int>().Should().Be(5);
        second["mistakes"].AsArray().Select(word => word!.GetValue<string>()).Should().Equal("No stop");
        (await trader.Browser.PatchAsync(path, new { note = (string?)null })).Body!["note"].Should().BeNull();
        JsonNode listed = (await trader.ReadAsync("trades?symbol=AAPL"))["items"]![0]!;
        listed["hasNote"]!.GetValue<bool>().Should().BeFalse();
        listed["annotation"].Should().BeNull();
    }

    [Theory]
    [InlineData("""{"confidence":6}""", "confidence")]
    [InlineData("""{"stress":0}""", "stress")]
    [InlineData("""{"plannedStop":1e15}""", "plannedStop")]
    [InlineData("""{"tags":["a|b"]}""", "tags")]
    [InlineData("""{"tags":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21"]}""", "tags")]
    [InlineData("""{"playbookId":"00000000-0000-7000-8000-00000000abcd"}""", "playbookId")]
    [InlineData("""{"note":"nul \u0000"}""", "note")]
    public async Task Nonsense_is_refused_by_its_field(string json, string field)
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);

        Answer refused = await trader.Browser.PatchAsync($"/api/journal/trades/{await TradeAsync(trader, "AAPL")}", JsonNode.Parse(json)!);

        refused.Status.Should().Be(HttpStatusCode.BadRequest, refused.Text);
        refused.Code.Should().Be("validation_failed");
        refused["errors"][field].Should().NotBeNull();
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_none_wins_over_whatever_is_there()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string path = $"/api/journal/trades/{await TradeAsync(trader, "AAPL")}";
        using HttpResponseMessage seen = await trader.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        string version = seen.Headers.ETag!.ToString();

        (await PatchAsync(trader, path, version, "one")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await PatchAsync(trader, path, version, "two")).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        (await trader.Browser.PatchAsync(path, new { note = "three" })).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_trades_are_tagged_at_once_by_ids_or_by_a_filter()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string apple = await TradeAsync(trader, "AAPL");
        await trader.Browser.PatchAsync($"/api/journal/trades/{apple}", new { tags = new[] { "Open", "late" }, note = "kept" });

        (await BulkAsync(trader, new { ids = new[] { apple, await TradeAsync(trader, "TSLA") }, addTags = new[] { "open", "January" }, removeTags = new[] { "LATE" } })).Should().Be(2);

        JsonNode whole = await trader.ReadAsync($"trades/{apple}");
        whole["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).Should().Equal("Open", "January");
        whole["annotation"]!["note"]!.GetValue<string>().Should().Be("kept");
        (await BulkAsync(trader, new { filter = new { outcome = "loss" }, addTags = new[] { "review" } })).Should().Be(1);
        (await trader.ReadAsync("tags"))["items"]!.AsArray().Select(tag => $"{tag!["name"]} {tag["trades"]}").Should().Equal("January 2", "Open 1", "open 1", "review 1");

        (await trader.Browser.PatchAsync("/api/journal/tags/open", new { name = "Open" }))["changed"].GetValue<int>().Should().Be(1);
        (await trader.Browser.DeleteAsync("/api/journal/tags/January")).Status.Should().Be(HttpStatusCode.OK);
        (await trader.ReadAsync("tags"))["items"]!.AsArray().Select(tag => $"{tag!["name"]} {tag["trades"]}").Should().Equal("Open 2", "review 1");
        (await trader.Browser.PostAsync("/api/journal/trades/bulk", new { addTags = new[] { "x" } })).Code.Should().Be("validation_failed");
        (await trader.Browser.PostAsync("/api/journal/trades/bulk", new { ids = new[] { apple } })).Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task Many_trades_are_chosen_by_every_filter_of_the_list()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        string project = (await trader.Browser.PostAsync("/api/journal/projects", new { name = "Challenge" }))["id"].GetValue<string>();
        await trader.Browser.PatchAsync($"/api/journal/trades/{await TradeAsync(trader, "TSLA")}", new { tags = new[] { "late" }, projectId = project });

        object[] short5Minutes =
        [
            new { weekday = 4 }, new { hour = 10 }, new { minDuration = 2, maxDuration = 6 }, new { minSize = 5, maxSize = 10 }, new { tags = new[] { "late", "x" } },
            new { projectId = project }, new { accountIds = new[] { account }, weekday = 4 },
        ];
        foreach (object filter in short5Minutes)
        {
            (await BulkAsync(trader, new { filter, addTags = new[] { "found" } })).Should().Be(1, filter.ToString());
        }

        (await BulkAsync(trader, new { filter = new { accountIds = new[] { account, Guid.NewGuid().ToString() } }, addTags = new[] { "all" } })).Should().Be(2);
        (await trader.Browser.PostAsync("/api/journal/trades/bulk", new { filter = new { weekday = 8 }, addTags = new[] { "x" } })).Code.Should().Be("validation_failed");
        (await trader.ReadAsync("tags"))["items"]!.AsArray().Select(tag => $"{tag!["name"]} {tag["trades"]}").Should().Equal("all 2", "found 1", "late 1");
    }

    [Fact]
    public async Task Nobody_reads_or_changes_what_another_wrote()
    {
        using Trader ada = await shared.NewTraderAsync();
        using Trader bob = await shared.NewTraderAsync();
        await ada.ImportAsync(Trader.TwoTrades, Commit);
        string trade = await TradeAsync(ada, "AAPL");
        string account = (await ada.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        string playbook = (await ada.Browser.PostAsync("/api/journal/playbooks", new { name = "Breakout" }))["id"].GetValue<string>();
        await ada.Browser.PatchAsync($"/api/journal/trades/{trade}", new { tags = new[] { "secret" }, playbookId = playbook });
        await ada.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { note = "private" });
        string screenshot = (await ScreenshotServingTests.UploadAsync(ada, trade, ScreenshotServingTests.Png(4, 3)))["id"].GetValue<string>();

        foreach (Answer answer in new[]
        {
            await bob.Browser.PatchAsync($"/api/journal/trades/{trade}", new { note = "mine" }),
            await bob.Browser.GetAsync($"/api/journal/playbooks/{playbook}"),
            await bob.Browser.PatchAsync($"/api/journal/playbooks/{playbook}", new { name = "Mine" }),
            await bob.Browser.DeleteAsync($"/api/journal/playbooks/{playbook}"),
            await bob.Browser.GetAsync($"/api/journal/accounts/{account}/cash"),
            await bob.Browser.PostAsync($"/api/journal/accounts/{account}/cash", new { kind = "deposit", amount = 1, day = "2025-01-01" }),
            await bob.Browser.PatchAsync($"/api/journal/accounts/{account}", new { name = "Mine" }),
            await bob.Browser.GetAsync($"/api/journal/screenshots/{screenshot}"),
            await bob.Browser.DeleteAsync($"/api/journal/screenshots/{screenshot}"),
            await bob.Browser.GetAsync("/api/journal/instruments/AAPL"),
            await bob.Browser.DeleteAsync("/api/journal/tags/secret"),
        })
        {
            answer.Status.Should().Be(HttpStatusCode.NotFound, answer.Text);
        }

        (await BulkAsync(bob, new { ids = new[] { trade }, addTags = new[] { "x" } })).Should().Be(0);
        (await bob.ReadAsync("tags"))["items"]!.AsArray().Should().BeEmpty();
        (await bob.ReadAsync("days/2025-01-15"))["note"].Should().BeNull();
        (await bob.Browser.GetAsync("/api/journal/export?format=json")).Text.Should().NotContain("secret");
        (await ada.ReadAsync($"trades/{trade}"))["tags"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Another_tenant_sees_none_of_it()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        string trade = await TradeAsync(trader, "AAPL");
        await trader.Browser.PatchAsync($"/api/journal/trades/{trade}", new { note = "here" });
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { plan = "here" });
        await trader.Browser.PostAsync("/api/journal/playbooks", new { name = "here" });
        await trader.Browser.PostAsync("/api/journal/projects", new { name = "here" });
        await trader.Browser.PostAsync("/api/journal/views", new { name = "here", query = "side=long" });
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/instruments/AAPL", new { tick = 0.01m });
        await trader.Browser.PostAsync($"/api/journal/accounts/{account}/cash", new { kind = "deposit", amount = 1, day = "2025-01-01" });
        await ScreenshotServingTests.UploadAsync(trader, trade, ScreenshotServingTests.Png(1, 1));
        await using NpgsqlConnection connection = new(shared.Host.Settings.DatabaseUrl);
        await connection.OpenAsync();

        foreach (string table in (string[])["trade_annotations", "screenshots", "cash_movements", "playbooks", "projects", "days", "saved_views", "instruments"])
        {
            await ScalarAsync(connection, "select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', false)");
            (await ScalarAsync(connection, $"select count(*) from journal.{table}")).Should().NotBe(0L, table);
            await ScalarAsync(connection, "select set_config('app.tenant_id', '00000000-0000-7000-8000-0000000000ff', false)");
            (await ScalarAsync(connection, $"select count(*) from journal.{table}")).Should().Be(0L, table);
        }
    }

    internal static async Task<string> TradeAsync(Trader trader, string symbol) =>
        (await trader.ReadAsync($"trades?symbol={symbol}"))["items"]![0]!["id"]!.GetValue<string>();

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<int> BulkAsync(Trader trader, object body)
    {
        Answer answer = await trader.Browser.PostAsync("/api/journal/trades/bulk", body);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return answer["changed"].GetValue<int>();
    }

    private static async Task ShouldBeThereAsync(Trader trader)
    {
        JsonNode annotation = (await trader.ReadAsync($"trades/{await TradeAsync(trader, "AAPL")}"))["annotation"]!;
        annotation["note"]!.GetValue<string>().Should().Be("Chased the open.");
        annotation["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).Should().Equal("fomo", "open");
        annotation["plannedStop"]!.GetValue<decimal>().Should().Be(9.5m);
        annotation["confidence"]!.GetValue<int>().Should().Be(2);
    }

    private static async Task<HttpResponseMessage> PatchAsync(Trader trader, string path, string version, string note)
    {
        using HttpRequestMessage request = new(HttpMethod.Patch, path)
        {
            Content = new StringContent($$"""{"note":"{{note}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await trader.Browser.SendAsync(request);
    }
}
