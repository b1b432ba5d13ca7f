using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>A person with an account.</summary>
internal sealed class User : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; set; }

    /// <summary>What two spellings of one address have in common; unique within the tenant.</summary>
    public string NormalizedEmail { get; set; } = string.Empty;

    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of the credentials.</summary>
    public string SecurityStamp { get; set; } = string.Empty;

    /// <summary>Changes with every save, so that two writers notice each other.</summary>
    public string ConcurrencyStamp { get; set; } = string.Empty;

    public string? DisplayName { get; set; }

    /// <summary><c>en</c> or <c>zh-CN</c>; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name; null follows the browser.</summary>
    public string? TimeZone { get; set; }

    public Role Role { get; set; } = Role.Member;

    public DateTimeOffset CreatedAt { get; init; }
}
