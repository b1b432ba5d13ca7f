using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Coaching.Coaches;

/// <summary><c>/api/coaches</c>.</summary>
internal static class CoachEndpoints
{
    private const int MaxStarters = 6;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/coaches", ListAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("coaches.list").WithSummary("Lists the coaches in the user's language").WithTags("Coaches");

    private static async Task<Ok<IReadOnlyList<CoachView>>> ListAsync(CoachCatalogue catalogue, ICurrentUser user)
    {
        IReadOnlyList<Coach> coaches = await catalogue.ListAsync();
        IReadOnlyList<CoachView> views = [.. coaches.Select((coach, index) => View(coach, user.Language, isDefault: index == 0))];
        return TypedResults.Ok(views);
    }

    private static CoachView View(Coach coach, string language, bool isDefault) => new(
        coach.Id,
        coach.Name.For(language),
        coach.Style.ToString().ToLowerInvariant(),
        coach.Description.For(language),
        [.. coach.Starters.Take(MaxStarters).Select(starter => starter.For(language))],
        isDefault,
        Reads(coach.May));

    internal static IReadOnlyList<string> Reads(DataScope scope)
    {
        (DataScope Flag, string Name)[] names =
        [
            (DataScope.JournalSummary, "journalSummary"),
            (DataScope.Trades, "trades"),
            (DataScope.Behaviour, "behaviour"),
            (DataScope.Knowledge, "knowledge"),
            (DataScope.Notes, "notes"),
        ];
        return [.. names.Where(entry => scope.HasFlag(entry.Flag)).Select(entry => entry.Name)];
    }
}

/// <summary>A coach as people see it.</summary>
/// <param name="Style"><c>empathetic</c>, <c>disciplined</c>, <c>analytical</c>, <c>motivational</c> or <c>socratic</c>.</param>
/// <param name="Starters">Questions that a new conversation offers.</param>
/// <param name="Reads">What the coach may read: <c>journalSummary</c>, <c>trades</c>, <c>behaviour</c>, <c>knowledge</c>, <c>notes</c>.</param>
internal sealed record CoachView(
    string Id, string Name, string Style, string Description, IReadOnlyList<string> Starters, bool IsDefault, IReadOnlyList<string> Reads);
