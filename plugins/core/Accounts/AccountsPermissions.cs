namespace AIWendy.Plugins.Accounts;

internal static class AccountsPermissions
{
    public const string Self = "accounts.self";

    /// <summary>Credentials and sessions of one's own. No access token carries it, so that none can make another.</summary>
    public const string Security = "accounts.security";

    /// <summary>Other people's accounts.</summary>
    public const string Admin = "accounts.admin";
}
