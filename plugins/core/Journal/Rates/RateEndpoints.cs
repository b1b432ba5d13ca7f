using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Rates;

/// <summary>Rates as text: a heading date,base,quote,rate and one line each.</summary>
internal sealed record RateInput(string? Csv);

internal sealed record RateBody(DateOnly Date, string Base, string Quote, decimal Rate);

internal sealed record RateList(IReadOnlyList<RateBody> Items);

/// <summary>JSON of exchange rates.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RateInput))]
[JsonSerializable(typeof(RateList))]
internal sealed partial class RateJsonContext : JsonSerializerContext;

internal static class RateEndpoints
{
    private const int MostRates = 50_000;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/exchange-rates", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.exchangeRates")
            .WithSummary("Exchange rates for figures in one currency");
        journal.MapPut("/exchange-rates", ReplaceAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.replaceExchangeRates")
            .WithSummary("Replace the exchange rates");
    }

    private static async Task<Ok<RateList>> ListAsync(ITenantDatabase database, RateStore store, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(ToBody(await store.ReadAsync(transaction, cancellationToken)));
    }

    private static async Task<Ok<RateList>> ReplaceAsync(RateInput input, ITenantDatabase database, RateStore store, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExchangeRate> rates = Read(input.Csv ?? string.Empty);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await store.ReplaceAsync(transaction, rates, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(ToBody(rates));
    }

    private static RateList ToBody(IReadOnlyList<ExchangeRate> rates) => new([.. rates.Select(rate => new RateBody(rate.Day, rate.Base, rate.Quote, rate.Rate))]);

    private static IReadOnlyList<ExchangeRate> Read(string csv)
    {
        Dictionary<(DateOnly, string, string), ExchangeRate> rates = [];
        using StringReader lines = new(csv);
        for (int line = 1; lines.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text) || (line == 1 && text.StartsWith("date", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            string[] cells = text.Split([',', ';', '\t'], StringSplitOptions.TrimEntries);
            if (cells.Length < 4
                || !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                || !IsCode(cells[1]) || !IsCode(cells[2])
                || !decimal.TryParse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate)
                || rate is <= 0 or > 1_000_000_000)
            {
                throw new ProblemException(422, "rates_unreadable", new Text($"Line {line} is not date,base,quote,rate such as 2025-01-31,EUR,USD,1.0393.", $"第 {line} 行不是 date,base,quote,rate，例如 2025-01-31,EUR,USD,1.0393。"));
            }

            ExchangeRate found = new(day, cells[1].ToUpperInvariant(), cells[2].ToUpperInvariant(), rate);
            rates[(found.Day, found.Base, found.Quote)] = found;
            if (rates.Count > MostRates)
            {
                throw new ProblemException(422, "rates_unreadable", new Text($"There may be at most {MostRates} rates.", $"最多 {MostRates} 条汇率。"));
            }
        }

        return [.. rates.Values.OrderBy(rate => rate.Day).ThenBy(rate => rate.Base, StringComparer.Ordinal).ThenBy(rate => rate.Quote, StringComparer.Ordinal)];
    }

    private static bool IsCode(string text) => text.Length is >= 2 and <= 8 && text.All(char.IsAsciiLetterOrDigit);
}
