namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether losses run beyond the stop of the plan. Measured before fees and against -1.1 R, so that costs and ordinary
/// slippage are not held against anybody. An observation is a losing trade with a planned stop.
/// </summary>
internal sealed class StopDisciplineDetector : IBehaviourDetector
{
    private const double Tolerated = -1.1;

    /// <inheritdoc />
    public string Id => "stop_discipline";

    /// <inheritdoc />
    public int RequiredObservations => 20;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        BehaviourTrade[] losers = [.. input.Trades.Where(trade => trade.Gross < 0 && trade.Risk is not null)];
        if (losers.Length < RequiredObservations)
        {
            return Finding.Silent(this, losers.Length, FindingUnits.R);
        }

        double[] results = [.. losers.Select(Result)];
        (double mean, double variance) = MeanComparison.Moments(results);
        double error = Math.Sqrt(variance / results.Length);
        BehaviourTrade[] beyond = [.. losers.Where(trade => Result(trade) < Tolerated)];
        double half = Significance.StudentQuantile(results.Length - 1) * error;
        return new Finding(Id, losers.Length, RequiredObservations)
        {
            Effect = mean,
            EffectUnit = FindingUnits.R,
            Interval = (mean - half, mean + half),
            PValue = error <= 0 ? (mean < Tolerated ? 0 : 1) : Significance.StudentUpper((Tolerated - mean) / error, results.Length - 1),
            Score = Observed.Score(Tolerated - mean, 1),
            Relevant = mean < Tolerated,
            Cost = beyond.Sum(trade => -trade.Risk!.Value - trade.Gross),
            Evidence = Observed.First(beyond.OrderBy(Result)),
            Parts =
            [
                new("losers_beyond_stop", beyond.Length, FindingUnits.Count),
                new("share_beyond_stop", Observed.Percent(beyond.Length, losers.Length), FindingUnits.Percent),
                new("stops_widened", input.Trades.Count(Widened), FindingUnits.Count),
            ],
        };
    }

    private static double Result(BehaviourTrade trade) => (double)(trade.Gross / trade.Risk!.Value);

    private static bool Widened(BehaviourTrade trade) =>
        trade is { Risk: not null, PlannedStop: { } planned, FinalStop: { } final } && (planned - final) * trade.Direction > 0;
}
