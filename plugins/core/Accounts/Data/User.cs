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

    /// <summary>When the person proved that the address is his; null as long as he has not.</summary>
    public DateTimeOffset? EmailConfirmedAt { get; set; }

    /// <summary>When an administrator closed the account; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When the account and everything of it will be erased; null unless the person asked for it.</summary>
    public DateTimeOffset? DeletionDueAt { get; set; }

    /// <summary>Secret shared with the authenticator app, encrypted; null without one.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>When the first code of the app was right; the second factor is asked for from then on.</summary>
    public DateTimeOffset? AuthenticatorConfirmedAt { get; set; }

    /// <summary>Time step of the last code that was used, so that none counts twice.</summary>
    public long? AuthenticatorStep { get; set; }

    /// <summary>ISO 4217 code in which sums are shown by choice; null follows the accounts.</summary>
    public string? BaseCurrency { get; set; }

    /// <summary>What the person trades, for example <c>futures</c>; null when he did not say.</summary>
    public string[]? Markets { get; set; }

    /// <summary>What he wants to work on first, in his words.</summary>
    public string? MainConcern { get; set; }

    /// <summary>Id of the coach that he prefers.</summary>
    public string? PreferredCoachId { get; set; }

    /// <summary>When the picture was last replaced; null without one.</summary>
    public DateTimeOffset? AvatarChangedAt { get; set; }
}
