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
        double[] holds = [.. trades.Select(trade => trade.HoldMinutes)];
        int[] order = [.. Enumerable.Range(0, trades.Count)];
        Array.Sort(holds, order);
        TradeOutcome[] outcomes = [.. order.Select(index => trades[index].Outcome)];
        int[] blocks = [.. order.Select(index => Blocks.Of(index, trades.Count))];
        double error = Blocks.StandardError(block => ShareWithout(block, holds, outcomes, blocks)) ?? 0.5;
        return error <= 0 ? 0 : Significance.StudentUpper((share - 0.5) / error, Blocks.Count - 1);
    }

    // How often a loser was held longer than a winner, ties half, in one pass over the holds in their order.
    private static double? ShareWithout(int block, double[] holds, TradeOutcome[] outcomes, int[] blocks)
    {
        (double longer, double winners, double losers) = (0, 0, 0);
        for (int from = 0, to; from < holds.Length; from = to)
        {
            (double tiedWinners, double tiedLosers) = (0, 0);
            for (to = from; to < holds.Length && holds[to] == holds[from]; to++)
            {
                tiedWinners += blocks[to] != block && outcomes[to] == TradeOutcome.Win ? 1 : 0;
                tiedLosers += blocks[to] != block && outcomes[to] == TradeOutcome.Loss ? 1 : 0;
            }

            longer += tiedLosers * (winners + (tiedWinners / 2));
            winners += tiedWinners;
            losers += tiedLosers;
        }

        return winners == 0 || losers == 0 ? null : longer / (winners * losers);
    }

    /// <summary>Median hold of losers against that of winners; <see langword="null"/> when winners are closed at once.</summary>
    public static double? HoldRatio(IReadOnlyCollection<double> winners, IReadOnlyCollection<double> losers) =>
        Medians.Of(winners) is > 0 and double usual ? Medians.Of(losers) / usual : null;
}
