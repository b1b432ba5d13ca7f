namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether wins and losses come in streaks or alternate more than chance has it (Wald-Wolfowitz). Trades that overlap in
/// one instrument share their fate and count once. An observation is a win or a loss.
/// </summary>
internal sealed class OutcomeStreaksDetector : IBehaviourDetector
{
    private const int LeastOfEach = 10;

    /// <inheritdoc />
    public string Id => "outcome_streaks";

    /// <inheritdoc />
    public int RequiredObservations => 40;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        BehaviourTrade[] trades = [.. Apart(input).Where(trade => trade.Outcome != TradeOutcome.Breakeven)];
        int wins = trades.Count(trade => trade.Outcome == TradeOutcome.Win);
        if (trades.Length < RequiredObservations || Math.Min(wins, trades.Length - wins) < LeastOfEach)
        {
            return Finding.Silent(this, trades.Length, FindingUnits.Ratio);
        }

        RunsComparison runs = RunsComparison.Of([.. trades.Select(trade => trade.Outcome == TradeOutcome.Win)]);
        if (runs.Z is not { } z)
        {
            return Finding.Silent(this, trades.Length, FindingUnits.Ratio, FindingReasons.NoVariation);
        }

        double ratio = runs.Runs / runs.Expected;
        return new Finding(Id, trades.Length, RequiredObservations)
        {
            Effect = ratio,
            EffectUnit = FindingUnits.Ratio,
            PValue = Math.Min(1, 2 * Significance.NormalUpper(Math.Abs(z))),
            Score = Observed.Score(Math.Abs(1 - ratio), 0.5),
            Relevant = Math.Abs(1 - ratio) >= 0.1,
            Parts =
            [
                new("runs", runs.Runs, FindingUnits.Count),
                new("expected_runs", runs.Expected, FindingUnits.Count),
                new("z", z, FindingUnits.Ratio),
            ],
        };
    }

    private static IEnumerable<BehaviourTrade> Apart(BehaviourInput input)
    {
        Dictionary<string, DateTimeOffset> busyUntil = new(StringComparer.Ordinal);
        foreach (SequenceEntry entry in input.Sequence.Entries)
        {
            if (!busyUntil.TryGetValue(entry.Trade.Symbol, out DateTimeOffset until) || entry.Trade.OpenedAt >= until)
            {
                busyUntil[entry.Trade.Symbol] = entry.Trade.ClosedAt;
                yield return entry.Trade;
            }
        }
    }
}

/// <summary>Whether the size of a trade goes with the result of the one before it. An observation is such a pair.</summary>
internal sealed class SizeFollowsResultDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "size_follows_result";

    /// <inheritdoc />
    public int RequiredObservations => 40;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        (Func<BehaviourTrade, double?> result, _) = Results.Of(input.Trades);
        SequenceEntry[] pairs =
            [.. input.Sequence.Entries.Where(entry => entry.FirstAfterPrevious && entry.RelativeSize is not null && result(entry.Previous!) is not null)];
        if (pairs.Length < RequiredObservations)
        {
            return Finding.Silent(this, pairs.Length, FindingUnits.Ratio);
        }

        RankCorrelation? link = RankCorrelation.Of(
            [.. pairs.Select(entry => result(entry.Previous!)!.Value)], [.. pairs.Select(entry => entry.RelativeSize!.Value)]);
        return link is null
            ? Finding.Silent(this, pairs.Length, FindingUnits.Ratio, FindingReasons.NoVariation)
            : new Finding(Id, pairs.Length, RequiredObservations)
            {
                Effect = link.Rho,
                EffectUnit = FindingUnits.Ratio,
                Interval = link.Interval,
                PValue = link.TwoSided,
                Score = Observed.Score(Math.Abs(link.Rho), 0.6),
                Relevant = Math.Abs(link.Rho) >= 0.1,
                Evidence = Observed.First(pairs.Where(entry => entry.Previous!.Net < 0).OrderByDescending(entry => entry.RelativeSize).Select(entry => entry.Trade)),
            };
    }
}
