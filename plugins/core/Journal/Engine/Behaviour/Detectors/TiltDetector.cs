namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// How far each session departs from the usual in four respects together: number of trades, size, losses in a row,
/// broken rules. It describes sessions and raises no alert, because a streak of losses is part of the score and would
/// make bad results prove themselves. An observation is a day with entries.
/// </summary>
internal sealed class TiltDetector : IBehaviourDetector
{
    private const double High = 60;
    private const double Middle = 30;

    /// <inheritdoc />
    public string Id => "tilt";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        IReadOnlyList<TradingDay> days = input.Days;
        if (days.Count < RequiredObservations)
        {
            return Finding.Silent(this, days.Count, FindingUnits.Percent);
        }

        double usual = Medians.Of(days.Select(day => (double)day.Entries.Count));
        Session[] sessions = [.. days.Select(day => Of(day, usual))];
        Session top = sessions.MaxBy(session => session.Score)!;
        BehaviourTrade[] tilted = [.. sessions.Where(session => session.Score >= High).SelectMany(session => session.Day.Entries).Select(entry => entry.Trade)];
        return new Finding(Id, days.Count, RequiredObservations)
        {
            Effect = Observed.Percent(sessions.Count(session => session.Score >= High), sessions.Length),
            EffectUnit = FindingUnits.Percent,
            Score = top.Score,
            Relevant = top.Score >= High,
            Cost = Observed.Cost(tilted),
            Evidence = Observed.First(top.Day.Entries.Select(entry => entry.Trade)),
            Parts =
            [
                new("frequency", 100 * top.Frequency, FindingUnits.Percent),
                new("size", 100 * top.Size, FindingUnits.Percent),
                new("streak", 100 * top.Streak, FindingUnits.Percent),
                new("broken_rules", 100 * top.BrokenRules, FindingUnits.Percent),
                new("high_sessions", sessions.Count(session => session.Score >= High), FindingUnits.Count),
                new("middle_sessions", sessions.Count(session => session.Score is >= Middle and < High), FindingUnits.Count),
                new("last_score", sessions[^1].Score, FindingUnits.Ratio),
            ],
        };
    }

    /// <summary>The score of a session from its four parts, each 0 to 1.</summary>
    public static double Score(double frequency, double size, double streak, double brokenRules) =>
        100 * ((0.3 * frequency) + (0.3 * size) + (0.2 * streak) + (0.2 * brokenRules));

    private static Session Of(TradingDay day, double usual)
    {
        double frequency = Math.Clamp(((day.Entries.Count / usual) - 1) / 2, 0, 1);
        double size = Math.Clamp(day.Entries.Select(entry => entry.RelativeSize ?? 1).Average() - 1, 0, 1);
        double streak = Math.Clamp((LongestLosingStreak(day) - 1) / 4.0, 0, 1);
        double broken = (double)day.Entries.Count(entry => entry.Trade.RuleBroken == true) / day.Entries.Count;
        return new Session(day, frequency, size, streak, broken, Score(frequency, size, streak, broken));
    }

    private static int LongestLosingStreak(TradingDay day)
    {
        int longest = 0;
        int streak = 0;
        foreach (BehaviourTrade trade in day.Entries.Select(entry => entry.Trade).OrderBy(trade => trade.ClosedAt))
        {
            streak = trade.Outcome switch { TradeOutcome.Loss => streak + 1, TradeOutcome.Win => 0, _ => streak };
            longest = Math.Max(longest, streak);
        }

        return longest;
    }

    private sealed record Session(TradingDay Day, double Frequency, double Size, double Streak, double BrokenRules, double Score);
}
