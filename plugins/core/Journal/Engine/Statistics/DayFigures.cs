namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Days and the ratios over daily returns. Sources: Sharpe; Sortino with the target deviation over all days.</summary>
internal static class DayFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        IReadOnlyList<DayResult> days = input.Days;
        string unit = input.Series.Unit;
        yield return Count("trading_days", input, days.Count);
        yield return Count("winning_days", input, days.Count(day => day.Result > 0));
        yield return Count("losing_days", input, days.Count(day => day.Result < 0));
        yield return Extreme("best_day", input, days.MaxBy(day => day.Result));
        yield return Extreme("worst_day", input, days.MinBy(day => day.Result));
        yield return BestDayShare(input);
        yield return StatisticsInput.Figure("daily_mean", unit, days.Count, days.Count == 0 ? null : (double)(input.Series.Sum / days.Count), input.Series.EmptyReason);
        yield return StatisticsInput.Figure(
            "daily_deviation", unit, days.Count, Samples.Deviation([.. days.Select(day => day.Result)]), days.Count == 0 ? input.Series.EmptyReason : FigureReasons.TooSmall);
        DailyReturns returns = input.Returns;
        int n = returns.Values.Count;
        string empty = input.Series.N == 0 ? input.Series.EmptyReason : returns.Reason ?? FigureReasons.NoTrades;
        string noSharpe = n == 0 ? empty : n < 2 ? FigureReasons.TooSmall : FigureReasons.NoSpread;
        string noSortino = n == 0 ? empty : returns.Excess > 0 ? FigureReasons.NoDownside : FigureReasons.NoSpread;
        double year = Math.Sqrt(DailyReturns.DaysPerYear);
        yield return Ratio("sharpe_daily", n, returns.Sharpe, noSharpe);
        yield return Yearly("sharpe_annual", n, returns.Sharpe * year, noSharpe);
        yield return Ratio("sortino_daily", n, returns.Sortino, noSortino);
        yield return Yearly("sortino_annual", n, returns.Sortino * year, noSortino);
    }

    private static FigureValue Ratio(string id, int n, double? value, string reason) =>
        StatisticsInput.Figure(id, FigureUnits.Ratio, n, value, reason) with { LowSample = n < FigureValue.LowSampleBelow };

    private static FigureValue Yearly(string id, int n, double? value, string reason) => value is not null && n < DailyReturns.MinimumForYear
        ? FigureValue.Undefined(id, FigureUnits.Ratio, n, FigureReasons.TooFewDays)
        : Ratio(id, n, value, reason);

    private static FigureValue Count(string id, StatisticsInput input, int count) => new(id, count, FigureUnits.Count, input.Days.Count);

    private static FigureValue Extreme(string id, StatisticsInput input, DayResult? day) => day is null
        ? FigureValue.Undefined(id, input.Series.Unit, 0, input.Series.EmptyReason)
        : new(id, day.Result, input.Series.Unit, input.Days.Count) { Day = day.Day };

    private static FigureValue BestDayShare(StatisticsInput input)
    {
        if (input.Days.Count == 0 || input.Series.Sum <= 0)
        {
            return FigureValue.Undefined("best_day_share", FigureUnits.Percent, input.Days.Count, input.Days.Count == 0 ? input.Series.EmptyReason : FigureReasons.NoProfit);
        }

        DayResult best = input.Days.MaxBy(day => day.Result)!;
        return new("best_day_share", 100 * best.Result / input.Series.Sum, FigureUnits.Percent, input.Days.Count) { Day = best.Day };
    }
}
