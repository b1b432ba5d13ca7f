namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// Kelly's share of the capital, W − (1 − W) ÷ payoff with W = wins ÷ (wins + losses), and the risk of ruin. They
/// describe past results; neither is a recommendation.
/// </summary>
internal static class BetFigures
{
    private const int EnoughForZero = 30;

    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        (decimal? kelly, string reason) = Kelly(input.Series);
        int decided = input.Series.Wins + input.Series.Losses;
        bool low = decided < FigureValue.LowSampleBelow;
        yield return new("kelly", kelly, FigureUnits.Ratio, decided) { Reason = kelly is null ? reason : null, LowSample = low };
        yield return new("kelly_half", kelly / 2, FigureUnits.Ratio, decided) { Reason = kelly is null ? reason : null, LowSample = low };
        yield return Ruin(input);
    }

    private static (decimal? Value, string Reason) Kelly(ResultSeries series)
    {
        if (series.Wins == 0 || series.Losses == 0)
        {
            bool none = series.Wins + series.Losses == 0;
            return (null, series.N == 0 ? series.EmptyReason : none ? FigureReasons.OnlyBreakeven : series.Losses == 0 ? FigureReasons.NoLosses : FigureReasons.NoWins);
        }

        decimal winRate = (decimal)series.Wins / (series.Wins + series.Losses);
        decimal payoff = series.WinSum / series.Wins / (series.LossSum / series.Losses);
        decimal kelly = winRate - ((1 - winRate) / payoff);
        return kelly < 0 ? (null, FigureReasons.NoEdge) : (kelly, string.Empty);
    }

    private static FigureValue Ruin(StatisticsInput input)
    {
        ResultSeries r = input.Multiples;
        FigureCoverage coverage = new(r.N, r.Total);
        if (r.N == 0 || (r.Losses == 0 && r.N < EnoughForZero))
        {
            return FigureValue.Undefined("risk_of_ruin", FigureUnits.Ratio, r.N, r.N == 0 ? r.EmptyReason : FigureReasons.LowSample) with { Coverage = coverage, Exclusions = r.Exclusions };
        }

        double ruin = RiskOfRuin.OfMultiples([.. r.Values.Select(value => (double)value)], input.Options.RuinUnits);
        return StatisticsInput.Figure("risk_of_ruin", FigureUnits.Ratio, r.N, ruin, FigureReasons.NoSolution) with
        {
            Coverage = coverage,
            Exclusions = r.Exclusions,
            LowSample = r.N < EnoughForZero,
        };
    }
}
