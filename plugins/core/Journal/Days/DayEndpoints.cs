using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Days;

/// <summary>What a person writes about a day; what is absent stays, <c>null</c> clears.</summary>
internal sealed class DayPatch : PatchBody
{
    public string? Plan { get; set => field = Given(value); }

    public string? Review { get; set => field = Given(value); }

    public string? Note { get; set => field = Given(value); }

    public int? Mood { get; set => field = Given(value); }

    /// <summary>The day with the changes.</summary>
    public DayRow Apply(DayRow day) => day with
    {
        Plan = Has(nameof(Plan)) ? Inputs.Text("plan", Plan, Inputs.LongestNote) : day.Plan,
        Review = Has(nameof(Review)) ? Inputs.Text("review", Review, Inputs.LongestNote) : day.Review,
        Note = Has(nameof(Note)) ? Inputs.Text("note", Note, Inputs.LongestNote) : day.Note,
        Mood = Has(nameof(Mood)) ? Inputs.Scale("mood", Mood) : day.Mood,
    };
}

/// <summary>A day: what was planned, what was traded, what was learned. <c>Net</c> is in <c>Currency</c>, the one with most trades.</summary>
internal sealed record DayBody(
    DateOnly Date,
    string? Plan,
    string? Review,
    string? Note,
    int? Mood,
    DateTimeOffset? UpdatedAt,
    string? Currency,
    decimal Net,
    IReadOnlyList<DayTotal> Totals,
    IReadOnlyList<TradeBody> Trades);

internal sealed record DayList(IReadOnlyList<DaySummary> Items);

/// <summary>The day journal.</summary>
internal static class DayEndpoints
{
    private const int MostDays = 400;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/days", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.days")
            .WithSummary("Days with trades or with something written");
        journal.MapGet("/days/{date}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.day")
            .WithSummary("A day with its plan, review, mood and trades");
        journal.MapPut("/days/{date}", SaveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.saveDay")
            .WithSummary("Write about a day; what is absent stays, null clears");
    }

    private static async Task<Ok<DayList>> ListAsync(
        string? from, string? to, Guid? accountId, ITenantDatabase database, DayStore days, CancellationToken cancellationToken)
    {
        DateOnly first = Inputs.Day("from", from);
        DateOnly last = Inputs.Day("to", to);
        if (last < first || last.DayNumber - first.DayNumber >= MostDays)
        {
            throw Inputs.Invalid("to", $"must lie 0 to {MostDays - 1} days after “from”.", $"必须在“from”之后 0 到 {MostDays - 1} 天之内。");
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new DayList(await days.ListAsync(transaction, first, last, accountId, cancellationToken)));
    }

    private static async Task<Ok<DayBody>> GetAsync(
        string date, Guid? accountId, ITenantDatabase database, DayStore days, TradeReader trades, TradeMarks marks, CancellationToken cancellationToken)
    {
        DateOnly day = Inputs.Day("date", date);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        DayRow written = await days.FindAsync(transaction, day, cancellationToken);
        return TypedResults.Ok(await BodyAsync(transaction, written, accountId, days, trades, marks, cancellationToken));
    }

    private static async Task<Ok<DayBody>> SaveAsync(
        string date, Guid? accountId, DayPatch patch, ITenantDatabase database, DayStore days, TradeReader trades, TradeMarks marks, CancellationToken cancellationToken)
    {
        DateOnly day = Inputs.Day("date", date);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await days.SaveAsync(transaction, patch.Apply(await days.FindAsync(transaction, day, cancellationToken)), cancellationToken);
        DayRow written = await days.FindAsync(transaction, day, cancellationToken);
        DayBody body = await BodyAsync(transaction, written, accountId, days, trades, marks, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(body);
    }

    private static async Task<DayBody> BodyAsync(
        TenantTransaction transaction, DayRow day, Guid? accountId, DayStore days, TradeReader reader, TradeMarks marks, CancellationToken cancellationToken)
    {
        IReadOnlyList<DayTotal> totals =
            (await days.TotalsAsync(transaction, day.Day, day.Day, accountId, cancellationToken)).GetValueOrDefault(day.Day) ?? [];
        TradeFilter filter = TradeFilter.Parse(null, null, null, null, null, accountId, null) with { From = day.Day, To = day.Day };
        List<TradeRow> trades = await reader.ReadAsync(transaction, filter, cancellationToken);
        return new DayBody(
            day.Day,
            day.Plan,
            day.Review,
            day.Note,
            day.Mood,
            day.UpdatedAt,
            totals.Count > 0 ? totals[0].Currency : null,
            totals.Count > 0 ? totals[0].Net : 0,
            totals,
            await marks.AddAsync(transaction, [.. trades.Select(trade => trade.ToBody())], cancellationToken));
    }
}
