using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>What people write about trades and accounts, in the figures.</summary>
[Collection(JournalCollection.Name)]
public sealed class SortedTradesServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Tags_and_playbooks_filter_and_group()
    {
        using Trader trader = await shared.NewTraderAsync();
        string[] trades = await ImportAsync(trader);
        Answer playbook = await trader.Browser.PostAsync("/api/journal/playbooks", new { name = "Opening range" });
        string setup = playbook["id"].GetValue<string>();
        await PatchAsync(trader, trades[0], new { tags = new[] { "calm", "plan" }, playbookId = setup });
        await PatchAsync(trader, trades[1], new { tags = new[] { "calm" } });

        (await NetAsync(trader, "tag=plan")).Should().Be(196);
        (await NetAsync(trader, "tag=plan&tag=calm")).Should().Be(160.70m);
        (await NetAsync(trader, $"setup={setup}")).Should().Be(196);
        (await trader.ReadAsync("trades?tag=plan"))["items"]!.AsArray().Should().ContainSingle();
        (await trader.ReadAsync("breakdowns/tag"))["cells"]!.AsArray().Select(cell => (cell!["label"]!.GetValue<string>(), cell["n"]!.GetValue<int>()))
            .Should().Equal(("calm", 2), ("plan", 1));
        (await trader.ReadAsync("breakdowns/setup"))["cells"]!.AsArray().Select(cell => (cell!["key"]!.GetValue<string>(), cell["label"]!.GetValue<string>()))
            .Should().Equal((setup, "Opening range"));
    }

    [Fact]
    public async Task The_first_stop_gives_R_at_once()
    {
        using Trader trader = await shared.NewTraderAsync();
        string[] trades = await ImportAsync(trader);
        (await FigureAsync(trader, "expectancy_r"))["reason"]!.GetValue<string>().Should().Be("no_stop");

        await PatchAsync(trader, trades[0], new { plannedStop = 10.51m });

        JsonNode expectancy = await FigureAsync(trader, "expectancy_r");
        expectancy["value"]!.GetValue<decimal>().Should().Be(196 / (0.49m * 200));
        expectancy["coverage"]!.ToJsonString().Should().Be("""{"used":1,"total":2}""");
    }

    [Fact]
    public async Task The_band_of_an_account_decides_what_is_breakeven_everywhere()
    {
        using Trader trader = await shared.NewTraderAsync();
        await ImportAsync(trader);
        string account = await AccountAsync(trader);

        Answer changed = await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { breakevenBand = 35.30m });

        changed.Status.Should().Be(HttpStatusCode.OK, changed.Text);
        (await FigureAsync(trader, "breakeven"))["value"]!.GetValue<int>().Should().Be(1);
        (await FigureAsync(trader, "losses"))["value"]!.GetValue<int>().Should().Be(0);
        (await trader.ReadAsync("trades?outcome=breakeven"))["items"]!.AsArray().Should().ContainSingle();
        (await trader.ReadAsync("trades?outcome=loss"))["items"]!.AsArray().Should().BeEmpty();
        (await trader.ReadAsync("trades?outcome=win"))["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task A_reset_divides_the_figures_and_both_sides_can_be_seen()
    {
        using Trader trader = await shared.NewTraderAsync();
        await ImportAsync(trader);
        string account = await AccountAsync(trader);

        (await trader.Browser.PatchAsync($"/api/journal/accounts/{account}", new { resetOn = "2025-01-16" })).Status.Should().Be(HttpStatusCode.OK);

        (await NetAsync(trader, "sinceReset=true")).Should().Be(-35.30m);
        (await NetAsync(trader, "sinceReset=false")).Should().Be(160.70m);
    }

    [Fact]
    public async Task Deposits_move_equity_and_no_result()
    {
        using Trader trader = await shared.NewTraderAsync();
        await ImportAsync(trader);
        string account = await AccountAsync(trader);
        decimal fall = (await FigureAsync(trader, "max_drawdown"))["value"]!.GetValue<decimal>();

        Answer added = await trader.Browser.PostAsync($"/api/journal/accounts/{account}/cash", new { kind = "deposit", amount = 1000, day = "2025-01-10" });

        added.Status.Should().Be(HttpStatusCode.OK, added.Text);
        JsonNode equity = await trader.ReadAsync("equity");
        equity["points"]!.AsArray().Select(point => point!["equity"]!.GetValue<decimal>()).Should().Equal(1000, 1196, 1160.70m);
        equity["markers"]!.ToJsonString().Should().Be("""[{"date":"2025-01-10","kind":"deposit","amount":1000}]""");
        (await FigureAsync(trader, "net_pnl"))["value"]!.GetValue<decimal>().Should().Be(160.70m);
        (await FigureAsync(trader, "max_drawdown"))["value"]!.GetValue<decimal>().Should().Be(fall);
        (await FigureAsync(trader, "return_time_weighted"))["value"]!.GetValue<decimal>().Should().BeApproximately(((1.196m * (1 - (35.30m / 1196))) - 1) * 100, 0.000001m);
    }

    [Fact]
    public async Task Partial_exits_count_on_their_day_and_the_trade_on_that_of_its_close()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(
            "Date,Time,Symbol,Quantity,Price,Side\n2025-03-03,10:00:00,AAPL,2,10,Buy\n2025-03-04,10:00:00,AAPL,1,12,Sell\n2025-03-05,10:00:00,AAPL,1,15,Sell\n"
            + "2025-03-05,11:00:00,MSFT,4,100,Buy\n2025-03-06,10:00:00,MSFT,1,103,Sell\n",
            ("commit", "true"));

        JsonNode days = (await trader.ReadAsync("calendar?month=2025-03"))["days"]!;
        JsonNode equity = await trader.ReadAsync("equity");

        days.AsArray().Select(day => (day!["date"]!.GetValue<string>(), day["net"]!.GetValue<decimal>(), day["trades"]!.GetValue<int>())).Should().Equal(
            ("2025-03-04", 2, 0), ("2025-03-05", 5, 1), ("2025-03-06", 3, 0));
        equity["points"]!.AsArray()[^1]!["equity"]!.GetValue<decimal>().Should().Be(10);
        (await NetAsync(trader, string.Empty)).Should().Be(7);
        (await FigureAsync(trader, "trades"))["value"]!.GetValue<int>().Should().Be(1);
        (await trader.ReadAsync("calendar?month=2025-03&outcome=win"))["days"]!.AsArray().Should().ContainSingle();
    }

    private static async Task<string[]> ImportAsync(Trader trader)
    {
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        return [.. (await trader.ReadAsync("trades?order=oldest"))["items"]!.AsArray().Select(trade => trade!["id"]!.GetValue<string>())];
    }

    private static async Task<string> AccountAsync(Trader trader) => (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();

    private static async Task PatchAsync(Trader trader, string trade, object patch)
    {
        Answer answer = await trader.Browser.PatchAsync($"/api/journal/trades/{trade}", patch);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
    }

    private static async Task<JsonNode> FigureAsync(Trader trader, string id) => (await trader.ReadAsync("statistics"))["figures"]![id]!;

    private static async Task<decimal> NetAsync(Trader trader, string filter) =>
        (await trader.ReadAsync($"statistics?{filter}"))["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>();
}
