using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class ComparisonEndpoints
{
    public static void Map(RouteGroupBuilder journal) => journal.MapGet("/compare", CompareAsync)
        .RequirePermission(JournalPermissions.Read)
        .WithName("journal.compare")
        .WithSummary("Statistics of two periods, with their differences");

    /// <summary>Puts the figures of two periods side by side.</summary>
    public static ComparisonBody Compare(StatisticsResult first, StatisticsResult other, string language)
    {
        Dictionary<string, FigureValue> others = other.Figures.ToDictionary(figure => figure.Id);
        return new ComparisonBody(
            first.Currency,
            first.Figures.ToBodies(first.Currency, language, first.Filter.View),
            other.Figures.ToBodies(other.Currency, language, other.Filter.View),
            [
                .. first.Figures.Select(figure => new ComparedFigureBody(
                    figure.Id,
                    FigureBodies.Label(figure.Id, language, first.Filter.View),
                    figure.Unit,
                    figure.Value,
                    others[figure.Id].Value,
                    figure.Value - others[figure.Id].Value)),
            ]);
    }

    private static async Task<Ok<ComparisonBody>> CompareAsync(
        [FromQuery(Name = "otherFrom")] string? otherFrom,
        [FromQuery(Name = "otherTo")] string? otherTo,
        [AsParameters] TradeFilterQuery query,
        TradeAnalysis analysis,
        ICurrentUser user,
        CancellationToken cancellationToken)
    {
        TradeFilter filter = query.ToFilter();
        (StatisticsResult first, StatisticsResult other) = await analysis.CompareAsync(
            filter, FilterText.Day("otherFrom", otherFrom), FilterText.Day("otherTo", otherTo), query.ToView(), cancellationToken);
        return TypedResults.Ok(Compare(first, other, user.Language));
    }
}
