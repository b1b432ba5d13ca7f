namespace AIWendy.Host.Licences;

/// <summary>A licence that was looked at once: what it states, who signed it, and whether it counts at all.</summary>
internal sealed record Licence
{
    /// <summary>How long before its end a licence says so.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>What it states; nothing where it can not be trusted.</summary>
    public LicenceClaims Claims { get; init; } = new();

    /// <summary>The key that signed it, or that it says has.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether the key is one for development.</summary>
    public bool IsDevelopment { get; init; }

    /// <summary>Why it never counts, whatever the time: <see cref="LicenceState.Invalid"/> or <see cref="LicenceState.Revoked"/>.</summary>
    public (LicenceState State, string Reason)? Fault { get; init; }

    /// <summary>When the days of grace are over; null where it does not expire.</summary>
    public DateTimeOffset? GraceEnds => Claims.Expires?.AddDays(Claims.GraceDays);

    /// <summary>The state at a moment.</summary>
    public LicenceState At(DateTimeOffset now)
    {
        if (Fault is { } fault)
        {
            return fault.State;
        }

        if (now < Claims.NotBefore)
        {
            return LicenceState.NotYetValid;
        }

        return Claims.Expires is not { } expires || now < expires - Notice ? LicenceState.Active
            : now < expires ? LicenceState.Expiring
            : now < GraceEnds ? LicenceState.Grace
            : LicenceState.Expired;
    }

    /// <summary>The next moment after which <see cref="At"/> answers something else.</summary>
    public DateTimeOffset ChangesAfter(DateTimeOffset now) => Fault is not null
        ? DateTimeOffset.MaxValue
        : new[] { Claims.NotBefore, Claims.Expires - Notice, Claims.Expires, GraceEnds }
            .Where(moment => moment > now)
            .Min() ?? DateTimeOffset.MaxValue;

    /// <summary>One sentence on the state, or null for a licence about which there is nothing to say.</summary>
    public string? Explain(DateTimeOffset now) => At(now) switch
    {
        LicenceState.Invalid or LicenceState.Revoked => Fault!.Value.Reason,
        LicenceState.NotYetValid => FormattableString.Invariant($"It is valid from {Claims.NotBefore:yyyy-MM-dd} on."),
        LicenceState.Expiring => FormattableString.Invariant($"It expires on {Claims.Expires:yyyy-MM-dd}."),
        LicenceState.Grace => FormattableString.Invariant($"It expired on {Claims.Expires:yyyy-MM-dd}; until {GraceEnds:yyyy-MM-dd} everything goes on."),
        LicenceState.Expired => FormattableString.Invariant($"It expired on {Claims.Expires:yyyy-MM-dd}; what it covered can be read and exported, not changed."),
        _ => null,
    };
}
