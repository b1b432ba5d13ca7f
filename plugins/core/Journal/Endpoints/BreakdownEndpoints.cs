using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class BreakdownEndpoints
{
    public static void Map(RouteGroupBuilder journal) => journal.MapGet("/breakdowns/{dimension}", BreakdownAsync)
        .RequirePermission(JournalPermissions.Read)
        .WithName("journal.breakdown")
        .WithSummary("Closed trades by symbol, side, weekday, hour, duration, size, tag, setup, account, month or outcome");

    /// <summary>Which moment a text names; the entry when it names none.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static TradeMoment Moment(string? by) => FilterText.OneOf<TradeMoment>("by", by) ?? TradeMoment.Entry;

    private static async Task<Ok<BreakdownBody>> BreakdownAsync(
        string dimension,
        [FromQuery(Name = "by")] string? by,
        [AsParameters] TradeFilterQuery query,
        TradeAnalysis analysis,
        ICurrentUser user,
        CancellationToken cancellationToken) =>
        TypedResults.Ok((await analysis.BreakdownAsync(dimension, Moment(by), query.ToFilter(), query.ToView(), cancellationToken)).ToBody(user.Language));

    /// <summary>Turns a breakdown into what clients see.</summary>
    public static BreakdownBody ToBody(this BreakdownResult result, string language) => new(
        result.Dimension,
        result.Currency,
        result.Unit,
        Bodies.Lower(result.By),
        "benjamini_hochberg",
        TradeBreakdown.FalseDiscoveryRate,
        result.Trades,
        [
            .. result.Cells.Select((cell, index) => new BreakdownCellBody(
                cell.Key,
                result.Labels[index].For(language),
                cell.N,
                cell.Sum,
                cell.Mean,
                cell.WinRate,
                cell.ProfitFactor,
                cell.Interval?.ToBody(),
                cell.P,
                cell.Adjusted,
                cell.IsSignificant,
                Bodies.Lower(cell.Shown))),
        ]);
}
