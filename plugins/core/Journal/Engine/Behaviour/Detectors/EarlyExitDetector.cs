namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Winning trades that were closed before their planned target. An observation is a winning trade with a target. What
/// it cost, and an alert, need prices after the exit: a fair price reaches the target before the stop exactly as often
/// as the distances say, so that more is more than chance.
/// </summary>
internal sealed class EarlyExitDetector : IBehaviourDetector
{
    private const double Early = 0.95;
    private const int LeastFollowed = 20;

    /// <inheritdoc />
    public string Id => "early_exit";

    /// <inheritdoc />
    public int RequiredObservations => 20;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        BehaviourTrade[] winners = [.. input.Trades.Where(trade => trade.Gross > 0 && Planned(trade) > 0)];
        if (winners.Length < RequiredObservations)
        {
            return Finding.Silent(this, winners.Length, FindingUnits.Percent);
        }

        BehaviourTrade[] early = [.. winners.Where(trade => Captured(trade) < Early)];
        double share = Observed.Percent(early.Length, winners.Length);
        ConfidenceInterval interval = Distributions.Wilson(early.Length, winners.Length);
        Finding finding = new(Id, winners.Length, RequiredObservations)
        {
            Effect = share,
            EffectUnit = FindingUnits.Percent,
            Interval = ((double)interval.Low, (double)interval.High),
            Score = share,
            Relevant = share >= 50,
            Evidence = Observed.First(early.OrderBy(Captured)),
            Parts =
            [
                new("early_exits", early.Length, FindingUnits.Count),
                new("captured", 100 * winners.Average(Captured), FindingUnits.Percent),
            ],
        };
        BehaviourTrade[] followed = [.. early.Where(trade => trade.TargetCameFirst is not null && trade.Risk is not null)];
        return followed.Length < LeastFollowed ? finding : Follow(finding, followed);
    }

    private static Finding Follow(Finding finding, BehaviourTrade[] followed)
    {
        double[] chances = [.. followed.Select(Chance)];
        int reached = followed.Count(trade => trade.TargetCameFirst == true);
        double spread = Math.Sqrt(chances.Sum(chance => chance * (1 - chance)));
        return finding with
        {
            PValue = spread <= 0 ? 1 : Significance.NormalUpper((reached - 0.5 - chances.Sum()) / spread),
            Cost = followed.Sum(trade => Units(trade) * ((trade.TargetCameFirst == true ? trade.PlannedTarget!.Value : trade.PlannedStop!.Value) - trade.ExitPrice)),
            Parts =
            [
                .. finding.Parts,
                new("followed", followed.Length, FindingUnits.Count),
                new("reached_target", reached, FindingUnits.Count),
                new("expected_target", chances.Sum(), FindingUnits.Ratio),
            ],
        };
    }

    private static double Chance(BehaviourTrade trade) =>
        (double)Math.Clamp((trade.ExitPrice - trade.PlannedStop!.Value) / (trade.PlannedTarget!.Value - trade.PlannedStop.Value), 0, 1);

    private static decimal Units(BehaviourTrade trade) => trade.Direction * trade.Quantity * trade.Multiplier;

    private static decimal Planned(BehaviourTrade trade) => trade.PlannedTarget is { } target ? (target - trade.EntryPrice) * trade.Direction : 0;

    private static double Captured(BehaviourTrade trade) => (double)((trade.ExitPrice - trade.EntryPrice) * trade.Direction / Planned(trade));
}
