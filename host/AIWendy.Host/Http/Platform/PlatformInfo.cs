using AIWendy.Sdk;

namespace AIWendy.Host.Http.Platform;

/// <summary>The installation, as a page sees it.</summary>
/// <param name="Name">Name of the product.</param>
/// <param name="Version">Its version.</param>
/// <param name="DeploymentMode"><c>self-hosted</c> or <c>cloud</c>.</param>
/// <param name="AuthRequired">Whether people must sign in.</param>
/// <param name="MultiTenancy">Whether more than one tenant exists.</param>
/// <param name="Features">Every feature and whether the caller can open it: it is on, or what it has stored can still be read.</param>
/// <param name="Locale">Language of the call: <c>en</c> or <c>zh-CN</c>.</param>
/// <param name="Locales">Languages of the product.</param>
/// <param name="Licence">State of the licence.</param>
/// <param name="StartedAt">When the process started, in UTC.</param>
/// <param name="UptimeSeconds">How long it has been running.</param>
/// <param name="User">The caller, or null for an anonymous one.</param>
internal sealed record PlatformInfo(
    string Name,
    string Version,
    string DeploymentMode,
    bool AuthRequired,
    bool MultiTenancy,
    IReadOnlyDictionary<string, bool> Features,
    string Locale,
    IReadOnlyList<string> Locales,
    LicenceInfo Licence,
    DateTimeOffset StartedAt,
    long UptimeSeconds,
    CallerInfo? User);

/// <summary>State of the licence that is best off.</summary>
/// <param name="State"><c>core</c>: there is none, and the open core needs none; otherwise <c>active</c>, <c>expiring</c>, <c>grace</c>, <c>expired</c>, <c>not_yet_valid</c>, <c>revoked</c> or <c>invalid</c>.</param>
/// <param name="Development">Whether something is licensed by a key for development, which every page of the administration says.</param>
/// <param name="Licensee">Who holds it; only administrators are told.</param>
/// <param name="Expires">When it expires; only administrators are told.</param>
/// <param name="GraceEnds">When the days of grace are over; only administrators are told.</param>
/// <param name="ClockRolledBack">Whether the machine's clock was set back; only administrators are told.</param>
internal sealed record LicenceInfo(
    string State, bool Development, string? Licensee, DateTimeOffset? Expires, DateTimeOffset? GraceEnds, bool ClockRolledBack);

/// <summary>The caller.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">Name for display, or null.</param>
/// <param name="IsGuest">Whether this is the one local person of an installation without sign-in.</param>
/// <param name="Role">The role in the current tenant.</param>
/// <param name="Language">Language of the call.</param>
/// <param name="Permissions">Every permission that the caller holds, sorted.</param>
internal sealed record CallerInfo(Guid Id, string? Name, bool IsGuest, Role Role, string Language, IReadOnlyList<string> Permissions);
