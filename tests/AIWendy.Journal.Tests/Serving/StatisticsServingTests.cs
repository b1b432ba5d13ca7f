using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>Filters, views, breakdowns, simulations and comparisons over HTTP.</summary>
[Collection(JournalCollection.Name)]
public sealed class StatisticsServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Figures_say_how_they_are_computed_and_change_with_the_journal()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        JsonNode before = await trader.ReadAsync("statistics");
        await trader.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2025-02-03,10:00:00,MSFT,1,400,Buy\n2025-02-03,10:05:00,MSFT,1,410,Sell\n", ("commit", "true"));
        JsonNode after = await trader.ReadAsync("statistics");

        before["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>().Should().Be(160.70m);
        before["figures"]!["net_pnl"]!["formula"]!.GetValue<string>().Should().StartWith("Σ net");
        before["figures"]!["expectancy_r"]!.ToJsonString().Should().Contain("\"reason\":\"no_stop\"").And.Contain("\"coverage\":{\"used\":0,\"total\":2}");
        after["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>().Should().Be(170.70m);
        (await trader.ReadAsync("statistics/definitions"))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())
            .Should().Equal(after["figures"]!.AsObject().Select(figure => figure.Key));
    }

    [Fact]
    public async Task Every_filter_narrows_the_list_and_the_figures_alike()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");
        string[] accounts = [.. (await trader.ReadAsync("accounts"))["items"]!.AsArray().Select(account => account!["id"]!.GetValue<string>())];

        foreach (string filter in new[]
        {
            "symbol=AAPL", "side=short", "outcome=loss", "weekday=2", "hour=10", "minDuration=20", "maxDuration=10", "minSize=100", "maxSize=60",
            $"accountId={accounts[0]}", $"accountId={accounts[0]}&accountId={accounts[1]}", "view=gross&outcome=win", "from=2025-01-01&to=2035-01-01",
        })
        {
            int listed = await CountAsync(trader, $"{filter}&currency=USD");
            JsonNode figures = (await trader.ReadAsync($"statistics?{filter}&currency=USD"))["figures"]!;
            figures["trades"]!["value"]!.GetValue<int>().Should().Be(listed, filter);
            listed.Should().BePositive(filter);
        }

        (await CountAsync(trader, "weekday=2&currency=USD")).Should().BeLessThan(220);
    }

    [Fact]
    public async Task Gross_and_percent_are_other_views_of_the_same_trades()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        JsonNode net = (await trader.ReadAsync("statistics?currency=USD"))["figures"]!;
        JsonNode gross = (await trader.ReadAsync("statistics?currency=USD&view=gross"))["figures"]!;
        JsonNode percent = (await trader.ReadAsync("statistics?currency=USD&unit=percent"))["figures"]!;
        JsonNode multiples = (await trader.ReadAsync("statistics?currency=USD&unit=r"))["figures"]!;

        Value(gross, "net_pnl").Should().Be(Value(net, "net_pnl") + Value(net, "fees"));
        gross["net_pnl"]!["label"]!.GetValue<string>().Should().Be("Gross P&L");
        Value(percent, "net_pnl").Should().BeApproximately(Value(net, "net_pnl") / 250, 0.0000001m);
        percent["net_pnl"]!["unit"]!.GetValue<string>().Should().Be("percent");
        Value(percent, "max_drawdown_percent").Should().BeApproximately(Value(net, "max_drawdown_percent"), 0.0000001m);
        multiples["net_pnl"]!["reason"]!.GetValue<string>().Should().Be("no_stop");
        multiples["net_pnl"]!["exclusions"]!.ToJsonString().Should().Be("""[{"reason":"no_stop","count":220}]""");
    }

    [Theory]
    [InlineData("symbol")]
    [InlineData("side")]
    [InlineData("weekday")]
    [InlineData("hour")]
    [InlineData("duration")]
    [InlineData("size")]
    [InlineData("account")]
    [InlineData("month")]
    [InlineData("outcome")]
    public async Task Cells_of_a_breakdown_add_up(string dimension)
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");
        JsonNode figures = (await trader.ReadAsync("statistics?currency=USD"))["figures"]!;

        JsonNode body = await trader.ReadAsync($"breakdowns/{dimension}?currency=USD");

        JsonArray cells = body["cells"]!.AsArray();
        cells.Sum(cell => cell!["n"]!.GetValue<int>()).Should().Be(220);
        cells.Sum(cell => cell!["net"]!.GetValue<decimal>()).Should().Be(Value(figures, "net_pnl"));
        cells.Select(cell => cell!["label"]!.GetValue<string>()).Should().OnlyHaveUniqueItems();
        body["corrected"]!.GetValue<string>().Should().Be("benjamini_hochberg");
    }

    [Fact]
    public async Task A_simulation_repeats_itself_and_a_shuffle_ends_where_the_trades_did()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");
        JsonNode figures = (await trader.ReadAsync("statistics?currency=USD"))["figures"]!;

        JsonNode first = await trader.ReadAsync("monte-carlo?currency=USD&paths=300&trades=100&seed=7&ruin=20");
        JsonNode shuffled = await trader.ReadAsync("monte-carlo?currency=USD&mode=shuffle&paths=300&seed=7");

        (await trader.ReadAsync("monte-carlo?currency=USD&paths=300&trades=100&seed=7&ruin=20")).ToJsonString().Should().Be(first.ToJsonString());
        first["bands"]!.AsArray().Should().HaveCount(61);
        first["ruinAt"]!.GetValue<decimal>().Should().Be(20_000);
        shuffled["endEquity"]!["p5"]!.GetValue<decimal>().Should().Be(25_000 + Value(figures, "net_pnl"));
        shuffled["trades"]!.GetValue<int>().Should().Be(220);
    }

    [Fact]
    public async Task Two_periods_stand_side_by_side()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        JsonNode body = await trader.ReadAsync("compare?from=2025-01-15&to=2025-01-15&otherFrom=2025-01-16&otherTo=2025-01-16");

        Value(body["figures"]!, "net_pnl").Should().Be(196);
        Value(body["otherFigures"]!, "net_pnl").Should().Be(-35.30m);
        body["differences"]!.AsArray().Single(row => row!["id"]!.GetValue<string>() == "net_pnl")!["difference"]!.GetValue<decimal>().Should().Be(231.30m);
    }

    [Theory]
    [InlineData("breakdowns/moon")]
    [InlineData("statistics?view=upwards")]
    [InlineData("statistics?unit=7")]
    [InlineData("statistics?weekday=8")]
    [InlineData("trades?hour=24")]
    [InlineData("trades?minSize=-1")]
    [InlineData("monte-carlo?mode=shuffled")]
    [InlineData("monte-carlo?ruin=0")]
    [InlineData("monte-carlo?paths=1000000")]
    public async Task Bad_queries_are_refused(string path)
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        Answer answer = await trader.Browser.GetAsync("/api/journal/" + path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task Nothing_to_draw_from_is_said()
    {
        using Trader trader = await shared.NewTraderAsync();

        (await trader.Browser.GetAsync("/api/journal/monte-carlo")).Code.Should().Be("no_trades");
        (await trader.ReadAsync("breakdowns/symbol"))["cells"]!.AsArray().Should().BeEmpty();
    }

    private static decimal Value(JsonNode figures, string id) => figures[id]!["value"]!.GetValue<decimal>();

    private static async Task<int> CountAsync(Trader trader, string filter)
    {
        int count = 0;
        string? cursor = null;
        do
        {
            JsonNode page = await trader.ReadAsync($"trades?{filter}&limit=200&cursor={cursor}");
            count += page["items"]!.AsArray().Count;
            cursor = page["nextCursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        return count;
    }
}
