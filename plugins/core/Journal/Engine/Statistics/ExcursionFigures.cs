namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How far prices went against and for the trades. Source: Sweeney. Without prices there is no value, never a zero.</summary>
internal static class ExcursionFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        IReadOnlyList<ClosedTrade> trades = input.Series.Trades;
        TradeExcursion[] known = [.. trades.Select(trade => trade.Excursion).OfType<TradeExcursion>()];
        decimal[] captures = [.. known.Where(excursion => excursion.Capture is not null).Select(excursion => excursion.Capture!.Value)];
        yield return Average("average_mae", FigureUnits.Money, [.. known.Select(excursion => excursion.Adverse)], input);
        yield return Average("average_mfe", FigureUnits.Money, [.. known.Select(excursion => excursion.Favourable)], input);
        yield return Average("capture", FigureUnits.Ratio, captures, input);
    }

    private static FigureValue Average(string id, string unit, decimal[] values, StatisticsInput input)
    {
        int total = input.Series.N;
        FigureCoverage coverage = new(values.Length, total);
        IReadOnlyList<FigureExclusion> exclusions = values.Length == total ? [] : [new(FigureReasons.NoBars, total - values.Length)];
        return values.Length == 0
            ? FigureValue.Undefined(id, unit, 0, total == 0 ? input.Series.EmptyReason : FigureReasons.NoBars) with { Coverage = coverage, Exclusions = exclusions }
            : new(id, values.Sum() / values.Length, unit, values.Length) { Coverage = coverage, Exclusions = exclusions, LowSample = values.Length < FigureValue.LowSampleBelow };
    }
}
