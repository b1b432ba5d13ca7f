namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How often and how much is won. Sources: Wilson (interval of a rate), Tharp (expectancy over all trades).</summary>
internal static class RateFigures
{
    public static FigureValue WinRate(ResultSeries series)
    {
        int decided = series.Wins + series.Losses;
        return decided == 0
            ? FigureValue.Undefined("win_rate", FigureUnits.Percent, 0, series.N == 0 ? series.EmptyReason : FigureReasons.OnlyBreakeven)
            : Rate("win_rate", series.Wins, decided);
    }

    public static FigureValue WinRateOfAll(ResultSeries series) => series.N == 0
        ? FigureValue.Undefined("win_rate_all", FigureUnits.Percent, 0, series.EmptyReason)
        : Rate("win_rate_all", series.Wins, series.N);

    public static FigureValue ProfitFactor(ResultSeries series)
    {
        if (series.Losses == 0)
        {
            string reason = series.Wins > 0 ? FigureReasons.NoLosses : series.N > 0 ? FigureReasons.OnlyBreakeven : series.EmptyReason;
            return FigureValue.Undefined("profit_factor", FigureUnits.Ratio, series.N, reason);
        }

        return new("profit_factor", series.WinSum / series.LossSum, FigureUnits.Ratio, series.N) { LowSample = series.N < FigureValue.LowSampleBelow };
    }

    public static FigureValue Expectancy(ResultSeries series) => series.N == 0
        ? FigureValue.Undefined("expectancy", series.Unit, 0, series.EmptyReason)
        : new("expectancy", series.Sum / series.N, series.Unit, series.N)
        {
            Interval = Distributions.MeanIntervalOrNull(series.Values),
            LowSample = series.N < FigureValue.LowSampleBelow,
        };

    public static FigureValue AverageWin(ResultSeries series) => Average("average_win", series.WinSum, series.Wins, FigureReasons.NoWins, series);

    public static FigureValue AverageLoss(ResultSeries series) => Average("average_loss", series.LossSum, series.Losses, FigureReasons.NoLosses, series);

    public static FigureValue PayoffRatio(ResultSeries series)
    {
        int decided = series.Wins + series.Losses;
        if (series.Wins == 0 || series.Losses == 0)
        {
            string reason = series.N == 0 ? series.EmptyReason : series.Losses == 0 ? FigureReasons.NoLosses : FigureReasons.NoWins;
            return FigureValue.Undefined("payoff_ratio", FigureUnits.Ratio, series.N, reason);
        }

        return new("payoff_ratio", series.WinSum / series.Wins / (series.LossSum / series.Losses), FigureUnits.Ratio, decided) { LowSample = decided < FigureValue.LowSampleBelow };
    }

    private static FigureValue Rate(string id, int hits, int n) => new(id, 100m * hits / n, FigureUnits.Percent, n)
    {
        Interval = Distributions.Wilson(hits, n),
        LowSample = n < FigureValue.LowSampleBelow,
    };

    private static FigureValue Average(string id, decimal sum, int count, string reasonWhenNone, ResultSeries series) => count == 0
        ? FigureValue.Undefined(id, series.Unit, 0, series.N == 0 ? series.EmptyReason : reasonWhenNone)
        : new(id, sum / count, series.Unit, count) { LowSample = count < FigureValue.LowSampleBelow };
}
