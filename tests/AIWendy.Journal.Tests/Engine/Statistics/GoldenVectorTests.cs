using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using static AIWendy.Plugins.Journal.Engine.FillSide;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>Figures whose values were worked out by hand and by an independent program.</summary>
public sealed class GoldenVectorTests
{
    private static readonly StatisticsOptions SetGOptions = new() { StartBalance = 10_000 };

    [Theory]
    [InlineData("net_pnl", 400, 0)]
    [InlineData("wins", 5, 0)]
    [InlineData("losses", 4, 0)]
    [InlineData("breakeven", 1, 0)]
    [InlineData("profit_factor", 2.0000, 4)]
    [InlineData("win_rate", 55.5556, 4)]
    [InlineData("win_rate_all", 50, 4)]
    [InlineData("average_win", 160, 4)]
    [InlineData("average_loss", 100, 4)]
    [InlineData("payoff_ratio", 1.6, 4)]
    [InlineData("expectancy", 40, 4)]
    [InlineData("expectancy_r", 0.4, 4)]
    [InlineData("standard_deviation_r", 1.468181, 6)]
    [InlineData("sqn", 0.861550, 6)]
    [InlineData("sqn_capped", 0.861550, 6)]
    [InlineData("t_statistic", 0.861550, 6)]
    [InlineData("r_coverage", 100, 4)]
    [InlineData("kelly", 0.277778, 6)]
    [InlineData("kelly_half", 0.138889, 6)]
    [InlineData("max_drawdown", 150, 4)]
    [InlineData("max_drawdown_percent", 1.470588, 6)]
    [InlineData("max_drawdown_day", 150, 4)]
    [InlineData("max_drawdown_day_percent", 1.449275, 6)]
    [InlineData("recovery_factor", 2.666667, 6)]
    [InlineData("ulcer_index", 0.799443, 6)]
    [InlineData("sharpe_daily", 0.429859, 6)]
    [InlineData("sortino_daily", 1.064790, 6)]
    [InlineData("max_win_streak", 2, 0)]
    [InlineData("max_loss_streak", 2, 0)]
    [InlineData("current_streak", 1, 0)]
    [InlineData("runs", 7, 0)]
    [InlineData("runs_expected", 5.4444, 4)]
    [InlineData("runs_z", 1.1245, 4)]
    [InlineData("risk_of_ruin", 0.009993, 6)]
    [InlineData("best_day_share", 75, 4)]
    [InlineData("largest_win", 300, 0)]
    [InlineData("largest_loss", 150, 0)]
    [InlineData("median_trade", 25, 0)]
    [InlineData("return_time_weighted", 4, 6)]
    [InlineData("return_money_weighted", 4, 6)]
    public void V1_figures(string id, decimal expected, int decimals)
    {
        FigureValue figure = TradeStatistics.Compute(Vectors.SetG(), SetGOptions).Single(figure => figure.Id == id);

        Math.Round(figure.Value!.Value, decimals, MidpointRounding.AwayFromZero).Should().Be(expected);
    }

    [Fact]
    public void V1_daily_returns()
    {
        ResultSeries series = ResultSeries.Of(Vectors.SetG(), SetGOptions);

        DailyReturns returns = DailyReturns.Of(DaySeries.Of(series), 10_000, ReturnBasis.Equity, [], 0);

        returns.Mean.Should().BeApproximately(0.00665738, 5e-9);
        returns.Deviation.Should().BeApproximately(0.01548735, 5e-9);
        returns.TargetDeviation.Should().BeApproximately(0.00625230, 5e-9);
        (returns.Sharpe * Math.Sqrt(252)).Should().BeApproximately(6.823805, 5e-7);
        (returns.Sortino * Math.Sqrt(252)).Should().BeApproximately(16.903016, 5e-7);
    }

    [Theory]
    [InlineData("sharpe_annual")]
    [InlineData("sortino_annual")]
    public void V1_six_days_are_not_scaled_to_a_year(string id) =>
        TradeStatistics.Compute(Vectors.SetG(), SetGOptions).Single(figure => figure.Id == id).Reason.Should().Be("too_few_days");

    [Fact]
    public void V1_deviation_of_the_population_is_smaller()
    {
        decimal[] multiples = [.. Vectors.SetG().Select(trade => trade.Net / 100)];

        Samples.Deviation(multiples).Should().BeApproximately(1.468181, 5e-7);
        Samples.PopulationDeviation(multiples).Should().BeApproximately(1.392839, 5e-7);
    }

    [Fact]
    public void V1_adjustment_of_the_risk_of_ruin() =>
        RiskOfRuin.Adjustment([.. Vectors.SetG().Select(trade => (double)trade.Net / 100)]).Should().BeApproximately(0.460591, 5e-7);

    [Fact]
    public void V1_consistency_of_thirty_percent_fails()
    {
        PropRuleStatus status = PropRules.Judge(ResultSeries.Of(Vectors.SetG(), SetGOptions), new PropRuleSet { Consistency = 30 }).Single();

        status.Value.Should().Be(75);
        status.State.Should().Be(PropRuleState.Broken);
    }

