using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Journal.Tests.Serving;

namespace AIWendy.Journal.Tests.Overlay;

/// <summary>Playbooks, projects, days, accounts, cash, instruments and views, against the running host and a real database.</summary>
[Collection(JournalCollection.Name)]
public sealed class JournalModelServingTests(SharedJournalHost shared)
{
    private static readonly (string, string) Commit = ("commit", "true");

    [Fact]
    public async Task A_playbook_shows_the_hit_rate_with_and_without_each_criterion()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        Answer playbook = await trader.Browser.PostAsync("/api/journal/playbooks", new { name = "Breakout", criteria = new[] { new { text = "Volume" }, new { text = "Trend" } } });
        string[] criteria = [.. playbook["criteria"].AsArray().Select(one => one!["id"]!.GetValue<string>())];
        string id = playbook["id"].GetValue<string>();
        await PatchTradeAsync(trader, "AAPL", new { playbookId = id, criteria });
        await PatchTradeAsync(trader, "TSLA", new { playbookId = id, criteria = criteria[1..] });

        JsonNode details = await trader.ReadAsync($"playbooks/{id}");

        (details["result"]!["trades"]!.GetValue<int>(), details["result"]!["wins"]!.GetValue<int>(), details["result"]!["winRate"]!.GetValue<decimal>()).Should().Be((2, 1, 50m));
        JsonNode volume = details["criteria"]![0]!;
        volume["followed"]!["winRate"]!.GetValue<decimal>().Should().Be(100);
        volume["followed"]!["low"]!.GetValue<decimal>().Should().BeApproximately(20.65m, 0.01m);
        volume["notFollowed"]!["winRate"]!.GetValue<decimal>().Should().Be(0);
        details["criteria"]![1]!["notFollowed"]!["winRate"].Should().BeNull();
        (await trader.Browser.PostAsync("/api/journal/playbooks", new { name = "BREAKOUT" })).Code.Should().Be("name_taken");
    }

    [Fact]
    public async Task A_deleted_playbook_or_project_comes_back_with_its_trades()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        foreach ((string path, string field) in new[] { ("playbooks", "playbookId"), ("projects", "projectId") })
        {
            string id = (await trader.Browser.PostAsync($"/api/journal/{path}", new { name = "One" }))["id"].GetValue<string>();
            await PatchTradeAsync(trader, "AAPL", new Dictionary<string, object> { [field] = id });

            (await trader.Browser.DeleteAsync($"/api/journal/{path}/{id}")).Status.Should().Be(HttpStatusCode.NoContent);
            (await trader.Browser.DeleteAsync($"/api/journal/{path}/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
            (await trader.ReadAsync(path))["items"]!.AsArray().Should().BeEmpty();
            await trader.Browser.PostAsync($"/api/journal/{path}/{id}/restore");

            (await trader.ReadAsync(path))["items"]![0]!["trades"]!.GetValue<int>().Should().Be(1);
            (await trader.Browser.PatchAsync($"/api/journal/{path}/{id}", new { description = "text" }))["name"].GetValue<string>().Should().Be("One");
        }
    }

    [Fact]
    public async Task A_day_holds_plan_review_mood_and_its_trades()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, Commit);
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { plan = "Two trades at most.", mood = 4 });

        Answer day = await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { review = "Kept it." });

        day.Status.Should().Be(HttpStatusCode.OK, day.Text);
        (day["plan"].GetValue<string>(), day["review"].GetValue<string>(), day["mood"].GetValue<int>()).Should().Be(("Two trades at most.", "Kept it.", 4));
        (day["currency"].GetValue<string>(), day["net"].GetValue<decimal>()).Should().Be(("USD", 196m));
        day["trades"].AsArray().Select(trade => trade!["symbol"]!.GetValue<string>()).Should().Equal("AAPL");
        JsonNode days = await trader.ReadAsync("days?from=2025-01-01&to=2025-01-31");
        days["items"]!.AsArray().Select(one => $"{one!["date"]} {one["hasPlan"]} {one["totals"]![0]!["net"]!.GetValue<decimal>():0.##}").Should().Equal("2025-01-15 true 196", "2025-01-16 false -35.3");
        (await trader.Browser.GetAsync("/api/journal/days/2025-02-30")).Code.Should().Be("validation_failed");
        (await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/days/2025-01-15", new { mood = 6 })).Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task Lot_method_zone_and_cut_off_rebuild_what_is_derived_and_keep_ids()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades + "2025-01-17,10:00:00,MSFT,10,100,Buy,0\n2025-01-17,10:01:00,MSFT,10,110,Buy,0\n2025-01-17,23:30:00,MSFT,10,120,Sell,0\n", Commit);
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        string before = await AnnotationServingTests.TradeAsync(trader, "AAPL");
        (await trader.ReadAsync("positions"))["items"]![0]!["averagePrice"]!.GetValue<decimal>().Should().Be(110);

        Answer changed = await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { lotMethod = "lifo", dayCutOff = "09:45", breakevenBand = 1, broker = "IBKR" });

        changed.Status.Should().Be(HttpStatusCode.OK, changed.Text);
        (changed["lotMethod"].GetValue<string>(), changed["dayCutOff"].GetValue<string>(), changed["broker"].GetValue<string>()).Should().Be(("lifo", "09:45", "IBKR"));
        JsonNode open = (await trader.ReadAsync("positions"))["items"]![0]!;
        (open["averagePrice"]!.GetValue<decimal>(), open["realisedNet"]!.GetValue<decimal>()).Should().Be((100m, 100m));
        (await trader.ReadAsync("equity"))["points"]!.AsArray().Select(point => point!["date"]!.GetValue<string>()).Should().Equal("2025-01-14", "2025-01-15", "2025-01-16", "2025-01-17");
        await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { dayCutOff = "09:55" });
        (await trader.ReadAsync("equity"))["points"]!.AsArray().Select(point => point!["date"]!.GetValue<string>()).Should().Equal("2025-01-14", "2025-01-16", "2025-01-17");
        (await AnnotationServingTests.TradeAsync(trader, "AAPL")).Should().Be(before);
        (await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { dayCutOff = (string?)null }))["lotMethod"].GetValue<string>().Should().Be("lifo");
        (await trader.ReadAsync("equity"))["points"]![0]!["date"]!.GetValue<string>().Should().Be("2025-01-15");
        (await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { lotMethod = "hifo" })).Code.Should().Be("validation_failed");
        (await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { timeZone = "Mars/Olympus" })).Code.Should().Be("time_zone_unknown");
    }

    [Fact]
    public async Task Cash_carries_the_sign_of_its_kind()
    {
        using Trader trader = await shared.NewTraderAsync();
        string account = (await trader.Browser.PostAsync("/api/journal/accounts", new { name = "Main", currency = "EUR" }))["id"].GetValue<string>();
        string path = $"/api/journal/accounts/{account}/cash";

        await trader.Browser.PostAsync(path, new { kind = "deposit", amount = 1000, day = "2025-01-02" });
        Answer fee = await trader.Browser.PostAsync(path, new { kind = "fee", amount = 12.5m, day = "2025-01-03", note = "data" });

        (fee["amount"].GetValue<decimal>(), fee["effect"].GetValue<decimal>(), fee["currency"].GetValue<string>()).Should().Be((12.5m, -12.5m, "EUR"));
        JsonNode list = await trader.ReadAsync($"accounts/{account}/cash");
        list["items"]!.AsArray().Sum(movement => movement!["effect"]!.GetValue<decimal>()).Should().Be(987.5m);
        (await trader.Browser.DeleteAsync($"{path}/{fee["id"]}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await trader.ReadAsync($"accounts/{account}/cash"))["items"]!.AsArray().Should().ContainSingle();
        (await trader.Browser.PostAsync(path, new { kind = "deposit", amount = -5, day = "2025-01-02" })).Code.Should().Be("validation_failed");
        (await trader.Browser.PostAsync(path, new { kind = "gift", amount = 5, day = "2025-01-02" })).Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task A_corrected_multiplier_computes_the_trades_again()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2025-01-15,09:30:00,X/Y,2,10,Buy\n2025-01-15,09:40:00,X/Y,2,11,Sell\n", Commit);

        Answer corrected = await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/instruments/X%2FY", new { multiplier = 50, tick = 0.25m, kind = "future" });

        corrected.Status.Should().Be(HttpStatusCode.OK, corrected.Text);
        (await trader.ReadAsync("trades"))["items"]![0]!["net"]!.GetValue<decimal>().Should().Be(100);
        (await trader.ReadAsync("instruments/X%2FY"))["fileMultiplier"]!.GetValue<decimal>().Should().Be(1);
        await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/instruments/X%2FY", new { multiplier = (decimal?)null });
        (await trader.ReadAsync("trades"))["items"]![0]!["net"]!.GetValue<decimal>().Should().Be(2);
        (await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/instruments/X%2FY", new { multiplier = 0 })).Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task Views_are_saved_written_over_and_removed()
    {
        using Trader trader = await shared.NewTraderAsync();
        Answer first = await trader.Browser.PostAsync("/api/journal/views", new { name = "Losers", query = "?outcome=loss" });
        await trader.Browser.PostAsync("/api/journal/views", new { name = "Losers", query = "outcome=loss&side=short" });

        JsonNode views = await trader.ReadAsync("views");

        views["items"]!.AsArray().Should().ContainSingle().Which!["query"]!.GetValue<string>().Should().Be("outcome=loss&side=short");
        (await trader.Browser.DeleteAsync($"/api/journal/views/{first["id"]}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await trader.Browser.DeleteAsync($"/api/journal/views/{first["id"]}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task PatchTradeAsync(Trader trader, string symbol, object body)
    {
        Answer answer = await trader.Browser.PatchAsync($"/api/journal/trades/{await AnnotationServingTests.TradeAsync(trader, symbol)}", body);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
    }
}
