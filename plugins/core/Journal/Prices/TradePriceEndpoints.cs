using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Prices;

/// <summary>How far the price went while a trade was held.</summary>
/// <param name="Adverse">Largest distance against the trade, in price.</param>
/// <param name="Favourable">Largest distance for the trade, in price.</param>
/// <param name="AdverseMoney">The same in money of the trade.</param>
/// <param name="FavourableMoney">The same in money of the trade.</param>
/// <param name="Capture">Share of the largest gain that the exit took; null when the price never went the trade's way.</param>
/// <param name="IsApproximate">Whether a bar at the edge also holds prices from outside the holding time.</param>
internal sealed record TradeExcursionBody(
    decimal Adverse, decimal Favourable, decimal AdverseMoney, decimal FavourableMoney, decimal? Capture, bool IsApproximate);

/// <summary>Prices around a trade, neighbouring bars joined where there are many.</summary>
internal sealed record TradePricesBody(string Symbol, IReadOnlyList<PriceBarBody> Items, TradeExcursionBody? Excursion);

internal static class TradePriceEndpoints
{
    public static void Map(RouteGroupBuilder journal) => journal.MapGet("/trades/{id:guid}/prices", ReadAsync)
        .RequirePermission(JournalPermissions.Read)
        .WithName("journal.tradePrices")
        .WithSummary("Prices around a trade, and how far they went for and against it");

    private static async Task<Ok<TradePricesBody>> ReadAsync(
        Guid id, ITenantDatabase database, TradeReader trades, PriceBarStore store, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        TradeRow trade = await trades.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The trade");
        IReadOnlyList<PriceBarRow> bars = await store.ReadAroundAsync(transaction, trade, cancellationToken);
        Excursions? excursions = await store.ReadExcursionsAsync(transaction, trade, cancellationToken);
        decimal size = trade.Quantity * trade.Multiplier;
        return TypedResults.Ok(new TradePricesBody(
            trade.Symbol,
            [.. bars.Select(bar => new PriceBarBody(bar.From, bar.To, bar.Open, bar.High, bar.Low, bar.Close))],
            excursions is null
                ? null
                : new TradeExcursionBody(
                    excursions.Adverse, excursions.Favourable, excursions.Adverse * size, excursions.Favourable * size, excursions.Capture, excursions.IsApproximate)));
    }
}
