using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

namespace AIWendy.Journal.Tests.Behaviour;

/// <summary>Worked numbers from the literature and by hand.</summary>
public sealed class VectorTests
{
    [Theory]
    [InlineData(1, 1, 1, 3, 0.5, 0.25, 0.25)]
    [InlineData(12, 18, 5, 25, 0.4, 0.1667, 0.2333)]
    [InlineData(13_883, 79_658, 11_930, 110_348, 0.1484, 0.0976, 0.0508)]
    public void Disposition_rates(int realisedGains, int paperGains, int realisedLosses, int paperLosses, double gainRate, double lossRate, double effect)
    {
        DispositionTotals totals = new(realisedGains, realisedLosses, paperGains, paperLosses);

        totals.GainRate.Should().BeApproximately(gainRate, 0.00005);
        totals.LossRate.Should().BeApproximately(lossRate, 0.00005);
        totals.Effect.Should().BeApproximately(effect, 0.0001);
    }

    [Fact]
    public void Disposition_error()
    {
        DispositionTotals totals = new(12, 5, 18, 25);

        totals.StandardError.Should().BeApproximately(0.112382, 0.000001);
        (totals.Effect / totals.StandardError).Should().BeApproximately(2.0763, 0.0001);
        DispositionTotals paper = new(13_883, 11_930, 79_658, 110_348);
        (paper.Effect / paper.StandardError).Should().BeApproximately(35.3, 0.05);
    }

    [Fact]
    public void Disposition_without_any_gain_is_undefined() => new DispositionTotals(0, 3, 0, 4).Effect.Should().BeNull();

    [Fact]
    public void Hold_ratio_of_medians() => HoldTimeDetector.HoldRatio([12, 20, 15, 18, 9], [30, 45, 28, 60]).Should().Be(2.5);

    [Fact]
    public void Ranks_of_holds_that_never_meet()
    {
        RankComparison comparison = RankComparison.Of([30, 45, 28, 60], [12, 20, 15, 18, 9]);

        comparison.U.Should().Be(20);
        comparison.Share.Should().Be(1);
        comparison.Upper.Should().BeApproximately(Significance.NormalUpper(9.5 / Math.Sqrt(20 * 10 / 12.0)), 1e-12);
    }

    [Fact]
    public void Rates_after_losses_and_after_wins()
    {
        Significance.FisherUpper(9, 20, 3, 20).Should().BeApproximately(0.0412, 0.00005);
        Distributions.FisherTwoSided(9, 20, 3, 20).Should().BeApproximately(0.0824, 0.00005);
        (double low, double high) = Significance.RateDifference(9, 20, 3, 20);
        low.Should().BeInRange(0, 4);
        high.Should().BeInRange(50, 55);
    }

    [Theory]
    [InlineData(new[] { 3.0, 4, 3, 5, 4, 3, 4, 12, 4, 3 }, 8.4478)]
    [InlineData(new[] { 4.0, 4, 4, 4, 4, 9 }, 6)]
    public void Threshold_of_busy_days(double[] counts, double threshold) => Medians.HighThreshold(counts).Should().BeApproximately(threshold, 0.00005);

    [Fact]
    public void Size_after_a_streak_of_wins() => SizeAfter.MedianRatio([150, 160, 155], [100, 90, 110, 100, 100]).Should().Be(1.55);

    [Fact]
    public void Runs_of_outcomes()
    {
        RunsComparison runs = RunsComparison.Of([true, false, false, true, false, true, true, false, true]);

        runs.Runs.Should().Be(7);
        runs.Expected.Should().BeApproximately(5.4444, 0.00005);
        runs.Z.Should().BeApproximately(1.1245, 0.00005);
        RunsComparison.Of([true, true, true]).Z.Should().BeNull();
    }

