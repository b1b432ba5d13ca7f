using System.Globalization;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class AnalysisEndpoints
{
    private const int MaxPoints = 400;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/statistics", StatisticsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.statistics")
            .WithSummary("Statistics over closed trades");
        journal.MapGet("/statistics/definitions", Definitions)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.statisticDefinitions")
            .WithSummary("What the figures are called and how they are computed");
        journal.MapGet("/equity", EquityAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.equity")
            .WithSummary("Equity and drawdown by day");
        journal.MapGet("/calendar", CalendarAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.calendar")
            .WithSummary("Results by day of a month");
        journal.MapGet("/after-loss", AfterLossAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.afterLoss")
            .WithSummary("What happens right after a loss, beside what happens right after a win");
    }

    private static async Task<Ok<StatisticsBody>> StatisticsAsync(
        [AsParameters] TradeFilterQuery query, TradeAnalysis analysis, ICurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok((await analysis.StatisticsAsync(query.ToFilter(), query.ToView(), cancellationToken)).ToBody(user.Language));

    private static Ok<FigureDefinitionList> Definitions(ICurrentUser user) => TypedResults.Ok(new FigureDefinitionList(
    [
        .. FigureCatalogue.All.Select(definition => new FigureDefinitionBody(
            definition.Id,
            definition.Label.For(user.Language),
            definition.Unit,
            definition.Formula.For(user.Language),
            FigureCatalogue.Reference + definition.Id,
            definition.Reasons)),
    ]));

    private static async Task<Ok<EquityBody>> EquityAsync([AsParameters] TradeFilterQuery query, TradeAnalysis analysis, CancellationToken cancellationToken)
    {
        DailyResult result = await analysis.DaysAsync(query.ToFilter(), query.ToView(), cancellationToken);
        IReadOnlyList<EquityPoint> curve = EquityCurve.Of(result.Days.Select(day => (day.Day, day.Result, day.Trades)), result.Start);
        IReadOnlyList<EquityPoint> points = EquityCurve.Thin(EquityCurve.WithFlows(curve, [.. result.Cash.Select(flow => (flow.Day, flow.Amount))]), MaxPoints);
        return TypedResults.Ok(new EquityBody(
            result.Currency,
            result.Start,
            [.. points.Select(point => new EquityPointBody(point.Date, point.Net, point.Equity, point.Drawdown, point.Trades))])
        {
            Markers = [.. result.Cash.Select(flow => new CashMarkerBody(flow.Day, flow.Kind.ToLowerInvariant(), flow.Amount))],
        });
    }

    private static async Task<Ok<CalendarBody>> CalendarAsync(
        string? month, [AsParameters] TradeFilterQuery query, TradeAnalysis analysis, TimeProvider time, CancellationToken cancellationToken)
    {
        DateOnly first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!string.IsNullOrWhiteSpace(month) && !DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            throw ProblemException.Invalid("month", Text.Of("“month” must be a month such as 2025-01.", "“month”必须是 2025-01 这样的月份。"));
        }

        first = new DateOnly(first.Year, first.Month, 1);
        TradeFilter filter = query.ToFilter() with { From = first, To = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)) };
        DailyResult result = await analysis.DaysAsync(filter, query.ToView(), cancellationToken);
        return TypedResults.Ok(new CalendarBody(
            result.Currency,
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            result.Days.Sum(day => day.Result),
            result.Days.Sum(day => day.Trades),
            [.. result.Days.Select(day => new CalendarDay(day.Day, day.Result, day.Trades, day.Wins, day.Losses))]));
    }

    private static async Task<Ok<AfterLossBody>> AfterLossAsync(
        [AsParameters] TradeFilterQuery query, TradeAnalysis analysis, ICurrentUser user, CancellationToken cancellationToken)
    {
        (string? currency, AfterLoss result) = await analysis.AfterLossAsync(query.ToFilter(), cancellationToken);
        IReadOnlyList<TradeRow> evidence = await analysis.RowsAsync([.. result.Evidence.Select(trade => trade.Id)], cancellationToken);
        return TypedResults.Ok(new AfterLossBody(
            currency, result.WindowMinutes, result.Figures.ToBodies(currency, user.Language), [.. evidence.Select(trade => trade.ToBody())]));
    }
}
