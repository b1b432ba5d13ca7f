namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// Figures in multiples of risk. System quality number: √N · mean(R) ÷ sample deviation(R), which is also the one-sample
/// t statistic; sources disagree whether √N stops at √100, so both are stated. Sources: Tharp; Edgewonk, TradesViz.
/// </summary>
public static class MultipleFigures
{
    private const int ReliableFrom = 30;

    /// <summary>The system quality number, or <see langword="null"/> below two trades or without spread.</summary>
    /// <param name="n">Trades; cap them for the capped form.</param>
    /// <param name="mean">Mean result.</param>
    /// <param name="deviation">Sample deviation of the results.</param>
    public static double? Sqn(int n, double mean, double? deviation) => n < 2 || deviation is not > 0 ? null : Math.Sqrt(n) * mean / deviation.Value;

    internal static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        ResultSeries r = input.Multiples;
        FigureCoverage coverage = new(r.N, r.Total);
        int n = r.N;
        double? deviation = Samples.Deviation(r.Values);
        double mean = n == 0 ? 0 : (double)(r.Sum / n);
        string noSqn = n == 0 ? r.EmptyReason : n < 2 ? FigureReasons.TooSmall : FigureReasons.NoSpread;
        FigureValue[] figures =
        [
            n == 0 ? FigureValue.Undefined("expectancy_r", FigureUnits.R, 0, r.EmptyReason) : new("expectancy_r", r.Sum / n, FigureUnits.R, n) { Interval = Distributions.MeanIntervalOrNull(r.Values) },
            StatisticsInput.Figure("standard_deviation_r", FigureUnits.R, n, deviation, n == 0 ? r.EmptyReason : FigureReasons.TooSmall),
            StatisticsInput.Figure("sqn", FigureUnits.Ratio, n, Sqn(n, mean, deviation), noSqn),
            StatisticsInput.Figure("sqn_capped", FigureUnits.Ratio, n, Sqn(Math.Min(n, input.Options.SqnCap), mean, deviation), noSqn),
        ];
        foreach (FigureValue figure in figures)
        {
            yield return figure with { Coverage = coverage, Exclusions = r.Exclusions, LowSample = n < (figure.Id.StartsWith("sqn", StringComparison.Ordinal) ? ReliableFrom : FigureValue.LowSampleBelow) };
        }

        yield return r.Total == 0
            ? FigureValue.Undefined("r_coverage", FigureUnits.Percent, 0, FigureReasons.NoTrades)
            : new("r_coverage", 100m * n / r.Total, FigureUnits.Percent, r.Total) { Coverage = coverage, Exclusions = r.Exclusions };
        foreach (FigureValue figure in OfResults(input.Series, input.Options.SqnCap))
        {
            yield return figure;
        }
    }

    // The same over the results as they are, for books without stops: the t statistic of the mean.
    private static IEnumerable<FigureValue> OfResults(ResultSeries series, int cap)
    {
        double? deviation = Samples.Deviation(series.Values);
        double mean = series.N == 0 ? 0 : (double)(series.Sum / series.N);
        string reason = series.N == 0 ? series.EmptyReason : series.N < 2 ? FigureReasons.TooSmall : FigureReasons.NoSpread;
        yield return StatisticsInput.Figure("t_statistic", FigureUnits.Ratio, series.N, Sqn(series.N, mean, deviation), reason) with { LowSample = series.N < ReliableFrom };
        yield return StatisticsInput.Figure("t_statistic_capped", FigureUnits.Ratio, series.N, Sqn(Math.Min(series.N, cap), mean, deviation), reason) with { LowSample = series.N < ReliableFrom };
    }
}
