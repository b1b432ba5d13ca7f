namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Days with far more trades than usual, and whether the trades beyond the usual number do worse than the rest. An
/// observation is a day with entries.
/// </summary>
internal sealed class OvertradingDetector : IBehaviourDetector
{
    private const int LeastExcess = 10;

    /// <inheritdoc />
    public string Id => "overtrading";

    /// <inheritdoc />
    public int RequiredObservations => 20;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        IReadOnlyList<TradingDay> days = input.Days;
        if (days.Count < RequiredObservations)
        {
            return Finding.Silent(this, days.Count, FindingUnits.Money);
        }

        double[] counts = [.. days.Select(day => (double)day.Entries.Count)];
        double usual = Medians.Of(counts);
        double threshold = Medians.HighThreshold(counts);
        HashSet<DateOnly> flagged = [.. days.Where(day => day.Entries.Count > threshold).Select(day => day.Date)];
        ILookup<bool, BehaviourTrade> trades = input.Sequence.Entries.ToLookup(
            entry => entry.NumberOfDay > usual && flagged.Contains(entry.Trade.OpenedOn), entry => entry.Trade);
        BehaviourTrade[] excess = [.. trades[true]];
        Finding finding = new(Id, days.Count, RequiredObservations)
        {
            EffectUnit = FindingUnits.Money,
            Score = 0,
            Parts =
            [
                new("usual_trades", usual, FindingUnits.Count),
                new("threshold", threshold, FindingUnits.Count),
                new("busy_days", flagged.Count, FindingUnits.Count),
                new("excess_trades", excess.Length, FindingUnits.Count),
            ],
        };
        return excess.Length < LeastExcess ? finding : Compare(finding, excess, [.. trades[false]]);
    }

    private static Finding Compare(Finding finding, BehaviourTrade[] excess, BehaviourTrade[] others)
    {
        double[] rest = [.. others.Select(trade => (double)trade.Net)];
        MeanComparison comparison = MeanComparison.Of(rest, [.. excess.Select(trade => (double)trade.Net)]);
        (double mean, double variance) = MeanComparison.Moments(rest);
        double size = variance <= 0 ? 0 : comparison.Difference / Math.Sqrt(variance);
        return finding with
        {
            Effect = comparison.Difference,
            Interval = comparison.Interval,
            PValue = comparison.Upper,
            Score = Observed.Score(size, 1),
            Relevant = size >= 0.2,
            Cost = Observed.Cost(excess),
            Evidence = Observed.Worst(excess),
            Parts =
            [
                .. finding.Parts,
                new("mean_excess", mean - comparison.Difference, FindingUnits.Money),
                new("mean_other", mean, FindingUnits.Money),
            ],
        };
    }
}