    [Theory]
    [InlineData(LotMethod.Fifo, 347.00, -151.00)]
    [InlineData(LotMethod.Lifo, 247.00, -51.00)]
    [InlineData(LotMethod.Average, 297.00, -101.00)]
    public void V3_lots(LotMethod method, decimal first, decimal second)
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 100, 10, 1), (Buy, 100, 12, 1), (Sell, 150, 13, 1.5m), (Sell, 50, 9, 0.5m)), method);

        book.Realisations.Select(part => part.Net).Should().Equal(first, second);
        book.Realisations.Sum(part => part.Net).Should().Be(196.00m);
    }

    [Theory]
    [InlineData(new[] { -10.0, -10, -10, -10 }, 10)]
    [InlineData(new[] { 0.0, 0, 0, -10 }, 5)]
    public void V9_downside_counts_every_observation(double[] values, double expected) =>
        DailyReturns.DownsideDeviation(values).Should().Be(expected);

    [Fact]
    public void V11_rolling_exit_moves_the_last_closing_fill()
    {
        RoundTrip trade = LotMatching.Build(Books.Of(1, (Buy, 4000, 1.2594m, 0), (Sell, 4000, 1.4078m, 0))).RoundTrips.Single();

        trade.Gross.Should().Be(593.60m);
        RollingExit.Reprice(trade, 1.4300m).Should().Be(682.40m);
    }

    [Fact]
    public void V11_rolling_exit_leaves_earlier_exits_and_mirrors_shorts()
    {
        RoundTrip trade = LotMatching.Build(Books.Of(2, (Sell, 10, 100, 0), (Buy, 4, 90, 0), (Buy, 6, 95, 0))).RoundTrips.Single();

        RollingExit.Reprice(trade, 92).Should().Be((((100 - 90) * 4) + ((100 - 92) * 6)) * 2);
    }

    [Fact]
    public void V12_system_quality_number() => MultipleFigures.Sqn(100, 0.5, 1.2).Should().BeApproximately(4.1667, 5e-5);

    [Theory]
    [InlineData(0.55, 10, 0.134430633)]
    [InlineData(0.5, 10, 1)]
    [InlineData(0.4, 3, 1)]
    public void Ruin_at_even_payoff_is_the_gamblers(double winRate, int units, double expected) =>
        RiskOfRuin.EvenPayoff(winRate, units).Should().BeApproximately(expected, 5e-7);

    [Fact]
    public void Bound_of_the_risk_of_ruin_is_exact_for_even_payoff() =>
        RiskOfRuin.OfMultiples([.. Enumerable.Repeat(1.0, 55), .. Enumerable.Repeat(-1.0, 45)], 10).Should().BeApproximately(RiskOfRuin.EvenPayoff(0.55, 10), 1e-9);

    [Fact]
    public void Full_Kelly_halves_before_it_doubles_in_one_of_three_cases() =>
        RiskOfRuin.BeforeGoal(0.5, 2, 1).Should().BeApproximately(1.0 / 3, 1e-12);

    [Fact]
    public void Deposits_change_neither_results_nor_drawdowns_nor_the_time_weighted_return()
    {
        StatisticsOptions options = SetGOptions with { CashFlows = [new CashFlow(Vectors.SetG()[3].Day, 50_000)] };
        Dictionary<string, FigureValue> figures = TradeStatistics.Compute(Vectors.SetG(), options).ToDictionary(figure => figure.Id);

        figures["net_pnl"].Value.Should().Be(400);
        figures["max_drawdown"].Value.Should().Be(150);
        figures["max_drawdown_percent"].Value.Should().BeApproximately(1.470588m, 0.0000005m);
        figures["return_time_weighted"].Value.Should().BeLessThan(4).And.BePositive();
        figures["return_money_weighted"].Value.Should().NotBe(figures["return_time_weighted"].Value);
    }

    [Fact]
    public void Benjamini_and_Hochberg_adjust_by_rank() =>
        BenjaminiHochberg.Adjust([0.01, 0.04, 0.03, 0.005]).Should().Equal(0.02, 0.04, 0.04, 0.02);

    [Fact]
    public void Welch_test_of_followed_against_broken_rules()
    {
        WelchTest test = WelchTest.Of([60, -40, 80, -30, 100, 20], [-90, -20, 40, -110])!;

        test.T.Should().BeApproximately(1.8391, 5e-5);
        test.DegreesOfFreedom.Should().BeApproximately(5.768, 5e-4);
        test.P.Should().BeInRange(0.11, 0.13);
    }

    [Fact]
    public void Moments_without_a_part_are_those_of_the_rest()
    {
        decimal[] part = [3, 9, -4];
        decimal[] rest = [1, 5, 7, -20, 2];
        Moments expected = Moments.Of(rest);

        Moments actual = Moments.Of([.. part, .. rest]).Without(Moments.Of(part));

        actual.Mean.Should().BeApproximately(expected.Mean, 1e-12);
        actual.Variance.Should().BeApproximately(expected.Variance, 1e-9);
    }
}
