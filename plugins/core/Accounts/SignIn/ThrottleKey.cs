namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>What the throttle counts together.</summary>
/// <param name="Account">Hash of the account's name, whether or not there is one.</param>
/// <param name="Address">Network address.</param>
internal sealed record ThrottleKey(string Account, string Address)
{
    /// <summary>Of a proof that names no account.</summary>
    public static ThrottleKey OfAddress(string address) => new("*", address);
}
