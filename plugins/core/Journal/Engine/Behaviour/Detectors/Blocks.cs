namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// How far a statistic moves when blocks of neighbouring observations are left out in turn (block jackknife): honest
/// where neighbours depend on each other, so that formulas for independent observations promise too much.
/// </summary>
internal static class Blocks
{
    /// <summary>Number of blocks; the error has one degree of freedom less.</summary>
    public const int Count = 20;

    /// <summary>The standard error, or <see langword="null"/> when the statistic is undefined without some block.</summary>
    /// <param name="items">Observations in their order.</param>
    /// <param name="statistic">The statistic over some of them.</param>
    public static double? StandardError<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, double?> statistic)
    {
        double[] without = new double[Count];
        for (int block = 0; block < Count; block++)
        {
            int from = (int)((long)items.Count * block / Count);
            int to = (int)((long)items.Count * (block + 1) / Count);
            if (statistic([.. items.Take(from), .. items.Skip(to)]) is not { } rest)
            {
                return null;
            }

            without[block] = rest;
        }

        double mean = without.Average();
        return Math.Sqrt((Count - 1.0) / Count * without.Sum(value => (value - mean) * (value - mean)));
    }
}
