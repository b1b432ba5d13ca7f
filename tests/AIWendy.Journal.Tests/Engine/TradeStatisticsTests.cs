using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Journal.Tests.Engine;

public sealed class TradeStatisticsTests
{
    private static readonly decimal[] SetG = [200, -100, -50, 300, 0, -150, 100, 50, -100, 150];

    [Theory]
    [InlineData("trades", 10, 0)]
    [InlineData("net_pnl", 400, 0)]
    [InlineData("wins", 5, 0)]
    [InlineData("losses", 4, 0)]
    [InlineData("breakeven", 1, 0)]
    [InlineData("win_rate", 55.5556, 4)]
    [InlineData("win_rate_all", 50, 4)]
    [InlineData("profit_factor", 2.0000, 4)]
    [InlineData("average_win", 160, 4)]
    [InlineData("average_loss", 100, 4)]
    [InlineData("payoff_ratio", 1.6, 4)]
    [InlineData("expectancy", 40, 4)]
    [InlineData("max_drawdown", 150, 4)]
    [InlineData("max_drawdown_percent", 1.470588, 6)]
    public void V1_values(string id, decimal expected, int decimals) =>
        Math.Round(Figure(SetG, id, 10_000).Value!.Value, decimals, MidpointRounding.AwayFromZero).Should().Be(expected);

    [Fact]
    public void V1_win_rate_interval_is_Wilson()
    {
        ConfidenceInterval interval = Figure(SetG, "win_rate").Interval!;

        Math.Round(interval.Low, 3).Should().Be(26.665m);
        Math.Round(interval.High, 3).Should().Be(81.122m);
    }

    [Fact]
    public void V1_expectancy_interval_is_Students_t()
    {
        ConfidenceInterval interval = Figure(SetG, "expectancy").Interval!;

        Math.Round(interval.Low, 3).Should().Be(-65.027m);
        Math.Round(interval.High, 3).Should().Be(145.027m);
        Distributions.StudentQuantile975(9).Should().BeApproximately(2.262157, 1e-6);
        Distributions.StudentQuantile975(1).Should().BeApproximately(12.706205, 1e-6);
    }

    [Fact]
    public void V13_only_wins()
    {
        decimal[] nets = [100, 50, 25];

        Figure(nets, "profit_factor").Should().BeEquivalentTo(new { Value = (decimal?)null, Reason = "no_losses", N = 3 });
        Figure(nets, "payoff_ratio").Reason.Should().Be("no_losses");
        Figure(nets, "average_loss").Reason.Should().Be("no_losses");
        Figure(nets, "max_drawdown").Value.Should().Be(0);
        Figure(nets, "win_rate").Value.Should().Be(100);
    }

    [Fact]
    public void V13_only_losses()
    {
        decimal[] nets = [-100, -50];

        Figure(nets, "profit_factor").Value.Should().Be(0);
        Figure(nets, "win_rate").Value.Should().Be(0);
        Figure(nets, "average_win").Reason.Should().Be("no_wins");
        Figure(nets, "payoff_ratio").Reason.Should().Be("no_wins");
        Figure(nets, "max_drawdown", 1000).Value.Should().Be(150);
    }

    [Fact]
    public void V13_only_breakeven()
    {
        decimal[] nets = [0, 0, 0];

        Figure(nets, "profit_factor").Reason.Should().Be("only_breakeven");
        Figure(nets, "win_rate").Reason.Should().Be("only_breakeven");
        Figure(nets, "expectancy").Value.Should().Be(0);
        Figure(nets, "trades").Value.Should().Be(3);
    }

    [Fact]
    public void V13_one_trade_has_no_interval_of_the_mean()
    {
        FigureValue expectancy = Figure([12.5m], "expectancy");

        expectancy.Value.Should().Be(12.5m);
        expectancy.Interval.Should().BeNull();
        expectancy.LowSample.Should().BeTrue();
    }

    [Fact]
    public void V13_open_only_leaves_everything_undefined()
    {
        IReadOnlyList<FigureValue> figures = TradeStatistics.Compute([], 10_000);

        figures.Single(figure => figure.Id == "trades").Value.Should().Be(0);
        figures.Where(figure => TradeStatistics.SummaryIds.Contains(figure.Id) && figure.Id != "trades")
            .Should().AllSatisfy(figure => figure.Should().BeEquivalentTo(new { Value = (decimal?)null, N = 0, Reason = "no_trades" }));
    }

    [Theory]
    [InlineData(0, 0, 43.45)]
    [InlineData(5, 56.55, 100)]
    public void One_sided_samples_keep_an_honest_interval(int wins, decimal low, decimal high)
    {
        ConfidenceInterval interval = Distributions.Wilson(wins, 5);

        Math.Round(interval.Low, 2).Should().Be(low);
        Math.Round(interval.High, 2).Should().Be(high);
    }

    [Fact]
    public void Fees_decide_the_class()
    {
        ClosedTrade[] trades = [.. Books.Trades(1m).Select(trade => trade with { Fees = 1.5m })];

        IReadOnlyList<FigureValue> figures = TradeStatistics.Compute(trades, 0);

        figures.Single(figure => figure.Id == "losses").Value.Should().Be(1);
        figures.Single(figure => figure.Id == "net_pnl").Value.Should().Be(-0.5m);
    }

    [Fact]
    public void Drawdown_without_a_start_balance_has_no_percentage()
    {
        Figure(SetG, "max_drawdown").Value.Should().Be(150);
        Figure(SetG, "max_drawdown_percent").Reason.Should().Be("no_start_balance");
    }

    [Fact]
    public void Drawdown_counts_from_the_start_balance()
    {
        Drawdown.Of([-30, -20, 100], 1000).Should().Be(new Drawdown(50, 5));
    }

    [Fact]
    public void Low_sample_is_marked_below_twenty()
    {
        Figure([.. Enumerable.Repeat(1m, 10), .. Enumerable.Repeat(-1m, 9)], "win_rate").LowSample.Should().BeTrue();
        Figure([.. Enumerable.Repeat(1m, 10), .. Enumerable.Repeat(-1m, 10)], "win_rate").LowSample.Should().BeFalse();
    }

    private static FigureValue Figure(decimal[] nets, string id, decimal startBalance = 0) =>
        TradeStatistics.Compute(Books.Trades(nets), startBalance).Single(figure => figure.Id == id);
}
