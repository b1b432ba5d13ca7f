namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Counts, sums, extremes, the middle and the spread of results.</summary>
internal static class TotalFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        yield return new("gross_profit", series.N == 0 ? null : series.WinSum, series.Unit, series.N) { Reason = series.N == 0 ? series.EmptyReason : null };
        yield return new("gross_loss", series.N == 0 ? null : series.LossSum, series.Unit, series.N) { Reason = series.N == 0 ? series.EmptyReason : null };
        yield return Extreme("largest_win", series, TradeOutcome.Win, FigureReasons.NoWins);
        yield return Extreme("largest_loss", series, TradeOutcome.Loss, FigureReasons.NoLosses);
        yield return input.Figure("median_trade", series.Unit, () => Samples.Median([.. series.Values])) with { LowSample = input.IsLow };
        string noSpread = series.N == 0 ? series.EmptyReason : FigureReasons.TooSmall;
        yield return StatisticsInput.Figure("standard_deviation", series.Unit, series.N, Samples.Deviation(series.Values), noSpread) with { LowSample = input.IsLow };
    }

    private static FigureValue Extreme(string id, ResultSeries series, TradeOutcome outcome, string reason)
    {
        decimal largest = 0;
        int count = 0;
        for (int i = 0; i < series.N; i++)
        {
            if (series.Outcomes[i] == outcome)
            {
                decimal size = Math.Abs(series.Values[i]);
                largest = count++ == 0 ? size : Math.Max(largest, size);
            }
        }

        return count == 0
            ? FigureValue.Undefined(id, series.Unit, 0, series.N == 0 ? series.EmptyReason : reason)
            : new(id, largest, series.Unit, count);
    }
}
