namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Quick entries after losses, beside those after wins by the same rule: without that control anybody who always trades
/// fast would be found. An observation is the first trade opened after a losing close.
/// </summary>
internal sealed class RevengeDetector : IBehaviourDetector
{
    private const double LargerSize = 1.2;

    /// <inheritdoc />
    public string Id => "revenge_entry";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        SequenceEntry[] next = [.. input.Sequence.Entries.Where(entry => entry.FirstAfterPrevious)];
        SequenceEntry[] afterLoss = [.. next.Where(entry => entry.Previous!.Outcome == TradeOutcome.Loss)];
        SequenceEntry[] afterWin = [.. next.Where(entry => entry.Previous!.Outcome == TradeOutcome.Win)];
        int n = Math.Min(afterLoss.Length, afterWin.Length);
        if (n < RequiredObservations)
        {
            return Finding.Silent(this, n, FindingUnits.Percent);
        }

        double window = Window(next.Select(entry => entry.GapMinutes));
        SequenceEntry[] quick = [.. afterLoss.Where(entry => IsCandidate(entry, window))];
        int control = afterWin.Count(entry => IsCandidate(entry, window));
        double difference = Observed.Percent(quick.Length, afterLoss.Length) - Observed.Percent(control, afterWin.Length);
        return new Finding(Id, n, RequiredObservations)
        {
            Effect = difference,
            EffectUnit = FindingUnits.Percent,
            Interval = Significance.RateDifference(quick.Length, afterLoss.Length, control, afterWin.Length),
            PValue = Significance.FisherUpper(quick.Length, afterLoss.Length, control, afterWin.Length),
            Score = Observed.Score(difference, 60),
            Relevant = difference >= 10,
            Cost = Observed.Cost(quick.Select(entry => entry.Trade)),
            Evidence = Observed.Worst(quick.Select(entry => entry.Trade)),
            Parts =
            [
                new("rate_after_loss", Observed.Percent(quick.Length, afterLoss.Length), FindingUnits.Percent),
                new("rate_after_win", Observed.Percent(control, afterWin.Length), FindingUnits.Percent),
                new("after_loss", afterLoss.Length, FindingUnits.Count),
                new("after_win", afterWin.Length, FindingUnits.Count),
                new("revenge_entries", quick.Length, FindingUnits.Count),
                new("window", window, FindingUnits.Minutes),
            ],
        };
    }

    /// <summary>How soon is quick: a quarter of the median gap, at least five minutes and at most thirty.</summary>
    public static double Window(IEnumerable<double> gapMinutes) => Math.Min(30, Math.Max(5, Medians.Of(gapMinutes) / 4));

    private static bool IsCandidate(SequenceEntry entry, double window) =>
        entry.GapMinutes <= window
        && (entry.RelativeSize >= LargerSize || entry.Trade.Symbol == entry.Previous!.Symbol || entry.Trade.RuleBroken == true);
}
