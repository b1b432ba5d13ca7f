using AIWendy.Sdk;

namespace AIWendy.Host.Http.Platform;

/// <summary>The installation, as a page sees it.</summary>
/// <param name="Name">Name of the product.</param>
/// <param name="Version">Its version.</param>
/// <param name="DeploymentMode"><c>self-hosted</c> or <c>cloud</c>.</param>
/// <param name="AuthRequired">Whether people must sign in.</param>
/// <param name="MultiTenancy">Whether more than one tenant exists.</param>
/// <param name="Features">Every feature of the active plugins and whether it is on for the caller.</param>
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

/// <summary>State of the licence.</summary>
/// <param name="State"><c>core</c>: the open core, which needs none.</param>
internal sealed record LicenceInfo(string State);

/// <summary>The caller.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">Name for display, or null.</param>
/// <param name="IsGuest">Whether this is the one local person of an installation without sign-in.</param>
/// <param name="Role">The role in the current tenant.</param>
/// <param name="Language">Language of the call.</param>
/// <param name="Permissions">Every permission that the caller holds, sorted.</param>
internal sealed record CallerInfo(Guid Id, string? Name, bool IsGuest, Role Role, string Language, IReadOnlyList<string> Permissions);
