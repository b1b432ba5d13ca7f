namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Falls of equity, how long they last, and what was earned for them. Sources: RightEdge (recovery), Martin (ulcer).</summary>
internal static class DrawdownFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        yield return input.Figure("max_drawdown_day", series.Unit, () => input.DayPath.Largest);
        yield return Percent("max_drawdown_day_percent", input, input.DayPath.LargestPercent);
        yield return StatisticsInput.Figure("drawdown_days", FigureUnits.Days, series.N, series.N == 0 ? null : input.Path.LongestDays, series.EmptyReason);
        yield return Recovery(input);
        yield return StatisticsInput.Figure("ulcer_index", FigureUnits.Percent, series.N, series.N == 0 ? null : input.Path.Ulcer, input.NoPercentReason);
    }

    /// <summary>A fall in percent of its peak.</summary>
    public static FigureValue Percent(string id, StatisticsInput input, decimal? value) => input.Series.N == 0 || value is null
        ? FigureValue.Undefined(id, FigureUnits.Percent, input.Series.N, input.NoPercentReason)
        : new(id, value, FigureUnits.Percent, input.Series.N);

    private static FigureValue Recovery(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        if (series.N == 0 || input.Path.Largest == 0)
        {
            string reason = series.N == 0 ? series.EmptyReason : series.Sum > 0 ? FigureReasons.NoDrawdown : FigureReasons.OnlyBreakeven;
            return FigureValue.Undefined("recovery_factor", FigureUnits.Ratio, series.N, reason);
        }

        return new("recovery_factor", Math.Abs(series.Sum) / input.Path.Largest, FigureUnits.Ratio, series.N) { LowSample = input.IsLow };
    }
}
