using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Journal.Tests.Serving;

namespace AIWendy.Journal.Tests.Overlay;

/// <summary>An export, put into the empty journal of somebody else, gives an equal journal.</summary>
[Collection(JournalCollection.Name)]
public sealed class ExportServingTests(SharedJournalHost shared)
{
    private static readonly (string, string) Commit = ("commit", "true");
    private static readonly byte[] Picture = ScreenshotServingTests.Png(320, 200);

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    [InlineData("zip")]
    public async Task Export_and_import_give_an_equal_journal(string format)
    {
        using Trader ada = await shared.NewTraderAsync();
        await FillAsync(ada);
        byte[] file = await DownloadAsync(ada, format);

        using Trader bob = await shared.NewTraderAsync();
        Answer imported = await bob.Browser.UploadAsync("/api/journal/imports", file, $"export.{format}", Commit);

        imported.Status.Should().Be(HttpStatusCode.OK, imported.Text);
        JsonNode batch = format == "zip" ? imported["items"].AsArray().Single()! : imported.Body!;
        batch["format"]!.GetValue<string>().Should().Be("aiwendy_export");
        batch["errorCount"]!.GetValue<int>().Should().Be(0);
        (await bob.ReadAsync($"imports/{batch["id"]}/rows?limit=1"))["items"]![0]!["raw"]!.AsArray().Select(cell => cell!.GetValue<string>()).Should().Contain("buy");
        bool hasPictures = format is "json" or "zip";
        string expected = await StateAsync(ada, hasPictures);
        expected.Should().Contain("=HYPERLINK").And.Contain("Waited for the retest").And.Contain("Undone but not forgotten").And.Contain("1.0000000001");
        (await StateAsync(bob, hasPictures)).Should().Be(expected);
        expected.Contains(Convert.ToBase64String(Picture), StringComparison.Ordinal).Should().Be(hasPictures);

        Answer again = await bob.Browser.UploadAsync("/api/journal/imports", file, $"export.{format}", Commit);
        (format == "zip" ? again["items"][0]!["executions"]! : again["executions"]).GetValue<int>().Should().Be(0);
        (await StateAsync(bob, hasPictures)).Should().Be(expected);
    }

    [Fact]
    public async Task The_later_edit_stays_when_an_older_export_comes_back()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        string path = $"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, "AAPL")}";
        await trader.Browser.PatchAsync(path, new { note = "then" });
        byte[] export = await DownloadAsync(trader, "json");
        await trader.Browser.PatchAsync(path, new { note = "now" });

        await trader.Browser.UploadAsync("/api/journal/imports", export, "old.json", Commit);

