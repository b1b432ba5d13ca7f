using System.Globalization;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Audit;

/// <summary>Lets an administrator read who did what in his tenant.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;

    private static readonly string[] Outcomes = ["success", "refused", "failed"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder audit = routes.MapGroup("/api/admin/audit").RequirePermission(PermissionCatalogue.Administer).WithTags("Administration");
        audit.MapGet("/", ReadAsync)
            .WithName("audit.list")
            .WithSummary("Who did what, the newest first; filtered by time, action (a * at the end stands for anything), person, subject and outcome.");
        audit.MapGet("/export", ExportAsync)
            .WithName("audit.export")
            .WithSummary("The same as a CSV file, without pages.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        audit.MapGet("/choices", ChoicesAsync)
            .WithName("audit.choices")
            .WithSummary("Which actions and people the newest ten thousand entries name, to filter by.");
        audit.MapPost("/verify", VerifyAsync)
            .WithName("audit.verify")
            .WithSummary("Follows the chain of hashes from its beginning and says whether an entry was changed, removed or moved.");
    }

    private static async Task<Ok<AuditPage>> ReadAsync([AsParameters] AuditQuery query, AuditReader audit, CancellationToken cancellationToken)
    {
        AuditFilter filter = query.Filter();
        IReadOnlyList<AuditEntry> entries = await audit.ReadAsync(Tenant(), filter with { Before = Cursor(query.Cursor) }, PageSize + 1, cancellationToken);
        string? next = entries.Count > PageSize ? entries[PageSize - 1].Sequence.ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new AuditPage([.. entries.Take(PageSize)], next));
    }

    private static async Task<AuditCsvResult> ExportAsync([AsParameters] AuditQuery query, AuditReader audit, AuditLog log, CancellationToken cancellationToken)
    {
        AuditFilter filter = query.Filter();
        await log.WriteAsync("audit.export", "audit", [], cancellationToken);
        return new AuditCsvResult(audit.StreamAsync(Tenant(), filter, cancellationToken));
    }

    private static async Task<Ok<AuditChoices>> ChoicesAsync(AuditReader audit, CancellationToken cancellationToken) =>
        TypedResults.Ok(await audit.ChoicesAsync(Tenant(), cancellationToken));

    private static async Task<Ok<AuditCheck>> VerifyAsync(AuditReader audit, TimeProvider time, CancellationToken cancellationToken)
    {
        AuditVerdict verdict = await audit.VerifyAsync(Tenant(), cancellationToken);
        return TypedResults.Ok(new AuditCheck(
            verdict.Fault is null, verdict.Entries, verdict.Sequence, verdict.Hash, verdict.Fault?.For(CallContext.Current?.Language), time.GetUtcNow()));
    }

    internal static string Outcome(string outcome) =>
        Outcomes.Contains(outcome, StringComparer.Ordinal) ? outcome : throw ProblemException.Invalid("outcome", Text.Of("The outcome is success, refused or failed.", "结果只能是 success、refused 或 failed。"));

    private static long? Cursor(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            ? sequence
            : throw ProblemException.Invalid("cursor", Text.Of("The cursor is not one of this list.", "这个游标不属于此列表。"));
    }

    private static Guid Tenant() => CallContext.Current?.TenantId ?? throw new InvalidOperationException("A request always has a call.");
}

/// <summary>Which entries are asked for.</summary>
internal sealed class AuditQuery
{
    /// <summary>Where the page before ended.</summary>
    public string? Cursor { get; init; }

    /// <summary>Only entries from then on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only entries before then.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only this action; with a <c>*</c> at the end all that begin like it.</summary>
    public string? Action { get; init; }

    /// <summary>Only what this person did.</summary>
    public Guid? User { get; init; }

    /// <summary>Only what was done to this.</summary>
    public string? Subject { get; init; }

    /// <summary><c>success</c>, <c>refused</c> or <c>failed</c>.</summary>
    public string? Outcome { get; init; }

    public AuditFilter Filter() => new(null, From, To, Clean(Action), User, Clean(Subject), Clean(Outcome) is { } outcome ? AuditEndpoints.Outcome(outcome) : null);

    // No entry holds a NUL, and PostgreSQL takes none.
    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", string.Empty, StringComparison.Ordinal).Trim();
}

/// <summary>A page of the audit log.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? NextCursor);

/// <summary>What the audit log can be narrowed down to.</summary>
/// <param name="Actions">Dotted names of what was done.</param>
/// <param name="People">Who did it.</param>
internal sealed record AuditChoices(IReadOnlyList<string> Actions, IReadOnlyList<AuditPerson> People);

/// <summary>Somebody who did something.</summary>
/// <param name="UserId">Who; all zeros for the installation itself.</param>
/// <param name="UserName">The last name of his in the log, or null.</param>
internal sealed record AuditPerson(Guid UserId, string? UserName);

/// <summary>What became of the chain.</summary>
/// <param name="Whole">Whether every entry follows the one before it, up to the head.</param>
/// <param name="Entries">How many entries were found in order.</param>
/// <param name="Sequence">Number of the last entry, or of the one that is wrong.</param>
/// <param name="Hash">Hash of the last entry in order, hexadecimal; note it elsewhere to compare with later.</param>
/// <param name="Fault">What is wrong, in the language of the caller, or null.</param>
/// <param name="CheckedAt">When this was found, in UTC.</param>
internal sealed record AuditCheck(bool Whole, int Entries, long Sequence, string Hash, string? Fault, DateTimeOffset CheckedAt);
