namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How further courses are drawn from past results.</summary>
public enum MonteCarloMode
{
    /// <summary>Results are drawn again and again, each time from all of them.</summary>
    Bootstrap,

    /// <summary>The same results in another order: the end is always the same, the way there is not.</summary>
    Shuffle,
}

/// <summary>What to simulate.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>Most paths times trades of one simulation.</summary>
    public const int MostSteps = 25_000_000;

    /// <summary>Bootstrap or shuffle.</summary>
    public MonteCarloMode Mode { get; init; }

    /// <summary>Number of courses.</summary>
    public int Paths { get; init; } = 5000;

    /// <summary>Trades of each course; <see langword="null"/> for as many as there are results. A shuffle always has all of them.</summary>
    public int? Trades { get; init; }

    /// <summary>The same seed gives the same courses.</summary>
    public long Seed { get; init; }

    /// <summary>Equity at the start.</summary>
    public decimal Start { get; init; }

    /// <summary>Equity at or below which a course counts as ruined; <see langword="null"/> when nothing counts as ruin.</summary>
    public decimal? RuinAt { get; init; }

    /// <summary>Drawdown in money whose chance is wanted; <see langword="null"/> when none is.</summary>
    public decimal? DrawdownAbove { get; init; }
}

/// <summary>Equity of the courses after a number of trades.</summary>
/// <param name="Trade">Trades so far; 0 is the start.</param>
/// <param name="P5">One in twenty is at or below this.</param>
/// <param name="P50">Half are.</param>
/// <param name="P95">Nineteen in twenty are.</param>
public sealed record MonteCarloBand(int Trade, decimal P5, decimal P50, decimal P95);

/// <summary>What the courses came to.</summary>
/// <param name="Trades">Trades of each course.</param>
/// <param name="MeanEnd">Mean final equity.</param>
/// <param name="End">Final equity.</param>
/// <param name="DrawdownP50">Half of the courses fell at most this far below a peak.</param>
/// <param name="DrawdownP95">Nineteen in twenty did.</param>
/// <param name="DrawdownP99">Ninety-nine in a hundred did.</param>
/// <param name="SmallestDrawdown">Smallest of all.</param>
/// <param name="LargestDrawdown">Largest of all.</param>
/// <param name="Ruin">Share of the courses that were ruined, 0 to 1; <see langword="null"/> when nothing counts as ruin.</param>
/// <param name="DrawdownAbove">Share of the courses that fell further than asked for; <see langword="null"/> when nothing was.</param>
/// <param name="Bands">Equity on the way, at most sixty-one places.</param>
public sealed record MonteCarloResult(
    int Trades,
    decimal MeanEnd,
    MonteCarloBand End,
    decimal DrawdownP50,
    decimal DrawdownP95,
    decimal DrawdownP99,
    decimal SmallestDrawdown,
    decimal LargestDrawdown,
    double? Ruin,
    double? DrawdownAbove,
    IReadOnlyList<MonteCarloBand> Bands);

/// <summary>
/// Draws further courses from past results. Results are added as whole numbers of their smallest decimal, so sums are
/// exact. It says what past results could have come to in another order or mix, not what will happen.
/// </summary>
public static class MonteCarlo
{
    private const int MostBands = 60;
    private const int MostDecimals = 12;

    /// <summary>Simulates.</summary>
    /// <param name="results">At least one result.</param>
    /// <param name="options">What to simulate.</param>
    public static MonteCarloResult Run(IReadOnlyList<decimal> results, MonteCarloOptions options)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(results.Count);
        int trades = options.Mode == MonteCarloMode.Shuffle ? results.Count : options.Trades ?? results.Count;
        ArgumentOutOfRangeException.ThrowIfLessThan(trades, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)trades * options.Paths, MonteCarloOptions.MostSteps);
        decimal factor = Factor(results, trades);
        Courses courses = new([.. results.Select(result => (long)decimal.Round(result * factor))], trades, options.Paths, Places(trades));
        courses.Draw(options.Mode == MonteCarloMode.Shuffle, unchecked((ulong)options.Seed));
        return Summarise(courses, options, factor);
    }

    private static MonteCarloResult Summarise(Courses courses, MonteCarloOptions options, decimal factor)
    {
        decimal Equity(long units) => options.Start + (units / factor);
        MonteCarloBand Band(int trade, long[] sorted) => new(trade, Equity(At(sorted, 0.05)), Equity(At(sorted, 0.50)), Equity(At(sorted, 0.95)));
        List<MonteCarloBand> bands = [new(0, options.Start, options.Start, options.Start)];
        for (int place = 0; place < courses.Places.Length; place++)
        {
            Array.Sort(courses.Equity[place]);
            bands.Add(Band(courses.Places[place], courses.Equity[place]));
        }

        int ruined = options.RuinAt is { } level ? courses.Lowest.Count(low => Equity(low) <= level) : 0;
        long[] falls = courses.Falls;
        int deep = options.DrawdownAbove is { } limit ? falls.Count(fall => fall / factor > limit) : 0;
        Array.Sort(falls);
        decimal total = 0;
        foreach (long end in courses.Equity[^1])
        {
            total += end;
        }

        return new MonteCarloResult(
            courses.Places[^1],
            options.Start + (total / falls.Length / factor),
            bands[^1],
            At(falls, 0.50) / factor,
            At(falls, 0.95) / factor,
            At(falls, 0.99) / factor,
            falls[0] / factor,
            falls[^1] / factor,
            options.RuinAt is null ? null : (double)ruined / falls.Length,
            options.DrawdownAbove is null ? null : (double)deep / falls.Length,
            bands);
    }

    // The nearest rank: the smallest value with at least this share at or below it.
    private static long At(long[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static int[] Places(int trades)
    {
        int count = Math.Min(trades, MostBands);
        return [.. Enumerable.Range(1, count).Select(place => (int)((long)trades * place / count))];
    }

    // As many decimals as the results have, unless their sums would not fit.
    private static decimal Factor(IReadOnlyList<decimal> results, int trades)
    {
        int decimals = Math.Min(MostDecimals, results.Max(result => (int)Lots.Trim(result).Scale));
        decimal reach = results.Max(Math.Abs) * trades;
        decimal factor = 1;
        for (int i = 0; i < decimals && reach * factor < long.MaxValue / 100; i++)
        {
            factor *= 10;
        }

        return factor;
    }

    private sealed class Courses(long[] results, int trades, int paths, int[] places)
    {
        public int[] Places => places;

        public long[][] Equity { get; } = [.. places.Select(_ => new long[paths])];

        public long[] Falls { get; } = new long[paths];

        public long[] Lowest { get; } = new long[paths];

        public void Draw(bool shuffle, ulong seed)
        {
            SplitMix random = new(seed);
            for (int path = 0; path < paths; path++)
            {
                long equity = 0, peak = 0, fall = 0, lowest = 0;
                int place = 0;
                for (int trade = 1; trade <= trades; trade++)
                {
                    equity += shuffle ? Deal(ref random, trade - 1) : results[random.Next(results.Length)];
                    peak = Math.Max(peak, equity);
                    fall = Math.Max(fall, peak - equity);
                    lowest = Math.Min(lowest, equity);
                    if (trade == places[place])
                    {
                        Equity[place++][path] = equity;
                    }
                }

                Falls[path] = fall;
                Lowest[path] = lowest;
            }
        }

        // Fisher and Yates, as the cards are dealt.
        private long Deal(ref SplitMix random, int index)
        {
            int other = index + random.Next(results.Length - index);
            (results[index], results[other]) = (results[other], results[index]);
            return results[index];
        }
    }
}
