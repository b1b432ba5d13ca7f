using System.Globalization;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using static AIWendy.Plugins.Journal.Engine.FillSide;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>Books at the edge of what a figure can be computed from: a reason, never a zero, an infinity or a guess.</summary>
public sealed class EdgeCaseTests
{
    [Theory]
    [InlineData("profit_factor", "no_losses")]
    [InlineData("payoff_ratio", "no_losses")]
    [InlineData("kelly", "no_losses")]
    [InlineData("kelly_half", "no_losses")]
    [InlineData("average_loss", "no_losses")]
    [InlineData("largest_loss", "no_losses")]
    [InlineData("recovery_factor", "no_drawdown")]
    [InlineData("risk_of_ruin", "low_sample")]
    [InlineData("sortino_daily", "no_downside")]
    [InlineData("hold_ratio", "no_losses")]
    [InlineData("runs_z", "no_losses")]
    [InlineData("average_hold_losses", "no_losses")]
    public void Zero_losers(string id, string reason) => Undefined(Nets(100, 50, 25), id, reason);

    [Fact]
    public void Zero_losers_in_thirty_trades_are_no_risk_of_ruin_and_no_drawdown()
    {
        List<ClosedTrade> trades = Nets([.. Enumerable.Range(1, 30).Select(i => (decimal)i)]);

        Value(trades, "risk_of_ruin").Should().Be(0);
        Value(trades, "max_drawdown").Should().Be(0);
        Value(trades, "win_rate").Should().Be(100);
    }

    [Theory]
    [InlineData("payoff_ratio", "no_wins")]
    [InlineData("kelly", "no_wins")]
    [InlineData("average_win", "no_wins")]
    [InlineData("largest_win", "no_wins")]
    [InlineData("best_day_share", "no_profit")]
    public void Zero_winners(string id, string reason) => Undefined(Nets(-100, -50, -25), id, reason);

    [Fact]
    public void Zero_winners_have_a_profit_factor_of_zero_and_a_negative_Sortino_ratio()
    {
        List<ClosedTrade> trades = Nets(-100, -50, -25);

        Value(trades, "profit_factor").Should().Be(0);
        Value(trades, "win_rate").Should().Be(0);
        Value(trades, "sortino_daily").Should().BeNegative();
        Value(trades, "risk_of_ruin").Should().Be(1);
    }

    [Theory]
    [InlineData("sqn", "sd_zero")]
    [InlineData("sqn_capped", "sd_zero")]
    [InlineData("t_statistic", "sd_zero")]
    public void Zero_variance(string id, string reason)
    {
        Undefined(Nets(100, 100, 100), id, reason);
        Value(Nets(100, 100, 100), "standard_deviation").Should().Be(0);
        Figure(Nets(100, 100, 100), "expectancy").Interval.Should().BeNull();
    }

    [Fact]
    public void Zero_variance_of_days_leaves_the_Sharpe_ratio_undefined()
    {
        StatisticsOptions money = new() { StartBalance = 10_000, Returns = ReturnBasis.Result };

        TradeStatistics.Compute(Nets(100, 100, 100), money).Single(figure => figure.Id == "sharpe_daily").Reason.Should().Be("sd_zero");
    }

    [Theory]
    [InlineData("standard_deviation", "n_too_small")]
    [InlineData("standard_deviation_r", "n_too_small")]
    [InlineData("sqn", "n_too_small")]
    [InlineData("sqn_capped", "n_too_small")]
    [InlineData("t_statistic", "n_too_small")]
    [InlineData("sharpe_daily", "n_too_small")]
    public void One_trade(string id, string reason)
    {
        Undefined(Nets(12.5m), id, reason);
        Figure(Nets(12.5m), "expectancy").Interval.Should().BeNull();
        Value(Nets(12.5m), "expectancy").Should().Be(12.5m);
    }

    [Theory]
    [InlineData("profit_factor", "only_breakeven")]
    [InlineData("win_rate", "only_breakeven")]
    [InlineData("kelly", "only_breakeven")]
    [InlineData("recovery_factor", "only_breakeven")]
    [InlineData("runs", "only_breakeven")]
    [InlineData("hold_ratio", "only_breakeven")]
    public void Only_breakeven(string id, string reason)
    {
        Undefined(Nets(0, 0, 0), id, reason);
        Value(Nets(0, 0, 0), "expectancy").Should().Be(0);
        Value(Nets(0, 0, 0), "max_win_streak").Should().Be(0);
    }