    [Fact]
    public void Means_of_kept_and_broken_rules()
    {
        MeanComparison comparison = MeanComparison.Of([60, -40, 80, -30, 100, 20], [-90, -20, 40, -110]);

        comparison.Difference.Should().BeApproximately(31.6667 + 45, 0.00005);
        comparison.T.Should().BeApproximately(1.8391, 0.00005);
        comparison.DegreesOfFreedom.Should().BeApproximately(5.768, 0.0005);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1, 100)]
    [InlineData(0.5, 0.25, 0.75, 0, 37.5)]
    public void Tilt_has_four_parts(double frequency, double size, double streak, double broken, double score) =>
        TiltDetector.Score(frequency, size, streak, broken).Should().BeApproximately(score, 1e-9);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.644854, 0.05)]
    [InlineData(1.959964, 0.025)]
    [InlineData(-1.644854, 0.95)]
    [InlineData(4, 3.167124e-5)]
    public void Normal_tail(double z, double tail) => Significance.NormalUpper(z).Should().BeApproximately(tail, tail * 1e-5);

    [Theory]
    [InlineData(2.262157, 9, 0.025)]
    [InlineData(1.812461, 10, 0.05)]
    [InlineData(-1.812461, 10, 0.95)]
    [InlineData(1.8391, 5.768, 0.0586)]
    public void Student_tail(double t, double freedom, double tail) => Significance.StudentUpper(t, freedom).Should().BeApproximately(tail, 0.0005);

    [Fact]
    public void Binomial_and_Poisson_tails()
    {
        Significance.BinomialUpper(9, 10, 0.5).Should().BeApproximately(11 / 1024.0, 1e-9);
        Significance.PoissonUpper(3, 1).Should().BeApproximately(0.0803014, 1e-6);
        Significance.PoissonUpper(0, 2).Should().Be(1);
        Significance.PoissonUpper(5, 0.0000001).Should().BeLessThan(1e-30);
    }

    [Theory]
    [InlineData(100, 40)]
    [InlineData(2000, 400)]
    public void Drawing_at_random(int n, int part)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        double mean = part * (n - 1) / 2.0;
        double spread = Math.Sqrt(part * (double)(n - part) * (n + 1) / 12);

        Significance.PermutationUpper(values, mean, part).Should().BeApproximately(0.5, 0.2);
        Significance.PermutationUpper(values, mean + (3 * spread), part).Should().BeLessThan(0.006);
        Significance.PermutationUpper([.. values.Select(_ => 1.0)], part, part).Should().Be(1);
    }

    [Fact]
    public void Rank_correlation()
    {
        RankCorrelation.Of([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])!.Rho.Should().BeApproximately(0.8, 1e-12);
        RankCorrelation.Of([1, 2, 3, 4], [5, 5, 5, 5]).Should().BeNull();
        RankCorrelation.Of([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1])!.TwoSided.Should().Be(0);
    }

    [Fact]
    public void Line_through_points()
    {
        LineFit line = LineFit.Of([1, 2, 3, 4], [3, 1, -1, -3])!;

        line.Slope.Should().BeApproximately(-2, 1e-12);
        LineFit.Of([1, 1, 1], [1, 2, 3]).Should().BeNull();
    }

    [Theory]
    [InlineData(0.01, 0.5, "100.01 100.02 101.37 99.5 98.44 97.31")]
    [InlineData(0.25, 5, "6000.25 6001.5 6003.75 5990 5995.25 6002.5")]
    [InlineData(0.00001, 0.0005, "1.17344 1.17467 1.1701 1.18 1.16999 1.17345")]
    [InlineData(1, 50, "39001 39002 39004 39101 38888 38887")]
    public void Grid_of_prices(double tick, double round, string prices)
    {
        PriceGrid? grid = PriceGrid.Of([.. prices.Split(' ').Select(price => decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture))]);

        grid.Should().Be(new PriceGrid((decimal)tick, (decimal)round));
    }

    [Fact]
    public void Averages_over_fills_do_not_change_the_grid()
    {
        decimal[] prices = [.. Enumerable.Range(0, 40).Select(i => 100 + (i * 0.07m)), 101.123456m];

        PriceGrid.Of(prices)!.Tick.Should().Be(0.01m);
    }
}
