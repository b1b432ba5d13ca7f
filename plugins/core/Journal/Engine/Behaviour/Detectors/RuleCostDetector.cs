namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether trades with a broken rule do worse than those that kept to the rules (Welch). An observation is a trade of
/// the rarer kind; trades on which nothing was noted are left out.
/// </summary>
internal sealed class RuleCostDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "rule_cost";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        BehaviourTrade[] kept = [.. input.Trades.Where(trade => trade.RuleBroken == false)];
        BehaviourTrade[] broken = [.. input.Trades.Where(trade => trade.RuleBroken == true)];
        int n = Math.Min(kept.Length, broken.Length);
        if (n < RequiredObservations)
        {
            return Finding.Silent(this, n, FindingUnits.Money);
        }

        double[] keptResults = [.. kept.Select(trade => (double)trade.Net)];
        double[] brokenResults = [.. broken.Select(trade => (double)trade.Net)];
        MeanComparison comparison = MeanComparison.Of(keptResults, brokenResults);
        double spread = Math.Sqrt((MeanComparison.Moments(keptResults).Variance + MeanComparison.Moments(brokenResults).Variance) / 2);
        double size = spread <= 0 ? 0 : comparison.Difference / spread;
        return new Finding(Id, n, RequiredObservations)
        {
            Effect = comparison.Difference,
            EffectUnit = FindingUnits.Money,
            Interval = comparison.Interval,
            PValue = comparison.Upper,
            Score = Observed.Score(size, 1),
            Relevant = size >= 0.2,
            Cost = Observed.Cost(broken),
            Evidence = Observed.Worst(broken),
            Parts =
            [
                new("mean_kept", keptResults.Average(), FindingUnits.Money),
                new("mean_broken", brokenResults.Average(), FindingUnits.Money),
                new("trades_kept", kept.Length, FindingUnits.Count),
                new("trades_broken", broken.Length, FindingUnits.Count),
            ],
        };
    }
}
