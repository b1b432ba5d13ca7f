namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Prices of a stretch of time.</summary>
/// <param name="From">Start of the stretch, in UTC.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
public readonly record struct PriceBar(DateTimeOffset From, DateTimeOffset To, decimal High, decimal Low);

/// <summary>
/// How far prices went while a trade was held. Long: MAE = max(0, entry − lowest low), MFE = max(0, highest high − entry);
/// short mirrored. Source: Sweeney. Efficiency after RINA: entry (H − entry) ÷ (H − L), exit (exit − L) ÷ (H − L),
/// total (exit − entry) ÷ (H − L) for longs; mirrored for shorts.
/// </summary>
/// <param name="Adverse">MAE in price, not negative.</param>
/// <param name="Favourable">MFE in price, not negative.</param>
/// <param name="Capture">Price gain ÷ MFE; negative for losers; <see langword="null"/> when MFE is zero.</param>
/// <param name="EntryEfficiency">0 to 1 when the entry lies within the range; <see langword="null"/> when the range is empty.</param>
/// <param name="ExitEfficiency">Likewise of the exit.</param>
/// <param name="TotalEfficiency">Likewise of both; negative for losers.</param>
/// <param name="IsApproximate">Whether the first or last bar also holds prices from outside the holding time.</param>
public sealed record Excursions(
    decimal Adverse, decimal Favourable, decimal? Capture, decimal? EntryEfficiency, decimal? ExitEfficiency, decimal? TotalEfficiency, bool IsApproximate)
{
    /// <summary>Looks at the bars that overlap the holding time; <see langword="null"/> when there is none.</summary>
    /// <param name="side">Direction of the trade.</param>
    /// <param name="entry">Average entry price.</param>
    /// <param name="exit">Average exit price.</param>
    /// <param name="openedAt">First fill.</param>
    /// <param name="closedAt">Last fill.</param>
    /// <param name="bars">Bars in any order; those outside the holding time are left out.</param>
    public static Excursions? Of(PositionSide side, decimal entry, decimal exit, DateTimeOffset openedAt, DateTimeOffset closedAt, IEnumerable<PriceBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        decimal? high = null;
        decimal? low = null;
        bool approximate = false;
        foreach (PriceBar bar in bars)
        {
            if (bar.To > openedAt && bar.From <= closedAt)
            {
                high = high is { } top ? Math.Max(top, bar.High) : bar.High;
                low = low is { } bottom ? Math.Min(bottom, bar.Low) : bar.Low;
                approximate |= bar.From < openedAt || bar.To > closedAt;
            }
        }

        return high is null || low is null ? null : Of(side, entry, exit, high.Value, low.Value, approximate);
    }

    private static Excursions Of(PositionSide side, decimal entry, decimal exit, decimal high, decimal low, bool approximate)
    {
        bool isLong = side == PositionSide.Long;
        decimal gain = isLong ? exit - entry : entry - exit;
        decimal favourable = Math.Max(0, isLong ? high - entry : entry - low);
        decimal range = high - low;
        return new Excursions(
            Math.Max(0, isLong ? entry - low : high - entry),
            favourable,
            favourable == 0 ? null : gain / favourable,
            range == 0 ? null : (isLong ? high - entry : entry - low) / range,
            range == 0 ? null : (isLong ? exit - low : high - exit) / range,
            range == 0 ? null : gain / range,
            approximate);
    }
}
