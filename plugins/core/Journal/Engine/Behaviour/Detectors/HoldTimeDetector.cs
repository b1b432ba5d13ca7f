namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether losing trades are held longer than winning ones (Locke and Mann 2003), also for those who hold one position
/// at a time. An observation is a trade of the rarer outcome.
/// </summary>
internal sealed class HoldTimeDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "hold_time";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        BehaviourTrade[] winners = [.. input.Trades.Where(trade => trade.Outcome == TradeOutcome.Win)];
        BehaviourTrade[] losers = [.. input.Trades.Where(trade => trade.Outcome == TradeOutcome.Loss)];
        int n = Math.Min(winners.Length, losers.Length);
        if (n < RequiredObservations)
        {
            return Finding.Silent(this, n, FindingUnits.Ratio);
        }

        double[] winHolds = [.. winners.Select(trade => trade.HoldMinutes)];
        double[] lossHolds = [.. losers.Select(trade => trade.HoldMinutes)];
        if (HoldRatio(winHolds, lossHolds) is not { } ratio)
        {
            return Finding.Silent(this, n, FindingUnits.Ratio, FindingReasons.NoVariation);
        }

        double usual = Medians.Of(winHolds);
        RankComparison comparison = RankComparison.Of(lossHolds, winHolds);
        BehaviourTrade[] held = [.. losers.Where(trade => trade.HoldMinutes > 2 * usual)];
        return new Finding(Id, n, RequiredObservations)
        {
            Effect = ratio,
            EffectUnit = FindingUnits.Ratio,
            Score = Observed.Score(ratio - 1, 2),
            PValue = Math.Max(comparison.Upper, BlockChance(input.Trades, comparison.Share)),
            Relevant = ratio >= 1.2,
            Cost = Observed.Cost(held),
            Evidence = Observed.Worst(held),
            Parts =
            [
                new("median_hold_losers", Medians.Of(lossHolds), FindingUnits.Minutes),
                new("median_hold_winners", usual, FindingUnits.Minutes),
                new("loser_held_longer", 100 * comparison.Share, FindingUnits.Percent),
                new("losers_held_twice", held.Length, FindingUnits.Count),
            ],
        };
    }

    // In a market that runs one way, neighbouring trades share their fate, and long holds come out alike. Leaving out
    // blocks of neighbouring trades in turn shows how far the comparison really moves.
    private static double BlockChance(IReadOnlyList<BehaviourTrade> trades, double share)
    {
        double error = Blocks.StandardError(trades, Share) ?? 0.5;
        return error <= 0 ? 0 : Significance.StudentUpper((share - 0.5) / error, Blocks.Count - 1);
    }

    private static double? Share(IReadOnlyList<BehaviourTrade> trades)
    {
        double[] winners = [.. trades.Where(trade => trade.Outcome == TradeOutcome.Win).Select(trade => trade.HoldMinutes)];
        double[] losers = [.. trades.Where(trade => trade.Outcome == TradeOutcome.Loss).Select(trade => trade.HoldMinutes)];
        return winners.Length == 0 || losers.Length == 0 ? null : RankComparison.Of(losers, winners).Share;
    }

    /// <summary>Median hold of losers against that of winners; <see langword="null"/> when winners are closed at once.</summary>
    public static double? HoldRatio(IReadOnlyCollection<double> winners, IReadOnlyCollection<double> losers) =>
        Medians.Of(winners) is > 0 and double usual ? Medians.Of(losers) / usual : null;
}
