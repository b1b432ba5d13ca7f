using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>A code that stands in for the authenticator app once.</summary>
internal sealed class RecoveryCode : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A WebAuthn credential with which a person signs in without a password.</summary>
internal sealed class Passkey : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    /// <summary>Id that the authenticator gave to the credential.</summary>
    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    public required string Name { get; set; }

    /// <summary>Counter of the authenticator; one that goes back tells of a copy.</summary>
    public long SignCount { get; set; }

    public string[]? Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A token with which a program calls in a person's name.</summary>
internal sealed class AccessToken : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Its first characters, by which a person recognises it.</summary>
    public required string Hint { get; init; }

    /// <summary>Keys of the permissions that it carries.</summary>
    public required string[] Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A secret that is good for one step: a link in a mail, a half-finished sign-in, a challenge.</summary>
internal sealed class Ticket : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person it concerns; null where nobody is known yet.</summary>
    public Guid? UserId { get; init; }

    public required string Purpose { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] TokenHash { get; init; }

    public string? Payload { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
