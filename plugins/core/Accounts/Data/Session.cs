using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>A signed-in browser. The token itself is never stored.</summary>
internal sealed class Session : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public string? UserAgent { get; init; }

    public string? Address { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
