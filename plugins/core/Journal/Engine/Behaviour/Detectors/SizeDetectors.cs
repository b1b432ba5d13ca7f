namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>Whether sizes grow after three wins in a row (house money, Thaler and Johnson 1990). An observation is a trade opened then.</summary>
internal sealed class SizeAfterWinsDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "size_after_wins";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input) => SizeAfter.Detect(this, input, entry => entry.WinStreak >= 3);
}

/// <summary>Whether sizes grow after a loss (martingale). An observation is a trade opened then.</summary>
internal sealed class SizeAfterLossesDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "size_after_losses";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input) => SizeAfter.Detect(this, input, entry => entry.LossStreak >= 1);
}

/// <summary>Sizes under a condition against all sizes, each relative to the usual one of its instrument at that time.</summary>
internal static class SizeAfter
{
    private const int LeastOthers = 10;

    /// <summary>Compares by drawing as many trades at random.</summary>
    public static Finding Detect(IBehaviourDetector detector, BehaviourInput input, Func<SequenceEntry, bool> condition)
    {
        SequenceEntry[] sized = [.. input.Sequence.Entries.Where(entry => entry.RelativeSize is not null)];
        SequenceEntry[] concerned = [.. sized.Where(condition)];
        if (concerned.Length < detector.RequiredObservations || sized.Length - concerned.Length < LeastOthers)
        {
            return Finding.Silent(detector, concerned.Length, FindingUnits.Ratio);
        }

        double[] logs = [.. sized.Select(entry => Math.Log(entry.RelativeSize!.Value))];
        double sum = concerned.Sum(entry => Math.Log(entry.RelativeSize!.Value));
        double ratio = MedianRatio([.. concerned.Select(entry => entry.RelativeSize!.Value)], [.. sized.Select(entry => entry.RelativeSize!.Value)]);
        double mean = Math.Exp((sum / concerned.Length) - logs.Average());
        SequenceEntry[] larger = [.. concerned.Where(entry => entry.RelativeSize > 1)];
        return new Finding(detector.Id, concerned.Length, detector.RequiredObservations)
        {
            Effect = ratio,
            EffectUnit = FindingUnits.Ratio,
            PValue = Significance.PermutationUpper(logs, sum, concerned.Length),
            Score = Observed.Score(Math.Max(ratio, mean) - 1, 1),
            Relevant = Math.Max(ratio, mean) >= 1.1,
            Cost = larger.Sum(Extra),
            Evidence = Observed.Worst(larger.Select(entry => entry.Trade)),
            Parts =
            [
                new("mean_ratio", mean, FindingUnits.Ratio),
                new("larger_trades", larger.Length, FindingUnits.Count),
                new("sized_trades", sized.Length, FindingUnits.Count),
            ],
        };
    }

    /// <summary>Median of some sizes against the median of all.</summary>
    public static double MedianRatio(IReadOnlyCollection<double> concerned, IReadOnlyCollection<double> all) => Medians.Of(concerned) / Medians.Of(all);

    // What the part of the trade beyond the usual size lost.
    private static decimal Extra(SequenceEntry entry) => -entry.Trade.Net * (1 - (decimal)(1 / entry.RelativeSize!.Value));
}
