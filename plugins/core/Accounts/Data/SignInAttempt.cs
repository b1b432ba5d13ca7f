using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>An attempt to prove a password that has not succeeded.</summary>
internal sealed class SignInAttempt : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of the e-mail, so that addresses of strangers and typing errors are not collected.</summary>
    public required string AccountKey { get; init; }

    /// <summary>Where it came from; for IPv6 the /64 network.</summary>
    public required string Address { get; init; }

    public DateTimeOffset At { get; init; }
}
