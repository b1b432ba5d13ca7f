using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class MonteCarloEndpoints
{
    private const int MostPaths = 20_000;
    private const int MostTrades = 100_000;
    private const int UsualPaths = 5000;
    private const int UsualTrades = 500;
    private const decimal UsualRuin = 50;

    public static void Map(RouteGroupBuilder journal) => journal.MapGet("/monte-carlo", RunAsync)
        .RequirePermission(JournalPermissions.Read)
        .WithName("journal.monteCarlo")
        .WithSummary("What the same results could have come to in another order or mix");

    private static async Task<Ok<MonteCarloBody>> RunAsync(
        [FromQuery(Name = "mode")] string? mode,
        [FromQuery(Name = "paths")] int? paths,
        [FromQuery(Name = "trades")] int? trades,
        [FromQuery(Name = "seed")] long? seed,
        [FromQuery(Name = "ruin")] decimal? ruin,
        [AsParameters] TradeFilterQuery query,
        TradeAnalysis analysis,
        CancellationToken cancellationToken)
    {
        MonteCarloOptions options = new()
        {
            Mode = FilterText.OneOf<MonteCarloMode>("mode", mode) ?? MonteCarloMode.Bootstrap,
            Paths = FilterText.Whole("paths", paths, 1, MostPaths) ?? UsualPaths,
            Trades = FilterText.Whole("trades", trades, 1, MostTrades) ?? UsualTrades,
            Seed = seed ?? 1,
        };
        decimal ruinPercent = ruin is null or (> 0 and <= 100)
            ? ruin ?? UsualRuin
            : throw ProblemException.Invalid("ruin", new Text("“ruin” must be above 0 and at most 100: the percentage of the start balance whose loss is ruin.", "“ruin”必须大于 0 且不超过 100：亏掉起始资金的这一百分比即视为破产。"));
        CoursesResult result = await analysis.MonteCarloAsync(query.ToFilter(), query.ToView(), options, ruinPercent, cancellationToken);
        return TypedResults.Ok(ToBody(result));
    }

    private static MonteCarloBody ToBody(CoursesResult courses)
    {
        (string? currency, string unit, MonteCarloOptions options, MonteCarloResult result) = courses;
        return new MonteCarloBody(
            currency,
            unit,
            options.Seed,
            Bodies.Lower(options.Mode),
            options.Paths,
            result.Trades,
            options.Start,
            result.MeanEnd,
            new QuantilesBody(result.End.P5, result.End.P50, result.End.P95),
            new DrawdownQuantilesBody(result.DrawdownP50, result.DrawdownP95, result.DrawdownP99),
            result.Ruin,
            options.RuinAt,
            [.. result.Bands.Select(band => new BandBody(band.Trade, band.P5, band.P50, band.P95))]);
    }
}
