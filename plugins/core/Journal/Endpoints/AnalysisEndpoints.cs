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
        string? from,
        string? to,
        string? symbol,
        string? side,
        string? outcome,
        Guid? accountId,
        string? currency,
        TradeAnalysis analysis,
        ICurrentUser user,
        CancellationToken cancellationToken)
    {
        TradeSelection selection = await analysis.SelectAsync(TradeFilter.Parse(from, to, symbol, side, outcome, accountId, currency), cancellationToken);
        return TypedResults.Ok(new StatisticsBody(
            selection.Currency,
            [.. selection.Currencies.Select(count => new CurrencyBody(count.Code, count.Trades))],
            TradeStatistics.Compute(selection.ClosedTrades, selection.StartBalance).ToBodies(selection.Currency, user.Language)));
    }

    private static async Task<Ok<EquityBody>> EquityAsync(
        string? from,
        string? to,
        string? symbol,
        string? side,
        string? outcome,
        Guid? accountId,
        string? currency,
        TradeAnalysis analysis,
        CancellationToken cancellationToken)
    {
        TradeSelection selection = await analysis.SelectAsync(TradeFilter.Parse(from, to, symbol, side, outcome, accountId, currency), cancellationToken);
        IEnumerable<(DateOnly, decimal, int)> days = selection.Trades
            .GroupBy(trade => trade.ClosedOn)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, day.Sum(trade => trade.Net), day.Count()));
        IReadOnlyList<EquityPoint> points = EquityCurve.Thin(EquityCurve.Of(days, selection.StartBalance), MaxPoints);
        return TypedResults.Ok(new EquityBody(
            selection.Currency,
            selection.StartBalance,
            [.. points.Select(point => new EquityPointBody(point.Date, point.Net, point.Equity, point.Drawdown, point.Trades))]));
    }

    private static async Task<Ok<CalendarBody>> CalendarAsync(
        string? month, Guid? accountId, string? currency, TradeAnalysis analysis, TimeProvider time, CancellationToken cancellationToken)
    {
        DateOnly first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!string.IsNullOrWhiteSpace(month) && !DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            throw ProblemException.Invalid("month", Text.Of("“month” must be a month such as 2025-01.", "“month”必须是 2025-01 这样的月份。"));
        }

        first = new DateOnly(first.Year, first.Month, 1);
        TradeFilter filter = TradeFilter.Parse(null, null, null, null, null, accountId, currency) with
        {
            From = first,
            To = new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        };
        TradeSelection selection = await analysis.SelectAsync(filter, cancellationToken);
        CalendarDay[] days =
        [
            .. selection.Trades.GroupBy(trade => trade.ClosedOn).OrderBy(day => day.Key).Select(day => new CalendarDay(
                day.Key, day.Sum(trade => trade.Net), day.Count(), day.Count(trade => trade.Net > 0), day.Count(trade => trade.Net < 0))),
        ];
        return TypedResults.Ok(new CalendarBody(
            selection.Currency, first.ToString("yyyy-MM", CultureInfo.InvariantCulture), days.Sum(day => day.Net), days.Sum(day => day.Trades), days));
    }

    private static async Task<Ok<AfterLossBody>> AfterLossAsync(
        string? from,
        string? to,
        string? symbol,
        string? side,
        Guid? accountId,
        string? currency,
        TradeAnalysis analysis,
        ICurrentUser user,
        CancellationToken cancellationToken)
    {
        TradeSelection selection = await analysis.SelectAsync(TradeFilter.Parse(from, to, symbol, side, null, accountId, currency), cancellationToken);
        AfterLoss result = AfterLoss.Of(selection.ClosedTrades);
        Dictionary<Guid, TradeRow> rows = selection.Trades.ToDictionary(trade => trade.Id);
        return TypedResults.Ok(new AfterLossBody(
            selection.Currency,
            result.WindowMinutes,
            result.Figures.ToBodies(selection.Currency, user.Language),
            [.. result.Evidence.Select(trade => rows[trade.Id].ToBody())]));
    }
}
