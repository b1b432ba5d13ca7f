using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Turns computed figures into what clients see.</summary>
internal static class FigureBodies
{
    public static FigureBody ToBody(this FigureValue figure, string? currency, string language, ResultView view = ResultView.Net)
    {
        FigureDefinition? definition = FigureCatalogue.Find(figure.Id);
        return new FigureBody(
            figure.Id,
            Label(figure.Id, language, view),
            figure.Value,
            figure.Unit,
            figure.N,
            figure.Reason,
            figure.Unit == FigureUnits.Money ? currency : null,
            figure.LowSample,
            figure.Interval?.ToBody())
        {
            ReasonText = figure.Reason is null ? null : FigureCatalogue.Reason(figure.Reason).For(language),
            Formula = definition?.Formula.For(language),
            Reference = definition is null ? null : FigureCatalogue.Reference + figure.Id,
            Coverage = figure.Coverage is { } coverage ? new CoverageBody(coverage.Used, coverage.Total) : null,
            Exclusions = [.. figure.Exclusions.Select(exclusion => new ExclusionBody(exclusion.Reason, exclusion.Count))],
            Day = figure.Day,
        };
    }

    public static IReadOnlyDictionary<string, FigureBody> ToBodies(
        this IEnumerable<FigureValue> figures, string? currency, string language, ResultView view = ResultView.Net)
    {
        OrderedDictionary<string, FigureBody> bodies = [];
        foreach (FigureValue figure in figures)
        {
            bodies.Add(figure.Id, figure.ToBody(currency, language, view));
        }

        return bodies;
    }

    public static StatisticsBody ToBody(this StatisticsResult result, string language) => new(
        result.Currency,
        [.. result.Currencies.Select(count => new CurrencyBody(count.Code, count.Trades))],
        result.Figures.ToBodies(result.Currency, language, result.Filter.View))
    {
        Conversion = result.Conversion is { } conversion ? new ConversionBody(conversion.Converted, conversion.Missing, conversion.Price, conversion.Currency) : null,
    };

    public static IntervalBody ToBody(this ConfidenceInterval interval) => new(interval.Low, interval.High, interval.Level);

    // Before fees the result is the gross one, whatever its id.
    public static string Label(string id, string language, ResultView view) =>
        FigureTexts.Label(id == "net_pnl" && view == ResultView.Gross ? "gross_pnl" : id).For(language);
}
