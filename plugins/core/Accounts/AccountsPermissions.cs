namespace AIWendy.Plugins.Accounts;

internal static class AccountsPermissions
{
    public const string Self = "accounts.self";
}
