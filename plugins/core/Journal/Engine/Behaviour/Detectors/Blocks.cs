namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// How far a statistic moves when blocks of neighbouring observations are left out in turn (block jackknife): honest
/// where neighbours depend on each other, so that formulas for independent observations promise too much.
/// </summary>
internal static class Blocks
{
    /// <summary>Number of blocks; the error has one degree of freedom less.</summary>
    public const int Count = 20;

    /// <summary>The block of an observation.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="n">Number of observations.</param>
    public static int Of(int index, int n) => (int)((long)index * Count / n);

    /// <summary>The standard error, or <see langword="null"/> when the statistic is undefined without some block.</summary>
    /// <param name="statistic">The statistic over everything but one block.</param>
    public static double? StandardError(Func<int, double?> statistic)
    {
        double[] without = new double[Count];
        for (int block = 0; block < Count; block++)
        {
            if (statistic(block) is not { } rest)
            {
                return null;
            }

            without[block] = rest;
        }

        double mean = without.Average();
        return Math.Sqrt((Count - 1.0) / Count * without.Sum(value => (value - mean) * (value - mean)));
    }
}
