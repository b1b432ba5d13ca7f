using System.Text.Json.Nodes;

namespace AIWendy.Sdk;

/// <summary>
/// Keeps who did what to things that matter for security or administration. Entries are added, never changed, and chained
/// by hashes, so that a missing or altered one shows. Who calls, from where and in which request the host adds itself.
/// </summary>
public interface IAuditLog
{
    /// <summary>
    /// Adds an entry to the chain of the current tenant, in a transaction of its own. Call it after the act; an act that
    /// must never happen unnoted is noted before.
    /// </summary>
    /// <param name="entry">What was done. Values under names such as <c>password</c>, <c>secret</c> or <c>token</c> are masked.</param>
    /// <param name="cancellationToken">Cancels the write; pass none where the act itself can no longer be cancelled.</param>
    Task AppendAsync(AuditEvent entry, CancellationToken cancellationToken = default);
}

/// <summary>Something that somebody did.</summary>
/// <param name="Action">Dotted name of what was done, e.g. <c>accounts.role.change</c>; at most 100 characters.</param>
/// <param name="Subject">What it was done to, e.g. an id or a name; at most 500 characters, longer ones are cut.</param>
public sealed record AuditEvent(string Action, string Subject)
{
    /// <summary>How it came out.</summary>
    public AuditOutcome Outcome { get; init; } = AuditOutcome.Success;

    /// <summary>What was changed, as it was before; <see langword="null"/> where nothing was there.</summary>
    public JsonObject? Before { get; init; }

    /// <summary>The same as it is now; <see langword="null"/> where nothing is left.</summary>
    public JsonObject? After { get; init; }

    /// <summary>What else is worth knowing; no secrets and no more personal data than needed.</summary>
    public JsonObject? Details { get; init; }

    /// <summary>Who did it, where that is not the caller: a person who is just signing in. Otherwise <see langword="null"/>.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The name that goes with <see cref="UserId"/>, or <see langword="null"/>.</summary>
    public string? UserName { get; init; }
}

/// <summary>How something came out that somebody tried.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Success,

    /// <summary>It was not allowed, or the proof was wrong.</summary>
    Refused,

    /// <summary>It was allowed and did not work.</summary>
    Failed,
}