        (await trader.ReadAsync(path["/api/journal/".Length..]))["annotation"]!["note"]!.GetValue<string>().Should().Be("now");
    }

    [Fact]
    public async Task A_filter_exports_its_trades_with_their_fills_alone()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);

        JsonNode export = JsonNode.Parse(await DownloadAsync(trader, "json", "&symbol=TSLA"))!;

        export["trade"]!.AsArray().Select(trade => trade!["symbol"]!.GetValue<string>()).Should().Equal("TSLA");
        export["execution"]!.AsArray().Should().HaveCount(2).And.OnlyContain(fill => fill!["symbol"]!.GetValue<string>() == "TSLA");
        (await trader.Browser.GetAsync("/api/journal/export?format=pdf")).Code.Should().Be("validation_failed");
    }

    [Theory]
    [InlineData("weekday=4")]
    [InlineData("hour=10")]
    [InlineData("minDuration=2&maxDuration=6")]
    [InlineData("maxSize=10")]
    [InlineData("tag=late&tag=x")]
    [InlineData("outcome=loss&view=gross")]
    public async Task Every_filter_of_the_list_of_trades_filters_an_export(string filter)
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        await trader.Browser.PatchAsync($"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, "TSLA")}", new { tags = new[] { "late" } });

        JsonNode export = JsonNode.Parse(await DownloadAsync(trader, "json", "&" + filter))!;

        export["trade"]!.AsArray().Select(trade => trade!["symbol"]!.GetValue<string>()).Should().Equal("TSLA");
        export["execution"]!.AsArray().Should().HaveCount(2);
        JsonNode.Parse(await DownloadAsync(trader, "json", "&view=gross&base=EUR"))!["day"].Should().NotBeNull("how figures are stated filters nothing");
    }

    [Fact]
    public async Task Nothing_of_a_damaged_export_remains()
    {
        using Trader trader = await shared.NewTraderAsync();
        const string Damaged = """{"format":"aiwendy_export","version":1,"account":[{"account":"A","name":"A","currency":"USD","time_zone":"UTC"}],"day":[{"day":"2025-01-01","mood":9}]}""";

        Answer refused = await trader.Browser.UploadAsync("/api/journal/imports", Encoding.UTF8.GetBytes(Damaged), "bad.json", Commit);
        Answer cut = await trader.Browser.UploadAsync("/api/journal/imports", Encoding.UTF8.GetBytes(Damaged[..^40]), "cut.json", Commit);

        refused.Code.Should().Be("validation_failed");
        cut.Code.Should().Be("json_invalid");
        (await trader.ReadAsync("accounts"))["items"]!.AsArray().Should().BeEmpty();
        (await trader.ReadAsync("imports"))["items"]!.AsArray().Should().BeEmpty();
    }

    private static async Task FillAsync(Trader trader)
    {
        JsonNode main = (await trader.Browser.PostAsync("/api/journal/accounts", new { name = "Main", currency = "USD", timeZone = "America/New_York", startBalance = 10000 })).Body!;
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        await trader.ImportAsync("Account,Date/Time,Symbol,Quantity,Price,Side,Exec ID\nFX-1,2025-02-03 10:00:00,EURUSD,100000,1.0000000001,Buy,x1\nFX-1,2025-02-03 10:00:00,EURUSD,50000,1.1,Sell,x2\n", Commit);
        Answer undone = await trader.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2025-03-01,10:00:00,GONE,1,5,Buy\n2025-03-01,11:00:00,GONE,1,6,Sell\n", Commit);
        await trader.Browser.PatchAsync($"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, "GONE")}", new { note = "Undone but not forgotten" });
        await trader.Browser.PostAsync($"/api/journal/imports/{undone["id"]}/undo");
        await trader.Browser.PatchAsync($"/api/journal/accounts/{main["id"]}", new { broker = "@broker", dayCutOff = "17:00", lotMethod = "lifo", breakevenBand = 0.5m, resetOn = "2025-01-02" });
        await trader.Browser.PostAsync($"/api/journal/accounts/{main["id"]}/cash", new { kind = "deposit", amount = 250.5m, day = "2025-01-03", note = "+start" });
        await trader.Browser.PostAsync($"/api/journal/accounts/{main["id"]}/cash", new { kind = "fee", amount = 9, day = "2025-01-04" });
        JsonNode playbook = (await trader.Browser.PostAsync("/api/journal/playbooks", new { name = "Retest", description = "Line one\n- line, \"two\"", criteria = new[] { new { id = "c1", text = "Volume = high" }, new { id = "c2", text = "突破, 回踩" } } })).Body!;
        JsonNode project = (await trader.Browser.PostAsync("/api/journal/projects", new { name = "Challenge | 1" })).Body!;
        await trader.Browser.PatchAsync($"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, "AAPL")}", new
        {
            note = "=HYPERLINK(\"http://example.org\";\"x\")\n'quoted', \"twice\"; 中文",
            tags = new[] { "-late", "@open", "a,b" },
            playbookId = (string)playbook["id"]!,
            criteria = new[] { "c2" },
            projectId = (string)project["id"]!,
            plannedEntry = 10.25m,
            plannedStop = -3m,
            mistakes = new[] { "=1+1" },
            emotionDuring = "+calm",
            confidence = 1,
            rating = 5,
        });
        string tesla = $"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, "TSLA")}";
        await trader.Browser.PatchAsync(tesla, new { note = "'Waited for the retest" });
        Answer picture = await trader.Browser.UploadAsync($"{tesla}/screenshots", Picture, "chart.png");
        await trader.Browser.PatchAsync($"/api/journal/screenshots/{picture["id"]}", new
        {
            caption = "=Entry, \"late\"",
            shapes = new[] { new { type = "text", tone = "warn", points = new[] { new { x = 0.25, y = 0.5 } }, text = "突破, here" } },
        });
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { plan = "- one\n- two", review = "ok", mood = 2 });
        await trader.Browser.PostAsync("/api/journal/views", new { name = "Losers", query = "outcome=loss&side=long" });
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/instruments/TSLA", new { kind = "stock", multiplier = 2m, tick = 0.01m });
    }

    private static async Task<byte[]> DownloadAsync(Trader trader, string format, string filter = "")
    {
        using HttpResponseMessage response = await trader.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/journal/export?format={format}{filter}"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileName.Should().EndWith("." + format);
        return await response.Content.ReadAsByteArrayAsync();
    }

    // The numbers of trades count how a journal grew, not what it holds.
    private static async Task<string> StateAsync(Trader trader, bool withPictures)
    {
        JsonNode export = JsonNode.Parse(await DownloadAsync(trader, "json"))!;
        if (!withPictures)
        {
            export.AsObject().Remove("screenshot");
        }

        foreach (JsonNode? trade in export["trade"]!.AsArray())
        {
            trade!.AsObject().Remove("number");
        }

        return export.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true });
    }
}