    [Fact]
    public void Breakeven_counts_in_the_number_and_expectancy_and_skips_streaks()
    {
        List<ClosedTrade> trades = Nets(10, 0, 10, 0, 10, -5);

        Value(trades, "max_win_streak").Should().Be(3);
        Value(trades, "trades").Should().Be(6);
        Value(trades, "expectancy").Should().Be(25m / 6);
        Value(trades, "win_rate").Should().Be(75);
        Value(trades, "win_rate_all").Should().Be(50);
        Streaks.Of(ResultSeries.Of(trades, StatisticsOptions.Default).Ends, StreakRule.EndAtBreakeven).LongestWin.Should().Be(1);
    }

    [Fact]
    public void Breakeven_band_decides_every_class_and_an_account_may_have_its_own()
    {
        Guid other = Guid.CreateVersion7();
        List<ClosedTrade> trades = Nets(5, -5, 5.01m, -5.01m);
        trades.Add(trades[0] with { AccountId = other, ClosedAt = trades[^1].ClosedAt });
        StatisticsOptions options = new() { BreakevenBand = 5, BreakevenBands = new Dictionary<Guid, decimal> { [other] = 1 } };

        ResultSeries series = ResultSeries.Of(trades, options);

        series.Ends.Should().Equal(TradeOutcome.Breakeven, TradeOutcome.Breakeven, TradeOutcome.Win, TradeOutcome.Loss, TradeOutcome.Win);
        (series.Wins, series.Losses, series.Breakeven).Should().Be((2, 1, 2));
    }

