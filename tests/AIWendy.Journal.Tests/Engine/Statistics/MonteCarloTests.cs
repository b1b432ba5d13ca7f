using System.Diagnostics;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

public sealed class MonteCarloTests
{
    private static readonly decimal[] SetG = [.. Vectors.SetG().Select(trade => trade.Net)];

    [Fact]
    public void Shuffled_results_end_alike_and_fall_between_the_largest_loss_and_all_losses()
    {
        MonteCarloResult result = MonteCarlo.Run(SetG, new MonteCarloOptions { Mode = MonteCarloMode.Shuffle, Start = 10_000, Paths = 20_000, Seed = 4 });

        result.End.Should().Be(new MonteCarloBand(10, 10_400, 10_400, 10_400));
        result.MeanEnd.Should().Be(10_400);
        result.SmallestDrawdown.Should().Be(150);
        result.LargestDrawdown.Should().Be(400);
    }

    [Fact]
    public void Bootstrap_ends_around_the_mean()
    {
        const int Paths = 5000;

        MonteCarloResult result = MonteCarlo.Run(SetG, new MonteCarloOptions { Start = 10_000, Paths = Paths, Seed = 1 });

        ((double)result.MeanEnd).Should().BeInRange(10_400 - (4 * 440.45 / Math.Sqrt(Paths)), 10_400 + (4 * 440.45 / Math.Sqrt(Paths)));
        result.End.P5.Should().BeLessThan(result.End.P50);
        result.DrawdownP50.Should().BeLessThan(result.DrawdownP95);
        result.Bands[0].Should().Be(new MonteCarloBand(0, 10_000, 10_000, 10_000));
        result.Bands[^1].Should().Be(result.End);
    }

    [Fact]
    public void A_seed_repeats_itself_and_another_differs()
    {
        MonteCarloOptions options = new() { Start = 10_000, Paths = 500, Seed = 42, Trades = 100, RuinAt = 9_000, DrawdownAbove = 800 };

        MonteCarloResult first = MonteCarlo.Run(SetG, options);

        MonteCarlo.Run(SetG, options).Should().BeEquivalentTo(first);
        MonteCarlo.Run(SetG, options with { Seed = 43 }).MeanEnd.Should().NotBe(first.MeanEnd);
        first.Bands.Should().HaveCount(61);
        first.Ruin.Should().BeInRange(0, 1);
        first.DrawdownAbove.Should().BeGreaterThan(0);
    }

    [Fact]
    public void Certain_ruin_is_found() =>
        MonteCarlo.Run([-1], new MonteCarloOptions { Start = 10, Trades = 10, Paths = 10, RuinAt = 0 }).Ruin.Should().Be(1);

    [Fact]
    public void Five_thousand_paths_of_five_hundred_trades_take_less_than_half_a_second()
    {
        decimal[] results = [.. Enumerable.Range(0, 500).Select(i => (decimal)Math.Round(Math.Sin(i) * 100, 2))];
        MonteCarlo.Run(results, new MonteCarloOptions { Paths = 200 });
        List<TimeSpan> times = [];
        for (int run = 0; run < 3; run++)
        {
            long began = Stopwatch.GetTimestamp();
            MonteCarlo.Run(results, new MonteCarloOptions { Seed = run });
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        times.Min().Should().BeLessThan(TimeSpan.FromSeconds(0.5));
    }
}
