using System.Diagnostics;
using AIWendy.Host.Plugins.Metrics;

namespace AIWendy.Host.Tests.Plugins;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(0.002)]
    [InlineData(0.4)]
    [InlineData(7)]
    [InlineData(950)]
    [InlineData(90_000)]
    public void A_percentile_is_off_by_an_eighth_at_most(double milliseconds)
    {
        LatencyHistogram histogram = new();
        for (int i = 0; i < 10; i++)
        {
            histogram.Add(Ticks(milliseconds));
        }

        histogram.Percentiles(0.5, 0.99).Should().AllSatisfy(found => found.Should().BeApproximately(milliseconds, Math.Max(milliseconds / 8, 0.0005)));
    }

    [Fact]
    public void The_slow_ones_show_in_the_99th_percentile_and_not_in_the_median()
    {
        LatencyHistogram histogram = new();
        for (int i = 0; i < 1000; i++)
        {
            histogram.Add(Ticks(i < 980 ? 2 : 300));
        }

        double[] found = histogram.Percentiles(0.5, 0.99);
        found[0].Should().BeApproximately(2, 0.25);
        found[1].Should().BeApproximately(300, 40);
    }

    [Fact]
    public void Nothing_counted_is_zero_and_whatever_was_counted_at_once_is_counted()
    {
        LatencyHistogram histogram = new();
        histogram.Percentiles(0.5).Should().Equal(0);
        Parallel.For(0, 100_000, _ => histogram.Add(Ticks(1)));
        histogram.Add(-5);
        histogram.Add(long.MaxValue);
        histogram.Percentiles(0.000_005, 0.5).Should().SatisfyRespectively(
            least => least.Should().BeLessThan(0.01),
            median => median.Should().BeApproximately(1, 0.13));
    }

    private static long Ticks(double milliseconds) => (long)(milliseconds * Stopwatch.Frequency / 1000);
}
