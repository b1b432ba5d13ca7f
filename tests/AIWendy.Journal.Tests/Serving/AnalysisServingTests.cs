using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Host.Calls;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>Statistics over HTTP and through the coach's tools: the same numbers to the last digit.</summary>
[Collection(JournalCollection.Name)]
public sealed class AnalysisServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Tools_and_pages_agree_to_the_last_digit()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        JsonNode page = await trader.ReadAsync("statistics");
        JsonNode behaviour = await trader.ReadAsync("after-loss");
        CoachToolResult statistics = await InvokeAsync(trader, "journal_statistics", """{"detail":"all"}""");
        CoachToolResult afterLoss = await InvokeAsync(trader, "journal_after_loss", "{}");

        Agree(statistics, page);
        Agree(afterLoss, behaviour);
        statistics.Figures.Should().HaveCount(page["figures"]!.AsObject().Count);

        afterLoss.Trades.Should().NotBeEmpty().And.OnlyContain(trade => trade.Net < 0);
        statistics.Figures.Single(figure => figure.Id == "net_pnl").Value.Should().BeNegative();
    }

    [Fact]
    public async Task Trades_tool_lists_the_worst_of_one_currency()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        CoachToolResult worst = await InvokeAsync(trader, "journal_trades", """{"order":"worst","limit":"3"}""");

        JsonNode page = await trader.ReadAsync("trades?order=worst&limit=3&currency=USD");
        worst.Trades.Select(trade => trade.Number).Should().Equal(page["items"]!.AsArray().Select(trade => trade!["number"]!.GetValue<string>()));
        worst.Trades.Should().OnlyContain(trade => trade.Currency == "USD");
        Func<Task> nonsense = () => InvokeAsync(trader, "journal_trades", """{"from":"whenever"}""");
        (await nonsense.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("validation_failed");
    }

    [Fact]
    public async Task Sample_loads_once_and_goes_in_one_call()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));

        (await trader.Browser.PostAsync("/api/journal/sample"))["trades"].GetValue<int>().Should().Be(300);
        (await trader.Browser.PostAsync("/api/journal/sample"))["trades"].GetValue<int>().Should().Be(0);
        (await trader.ReadAsync("statistics"))["currencies"]!.ToJsonString().Should().Be("""[{"code":"USD","trades":222},{"code":"EUR","trades":80}]""");

        (await trader.Browser.DeleteAsync("/api/journal/sample"))["trades"].GetValue<int>().Should().Be(300);
        (await trader.CountTradesAsync()).Should().Be(2);
        (await trader.ReadAsync("accounts"))["items"]!.AsArray().Should().ContainSingle();
        (await trader.ReadAsync("imports"))["items"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("recent")]
    [InlineData("oldest")]
    [InlineData("worst")]
    [InlineData("best")]
    public async Task Pages_of_trades_cover_each_trade_once(string order)
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        List<JsonNode> all = [];
        string? cursor = null;
        do
        {
            JsonNode page = await trader.ReadAsync($"trades?order={order}&limit=47&cursor={cursor}");
            all.AddRange(page["items"]!.AsArray().Select(trade => trade!));
            cursor = page["nextCursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        all.Select(trade => trade["id"]!.GetValue<string>()).Should().HaveCount(300).And.OnlyHaveUniqueItems();
        switch (order)
        {
            case "recent":
                all.Select(trade => trade["closedAt"]!.GetValue<DateTimeOffset>()).Should().BeInDescendingOrder();
                break;
            case "oldest":
                all.Select(trade => trade["closedAt"]!.GetValue<DateTimeOffset>()).Should().BeInAscendingOrder();
                break;
            case "worst":
                all.Select(trade => trade["net"]!.GetValue<decimal>()).Should().BeInAscendingOrder();
                break;
            default:
                all.Select(trade => trade["net"]!.GetValue<decimal>()).Should().BeInDescendingOrder();
                break;
        }
    }

    [Fact]
    public async Task Equity_ends_at_the_start_balance_plus_net_and_the_calendar_adds_up()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");
        decimal net = (await trader.ReadAsync("statistics?currency=USD"))["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>();

        JsonNode equity = await trader.ReadAsync("equity?currency=USD");
        equity["points"]!.AsArray()[^1]!["equity"]!.GetValue<decimal>().Should().Be(25_000 + net);
        equity["points"]!.AsArray().Sum(point => point!["net"]!.GetValue<decimal>()).Should().Be(net);

        decimal months = 0;
        foreach (string month in equity["points"]!.AsArray().Select(point => point!["date"]!.GetValue<string>()[..7]).Distinct())
        {
            months += (await trader.ReadAsync($"calendar?month={month}&currency=USD"))["net"]!.GetValue<decimal>();
        }

        months.Should().Be(net);
    }

    [Fact]
    public async Task Changing_the_zone_of_an_account_moves_its_days()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2025-01-15,23:30:00,AAPL,1,10,Buy\n2025-01-15,23:40:00,AAPL,1,11,Sell\n", ("commit", "true"));
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        (await trader.ReadAsync("equity"))["points"]![0]!["date"]!.GetValue<string>().Should().Be("2025-01-15");

        Answer changed = await trader.Browser.SendAsync(
            HttpMethod.Put, $"/api/journal/accounts/{account}", new { name = "Main", currency = "USD", timeZone = "Asia/Shanghai", startBalance = 500 });

        changed.Status.Should().Be(HttpStatusCode.OK, changed.Text);
        (await trader.ReadAsync("equity"))["points"]![0]!["date"]!.GetValue<string>().Should().Be("2025-01-16");
        (await trader.ReadAsync("statistics"))["figures"]!["max_drawdown_percent"]!["value"]!.GetValue<decimal>().Should().Be(0);
    }

    [Fact]
    public async Task Labels_follow_the_language()
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer chinese = await trader.Browser.SendAsync(HttpMethod.Get, "/api/journal/statistics", null, "zh-CN");

        chinese["figures"]["win_rate"]!["label"]!.GetValue<string>().Should().Be("胜率");
        chinese["figures"]["win_rate"]!["reason"]!.GetValue<string>().Should().Be("no_trades");
    }

    // The evidence has every digit; what a model reads is the same number rounded as it is shown.
    private static void Agree(CoachToolResult tool, JsonNode page)
    {
        JsonNode answer = JsonNode.Parse(tool.Json)!["figures"]!;
        foreach (Figure figure in tool.Figures)
        {
            JsonNode shown = page["figures"]![figure.Id]!;
            (shown["value"]?.GetValue<decimal>()).Should().Be(figure.Value, figure.Id);
            shown["n"]!.GetValue<int>().Should().Be(figure.N, figure.Id);
            (answer[figure.Id]!["value"]?.GetValue<decimal>()).Should().Be(
                figure.Value is { } value ? DisplayRounding.Round(value, figure.Unit, figure.Currency) : null, figure.Id);
        }
    }

    private async Task<CoachToolResult> InvokeAsync(Trader trader, string tool, string arguments)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = trader.UserId, Role = Role.Member });
        IExtensions<ICoachTool> tools = shared.Host.Services.GetRequiredService<IExtensions<ICoachTool>>();
        await using IExtensionLease<ICoachTool> lease = tools.Acquire();
        using JsonDocument document = JsonDocument.Parse(arguments);
        return await lease.Items.Single(item => item.Value.Name == tool).Value.InvokeAsync(document.RootElement, CancellationToken.None);
    }
}
