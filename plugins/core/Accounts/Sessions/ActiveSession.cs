using AIWendy.Sdk;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>A valid session and its person, as requests need them.</summary>
internal sealed record ActiveSession(
    Guid SessionId,
    Guid TenantId,
    Guid UserId,
    Role Role,
    string Name,
    string? Language,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt);
