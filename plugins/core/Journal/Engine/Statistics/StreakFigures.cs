namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Runs of wins and losses.</summary>
internal static class StreakFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        Streaks streaks = Streaks.Of(series.Outcomes, input.Options.Streaks);
        yield return input.Figure("max_win_streak", FigureUnits.Count, () => streaks.LongestWin);
        yield return input.Figure("max_loss_streak", FigureUnits.Count, () => streaks.LongestLoss);
        yield return input.Figure("current_streak", FigureUnits.Count, () => streaks.Current);
        RunsTest? test = RunsTest.Of(series.Outcomes);
        int decided = series.Wins + series.Losses;
        string reason = series.N == 0 ? series.EmptyReason
            : decided == 0 ? FigureReasons.OnlyBreakeven
            : series.Losses == 0 ? FigureReasons.NoLosses
            : series.Wins == 0 ? FigureReasons.NoWins
            : FigureReasons.TooSmall;
        yield return StatisticsInput.Figure("runs", FigureUnits.Count, decided, test?.Runs, reason);
        yield return StatisticsInput.Figure("runs_expected", FigureUnits.Count, decided, test?.Expected, reason);
        yield return StatisticsInput.Figure("runs_z", FigureUnits.Ratio, decided, test?.Z, reason) with { LowSample = decided < FigureValue.LowSampleBelow };
    }
}
