namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>Whether the noted mood of a day goes with its result (Spearman). An observation is a day with a mood and a close.</summary>
internal sealed class MoodDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "mood_link";

    /// <inheritdoc />
    public int RequiredObservations => 20;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        (double Mood, double Net)[] days =
        [
            .. input.Trades.GroupBy(trade => trade.ClosedOn)
                .Where(day => input.Moods.ContainsKey(day.Key))
                .Select(day => ((double)input.Moods[day.Key], (double)day.Sum(trade => trade.Net))),
        ];
        if (days.Length < RequiredObservations)
        {
            return Finding.Silent(this, days.Length, FindingUnits.Ratio);
        }

        return RankCorrelation.Of([.. days.Select(day => day.Mood)], [.. days.Select(day => day.Net)]) is not { } link
            ? Finding.Silent(this, days.Length, FindingUnits.Ratio, FindingReasons.NoVariation)
            : new Finding(Id, days.Length, RequiredObservations)
            {
                Effect = link.Rho,
                EffectUnit = FindingUnits.Ratio,
                Interval = link.Interval,
                PValue = link.TwoSided,
                Score = Observed.Score(Math.Abs(link.Rho), 0.8),
                Relevant = Math.Abs(link.Rho) >= 0.2,
            };
    }
}
