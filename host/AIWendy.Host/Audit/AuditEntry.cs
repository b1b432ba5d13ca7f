using System.Text.Json.Nodes;

namespace AIWendy.Host.Audit;

/// <summary>Something that somebody did.</summary>
/// <param name="Sequence">Number within the tenant, without gaps.</param>
/// <param name="Id">Grows with time.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">Name at that time, or null.</param>
/// <param name="Action">Dotted name of what was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Outcome"><c>success</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Before">What was changed, as it was, or null.</param>
/// <param name="After">The same as it became, or null.</param>
/// <param name="Details">What else was noted.</param>
/// <param name="Address">Network address of the caller, or null.</param>
/// <param name="UserAgent">What the caller's program called itself, or null.</param>
/// <param name="RequestId">Request in which it was done, or null.</param>
internal sealed record AuditEntry(
    long Sequence,
    Guid Id,
    DateTimeOffset At,
    Guid UserId,
    string? UserName,
    string Action,
    string Subject,
    string Outcome,
    JsonObject? Before,
    JsonObject? After,
    JsonObject Details,
    string? Address,
    string? UserAgent,
    string? RequestId);

/// <summary>Which entries; what is null does not matter.</summary>
/// <param name="Before">Only entries with a smaller number.</param>
/// <param name="From">Only entries from then on.</param>
/// <param name="To">Only entries before then.</param>
/// <param name="Action">Only this action, or with a <c>*</c> at the end all that begin like it.</param>
/// <param name="UserId">Only what this person did.</param>
/// <param name="Subject">Only what was done to this.</param>
/// <param name="Outcome">Only what came out like this.</param>
internal sealed record AuditFilter(
    long? Before = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Action = null, Guid? UserId = null, string? Subject = null, string? Outcome = null);
