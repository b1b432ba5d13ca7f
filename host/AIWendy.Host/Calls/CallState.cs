using AIWendy.Sdk;

namespace AIWendy.Host.Calls;

/// <summary>Tenant and person of one call; immutable, flows with the asynchronous call.</summary>
internal sealed record CallState
{
    public required Guid TenantId { get; init; }

    public Guid UserId { get; init; }

    public Role Role { get; init; } = Role.Viewer;

    /// <summary>The only permissions that the caller's credential carries; null for all that the role grants.</summary>
    public IReadOnlySet<string>? Scopes { get; init; }

    public bool IsGuest { get; init; }

    public string? DisplayName { get; init; }

    public string Language { get; init; } = "en";

    public bool DoNotTrack { get; init; }
}
