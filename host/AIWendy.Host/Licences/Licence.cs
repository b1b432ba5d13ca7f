using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

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
    public (LicenceState State, Text Reason)? Fault { get; init; }

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
    public Text? Explain(DateTimeOffset now) => At(now) switch
    {
        LicenceState.Invalid or LicenceState.Revoked => Fault!.Value.Reason,
        LicenceState.NotYetValid => Text.Of($"It is valid from {Day(Claims.NotBefore)} on.", $"自 {Day(Claims.NotBefore)} 起有效。"),
        LicenceState.Expired => Text.Of(
            $"It expired on {LastDay(Claims.Expires)}; what it covered can be read and exported, not changed.",
            $"已于 {LastDay(Claims.Expires)} 到期；它涵盖的内容可以查看和导出，不能更改。"),
        _ when !CoversSomething => Text.Of(
            $"It covers plugins of the edition \"{Claims.Edition}\", which does not exist here.",
            $"它涵盖的是“{Claims.Edition}”版插件，这里没有这种版本。"),
        LicenceState.Expiring => Text.Of($"It expires on {LastDay(Claims.Expires)}.", $"将于 {LastDay(Claims.Expires)} 到期。"),
        LicenceState.Grace => Text.Of(
            $"It expired on {LastDay(Claims.Expires)}; until {LastDay(GraceEnds)} everything goes on.",
            $"已于 {LastDay(Claims.Expires)} 到期；到 {LastDay(GraceEnds)} 为止一切照常。"),
        _ => null,
    };

    private bool CoversSomething => Claims.Edition is null || Enum.GetNames<PluginEdition>().Contains(Claims.Edition, StringComparer.OrdinalIgnoreCase);

    // What ends at midnight has the day before as its last one, as it says where it was issued.
    private static string LastDay(DateTimeOffset? end) => Day(end?.AddTicks(-1));

    private static string Day(DateTimeOffset? moment) => FormattableString.Invariant($"{moment?.UtcDateTime:yyyy-MM-dd}");
}
