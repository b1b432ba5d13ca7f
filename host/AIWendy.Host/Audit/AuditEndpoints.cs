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

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A page of the audit log.</summary>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? NextCursor);
