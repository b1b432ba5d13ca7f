namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// What the equity earned. Time-weighted: the product of one plus each day's return, minus one; deposits change nothing.
/// Money-weighted: the rate at which start balance and deposits grow to the final equity; money that came late counts less.
/// </summary>
internal static class ReturnFigures
{
    private const int MinimumDays = 90;
    private const double DaysPerYear = 365;

    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        DailyReturns returns = DailyReturns.Of(input.Days, input.Series.Start, ReturnBasis.Equity, input.Flows, 0);
        int n = returns.Values.Count;
        string reason = input.Series.N == 0 ? input.Series.EmptyReason : returns.Reason ?? FigureReasons.NoTrades;
        double? timeWeighted = n == 0 ? null : returns.Compounded;
        yield return Percent("return_time_weighted", n, timeWeighted, reason);
        yield return Percent("return_money_weighted", n, n == 0 ? null : MoneyWeighted(input), n == 0 ? reason : FigureReasons.NoSolution);
        double? yearly = Yearly(input.Days, timeWeighted);
        string noYear = n == 0 ? reason : timeWeighted <= -1 ? FigureReasons.EquityNotPositive : FigureReasons.PeriodTooShort;
        yield return Percent("return_annual", n, yearly, noYear);
        decimal? fall = input.Path.LargestPercent;
        string noCalmar = yearly is null ? noYear : fall is null ? input.NoPercentReason : FigureReasons.NoDrawdown;
        yield return StatisticsInput.Figure("calmar", FigureUnits.Ratio, n, fall > 0 ? 100 * yearly / (double)fall.Value : null, noCalmar);
    }

    private static FigureValue Percent(string id, int n, double? share, string reason) => StatisticsInput.Figure(id, FigureUnits.Percent, n, 100 * share, reason);

    private static double? Yearly(IReadOnlyList<DayResult> days, double? timeWeighted)
    {
        if (timeWeighted is not > -1)
        {
            return null;
        }

        int length = days[^1].Day.DayNumber - days[0].Day.DayNumber;
        return length < MinimumDays ? null : Math.Pow(1 + timeWeighted.Value, DaysPerYear / length) - 1;
    }

    // The growth g of the whole period at which start · g + Σ flow · g^(rest of the period) is the final equity.
    private static double? MoneyWeighted(StatisticsInput input)
    {
        int first = input.Days[0].Day.DayNumber;
        int last = input.Days[^1].Day.DayNumber;
        double length = Math.Max(1, last - first + 1);
        (double Amount, double Share)[] flows =
        [
            ((double)input.Series.Start, 1),
            .. input.Flows.Where(flow => flow.Day.DayNumber <= last).Select(flow => ((double)flow.Amount, Math.Min(1, (last - flow.Day.DayNumber + 1) / length))),
        ];
        double end = flows.Sum(flow => flow.Amount) + (double)input.Series.Sum;
        double Difference(double growth) => flows.Sum(flow => flow.Amount * Math.Pow(growth, flow.Share)) - end;
        double low = 0;
        double high = 1;
        while (Difference(high) < 0 && high < 1e9)
        {
            high *= 2;
        }

        if (Difference(low) > 0 || Difference(high) < 0)
        {
            return null;
        }

        for (int step = 0; step < 200; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Difference(middle) < 0 ? (middle, high) : (low, middle);
        }

        return ((low + high) / 2) - 1;
    }
}
