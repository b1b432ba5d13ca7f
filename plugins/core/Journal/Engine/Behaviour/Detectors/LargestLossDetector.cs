namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether the ten trades after the largest loss are sized differently from all others (recency). An observation is a
/// trade with a known usual size.
/// </summary>
internal sealed class LargestLossDetector : IBehaviourDetector
{
    private const int Following = 10;

    /// <inheritdoc />
    public string Id => "after_largest_loss";

    /// <inheritdoc />
    public int RequiredObservations => 40;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        SequenceEntry[] sized = [.. input.Sequence.Entries.Where(entry => entry.RelativeSize is not null)];
        BehaviourTrade? largest = input.Trades.Where(trade => trade.Net < 0).MinBy(trade => trade.Net);
        SequenceEntry[] after = largest is null ? [] : [.. sized.Where(entry => entry.Trade.OpenedAt >= largest.ClosedAt && entry.Trade.Id != largest.Id).Take(Following)];
        if (sized.Length < RequiredObservations || after.Length < Following)
        {
            return Finding.Silent(this, after.Length < Following ? Math.Min(sized.Length, RequiredObservations - 1) : sized.Length, FindingUnits.Ratio);
        }

        HashSet<Guid> ids = [.. after.Select(entry => entry.Trade.Id), largest!.Id];
        double[] sizes = [.. after.Select(entry => entry.RelativeSize!.Value)];
        double[] others = [.. sized.Where(entry => !ids.Contains(entry.Trade.Id)).Select(entry => entry.RelativeSize!.Value)];
        double ratio = Medians.Of(sizes) / Medians.Of(others);
        return new Finding(Id, sized.Length, RequiredObservations)
        {
            Effect = ratio,
            EffectUnit = FindingUnits.Ratio,
            PValue = RankComparison.Of(sizes, others).TwoSided,
            Score = Observed.Score(Math.Abs(Math.Log(ratio)), Math.Log(2)),
            Relevant = ratio is >= 1.2 or <= 1 / 1.2,
            Evidence = [largest.Id, .. Observed.First(after.Take(9).Select(entry => entry.Trade))],
            Parts = [new("largest_loss", (double)-largest.Net, FindingUnits.Money), new("following", after.Length, FindingUnits.Count)],
        };
    }
}
