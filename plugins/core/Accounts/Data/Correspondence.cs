using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>A message that was sent, waits to be sent, or is kept for administrators because no server sends it.</summary>
internal sealed class OutgoingMail : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account it goes to; null for a person without one.</summary>
    public Guid? UserId { get; init; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text, encrypted because links in it open doors; null once it was sent.</summary>
    public string? Body { get; set; }

    public MailState State { get; set; }

    /// <summary>Why the last attempt failed, in the words of the server.</summary>
    public string? Error { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>Where a message is.</summary>
internal enum MailState
{
    /// <summary>The server has not taken it yet.</summary>
    Waiting,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>No server is configured; administrators may read it.</summary>
    Kept,

    /// <summary>Given up after several attempts; administrators may read it.</summary>
    Failed,
}

/// <summary>An offer to create an account.</summary>
internal sealed class Invitation : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; init; }

    public Role Role { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] TokenHash { get; init; }

    public Guid InvitedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A person's picture.</summary>
internal sealed class Avatar : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public required string MediaType { get; set; }

    public required byte[] Content { get; set; }
}
