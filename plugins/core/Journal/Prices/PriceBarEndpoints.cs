using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Prices;

/// <summary>Describes the form of an upload for the API description; the form itself is read as a stream.</summary>
internal sealed record PriceBarForm
{
    public required IFormFile File { get; init; }

    public required string Symbol { get; init; }

    public string? TimeZone { get; init; }
}

internal sealed record PriceBarSummary(string Symbol, int Bars, DateTimeOffset From, DateTimeOffset To);

internal sealed record PriceBarBody(DateTimeOffset Time, DateTimeOffset End, decimal Open, decimal High, decimal Low, decimal Close);

internal sealed record PriceBarList(string Symbol, IReadOnlyList<PriceBarBody> Items);

/// <summary>JSON of prices.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PriceBarSummary))]
[JsonSerializable(typeof(PriceBarList))]
[JsonSerializable(typeof(TradePricesBody))]
internal sealed partial class PriceBarJsonContext : JsonSerializerContext;

internal static class PriceBarEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapPost("/price-bars", AddAsync)
            .Accepts<PriceBarForm>("multipart/form-data")
            .RequirePermission(JournalPermissions.Write)
            .WithBodyLimit(4 * Upload.MaxBytes)
            .WithName("journal.addPriceBars")
            .WithSummary("Bring prices of an instrument, for excursions and charts");
        journal.MapGet("/price-bars", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.priceBars")
            .WithSummary("Prices of an instrument");
    }

    private static async Task<Ok<PriceBarSummary>> AddAsync(HttpRequest request, ITenantDatabase database, PriceBarStore store, CancellationToken cancellationToken)
    {
        await using Upload upload = await Upload.ReceiveAsync(request, cancellationToken);
        string symbol = FilterText.Word("symbol", upload.Fields.GetValueOrDefault("symbol"))
            ?? throw ProblemException.Invalid("symbol", new Text("“symbol” is needed.", "需要“symbol”。"));
        TimeZoneInfo zone = TimeZones.Find(upload.Fields.GetValueOrDefault("timeZone") is { Length: > 0 } name ? name : "UTC");
        using StreamReader text = new(upload.Files[0].OpenRead(), Encoding.UTF8);
        IReadOnlyList<PriceBarRow> bars = PriceBarFile.Read(text, zone);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await store.AddAsync(transaction, symbol, bars, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new PriceBarSummary(symbol, bars.Count, bars[0].From, bars[^1].To));
    }

    private static async Task<Ok<PriceBarList>> ListAsync(
        string symbol, DateTimeOffset from, DateTimeOffset to, ITenantDatabase database, PriceBarStore store, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        IReadOnlyList<PriceBarRow> bars = await store.ReadAsync(transaction, symbol, from.ToUniversalTime(), to.ToUniversalTime(), cancellationToken);
        return TypedResults.Ok(new PriceBarList(symbol, [.. bars.Select(bar => new PriceBarBody(bar.From, bar.To, bar.Open, bar.High, bar.Low, bar.Close))]));
    }
}