    [Fact]
    public void Open_trades_leave_everything_undefined_and_realise_on_the_day_of_the_fill()
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 4, 1000, 3), (Sell, 2, 1001, 3)));

        IReadOnlyList<FigureValue> figures = TradeStatistics.Compute([], 10_000);

        book.RoundTrips.Should().BeEmpty();
        book.Realisations.Single().Net.Should().Be(2 - 4.5m);
        string[] counts = ["trades", "wins", "losses", "breakeven", "trading_days", "winning_days", "losing_days"];
        figures.Where(figure => counts.Contains(figure.Id)).Should().OnlyContain(figure => figure.Value == 0);
        figures.Where(figure => !counts.Contains(figure.Id)).Should().AllSatisfy(figure => figure.Should().BeEquivalentTo(new { Value = (decimal?)null, N = 0, Reason = "no_trades" }, figure.Id));
    }

    [Fact]
    public void Fees_decide_the_class_unless_the_view_is_gross()
    {
        List<ClosedTrade> trades = [.. Nets(1, 3).Select(trade => trade with { Fees = 1.5m })];

        ResultSeries.Of(trades, new StatisticsOptions()).Losses.Should().Be(1);
        ResultSeries.Of(trades, new StatisticsOptions { View = ResultView.Gross }).Losses.Should().Be(0);
        TradeStatistics.Compute(trades, new StatisticsOptions { View = ResultView.Gross }).Single(figure => figure.Id == "net_pnl").Value.Should().Be(4);
    }

    [Fact]
    public void Rebates_are_negative_fees()
    {
        ClosedTrade trade = Nets(-1)[0] with { Fees = -1.5m };

        ResultSeries.Of([trade], new StatisticsOptions()).Ends.Should().Equal(TradeOutcome.Win);
    }

    [Fact]
    public void No_stop_leaves_R_undefined_and_says_how_many_are_covered()
    {
        List<ClosedTrade> trades = Nets(100, -50, 25, 10);
        trades[0] = trades[0] with { Risk = 50 };
        trades[1] = trades[1] with { Risk = 50 };
        trades[2] = trades[2] with { Risk = null };
        trades[3] = trades[3] with { Risk = 0 };

        FigureValue expectancy = Figure(trades, "expectancy_r");

        expectancy.Value.Should().Be(0.5m);
        expectancy.Coverage.Should().Be(new FigureCoverage(2, 4));
        expectancy.Exclusions.Should().Equal(new FigureExclusion("no_stop", 1), new FigureExclusion("risk_zero", 1));
        Undefined([.. trades.Select(trade => trade with { Risk = null })], "sqn", "no_stop");
    }

    [Fact]
    public void Results_in_R_leave_out_what_has_no_stop()
    {
        List<ClosedTrade> trades = Nets(100, -50, 25);
        trades[2] = trades[2] with { Risk = null };

        Dictionary<string, FigureValue> figures = TradeStatistics.Compute(trades, new StatisticsOptions { Unit = ResultUnit.R }).ToDictionary(figure => figure.Id);

        figures["net_pnl"].Should().BeEquivalentTo(new { Value = (decimal?)1m, Unit = "r", N = 2, Coverage = new FigureCoverage(2, 3) });
        figures["win_rate"].Exclusions.Should().Equal(new FigureExclusion("no_stop", 1));
    }

    [Fact]
    public void Percent_is_of_the_start_balance_and_undefined_without_one()
    {
        StatisticsOptions percent = new() { Unit = ResultUnit.Percent, StartBalance = 10_000 };

        TradeStatistics.Compute(Nets(100, -50), percent).Single(figure => figure.Id == "net_pnl").Should().BeEquivalentTo(new { Value = (decimal?)0.5m, Unit = "percent" });
        TradeStatistics.Compute(Nets(100, -50), percent with { StartBalance = 0 }).Single(figure => figure.Id == "net_pnl").Reason.Should().Be("no_start_balance");
    }

    [Theory]
    [InlineData("average_mae")]
    [InlineData("average_mfe")]
    [InlineData("capture")]
    public void No_bars_leave_excursions_undefined(string id) => Undefined(Nets(1, 2), id, "no_bars");

    [Theory]
    [InlineData("America/New_York", "2025-03-09T06:59:59Z", null, "2025-03-09")]
    [InlineData("America/New_York", "2025-03-10T03:59:59Z", null, "2025-03-09")]
    [InlineData("America/New_York", "2025-03-10T04:00:00Z", null, "2025-03-10")]
    [InlineData("America/New_York", "2025-11-02T05:30:00Z", null, "2025-11-02")]
    [InlineData("America/New_York", "2025-11-02T06:30:00Z", null, "2025-11-02")]
    [InlineData("America/New_York", "2025-01-15T21:59:59Z", "17:00", "2025-01-15")]
    [InlineData("America/New_York", "2025-01-15T22:00:00Z", "17:00", "2025-01-16")]
    [InlineData("America/New_York", "2025-07-15T21:00:00Z", "17:00", "2025-07-16")]
    [InlineData("Europe/Paris", "2025-03-30T00:59:59Z", null, "2025-03-30")]
    [InlineData("Europe/Paris", "2025-10-26T22:59:59Z", null, "2025-10-26")]
    [InlineData("Europe/Paris", "2025-10-26T23:00:00Z", null, "2025-10-27")]
    public void Trading_day_follows_the_zone_its_clock_changes_and_the_cut_off(string zone, string at, string? cutOff, string day) =>
        TradingDays.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone), cutOff is null ? null : TimeOnly.Parse(cutOff, CultureInfo.InvariantCulture)).Should().Be(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.0000000001", "0.0000000003")]
    [InlineData("1000000000", "999999999999")]
    public void Tiny_and_huge_amounts_stay_exact(string lossText, string winText)
    {
        decimal loss = decimal.Parse(lossText, CultureInfo.InvariantCulture);
        decimal win = decimal.Parse(winText, CultureInfo.InvariantCulture);
        List<ClosedTrade> trades = Nets(win, -loss, win);

        Value(trades, "net_pnl").Should().Be((2 * win) - loss);
        Value(trades, "profit_factor").Should().Be(2 * win / loss);
        MonteCarlo.Run([.. trades.Select(trade => trade.Net)], new MonteCarloOptions { Mode = MonteCarloMode.Shuffle, Paths = 20 }).MeanEnd.Should().Be(Value(trades, "net_pnl"));
    }

    private static List<ClosedTrade> Nets(params decimal[] nets) => Vectors.Trades([.. nets.Select((net, index) => (index, net))], risk: 50);

    private static FigureValue Figure(List<ClosedTrade> trades, string id) => TradeStatistics.Compute(trades, 10_000).Single(figure => figure.Id == id);

    private static decimal? Value(List<ClosedTrade> trades, string id) => Figure(trades, id).Value;

    private static void Undefined(List<ClosedTrade> trades, string id, string reason) =>
        Figure(trades, id).Should().BeEquivalentTo(new { Value = (decimal?)null, Reason = reason });
}
