namespace AIWendy.Plugins.Journal.Engine;

/// <summary>How far equity fell below its running peak; the first peak is the start balance.</summary>
/// <param name="Largest">Largest fall in money, not negative.</param>
/// <param name="LargestPercent">
/// Largest fall relative to the peak before it, 0 to 100; may be another fall than <paramref name="Largest"/>.
/// <see langword="null"/> when a peak or the equity was not above zero, where a percentage says nothing.
/// </param>
public sealed record Drawdown(decimal Largest, decimal? LargestPercent)
{
    /// <summary>Follows equity through results in their order.</summary>
    public static Drawdown Of(IEnumerable<decimal> results, decimal startBalance)
    {
        ArgumentNullException.ThrowIfNull(results);
        decimal equity = startBalance;
        decimal peak = startBalance;
        decimal largest = 0;
        decimal largestShare = 0;
        bool relative = startBalance > 0;
        foreach (decimal result in results)
        {
            equity += result;
            peak = Math.Max(peak, equity);
            largest = Math.Max(largest, peak - equity);
            relative &= equity > 0;
            if (relative)
            {
                largestShare = Math.Max(largestShare, (peak - equity) / peak);
            }
        }

        return new Drawdown(largest, relative ? largestShare * 100 : null);
    }
}
