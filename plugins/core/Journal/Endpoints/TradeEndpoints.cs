using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Screenshots;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class TradeEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/trades", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.trades")
            .WithSummary("Closed trades");
        journal.MapGet("/trades/{id:guid}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.trade")
            .WithSummary("A closed trade with its fills");
        journal.MapGet("/positions", PositionsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.positions")
            .WithSummary("Positions that are not flat");
    }

    private static async Task<Ok<TradePage>> ListAsync(
        int? limit,
        string? cursor,
        string? order,
        [AsParameters] TradeFilterQuery query,
        TradeAnalysis analysis,
        TradeMarks marks,
        CancellationToken cancellationToken)
    {
        (IReadOnlyList<TradeRow> items, string? next) = await analysis.PageAsync(
            query.ToFilter(), TradeOrders.Parse(order), cursor, Cursors.Limit(limit), cancellationToken);
        return TypedResults.Ok(new TradePage(await marks.AddAsync([.. items.Select(trade => trade.ToBody())], cancellationToken), next));
    }

    private static async Task<Ok<TradeBody>> GetAsync(
        Guid id,
        ITenantDatabase database,
        TradeReader trades,
        FillReader fills,
        AnnotationStore annotations,
        ScreenshotStore screenshots,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        TradeRow trade = await trades.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The trade");
        IReadOnlyList<FillRow> parts = await fills.ReadAsync(transaction, id, cancellationToken);
        Annotation annotation = (await annotations.FindAsync(transaction, [id], cancellationToken)).GetValueOrDefault(id) ?? Annotation.Empty;
        response.Headers.ETag = annotation.Version;
        TradeBody body = trade.ToBody(
        [
            .. parts.Select(fill => new FillBody(
                fill.ExecutionId, fill.At, Bodies.Lower(fill.Side), fill.Quantity, fill.Price, fill.Fee, fill.Opens ? "open" : "close", fill.BatchId, fill.Row)),
        ]);
        return TypedResults.Ok(body.With(annotation) with
        {
            Annotation = annotation.ToBody(),
            Screenshots = await screenshots.ListAsync(transaction, id, cancellationToken),
        });
    }

    private static async Task<Ok<PositionList>> PositionsAsync(ITenantDatabase database, FillReader fills, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        IReadOnlyList<PositionRow> positions = await fills.ReadOpenAsync(transaction, cancellationToken);
        return TypedResults.Ok(new PositionList(
        [
            .. positions.Select(open => new PositionBody(
                open.AccountId, open.Symbol, Bodies.Lower(open.Side), open.Quantity, open.AveragePrice, open.Multiplier, open.Currency, open.OpenedAt, open.RealisedNet)),
        ]));
    }
}
