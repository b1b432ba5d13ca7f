namespace AIWendy.Plugins.Accounts.Sessions;

internal static class SessionLifetime
{
    /// <summary>How long a session lives without being used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>How much of it must have passed before the end is moved and the cookie sent again.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromDays(1);

    /// <summary>How old the stored time of last use may get.</summary>
    public static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>How long a lookup is remembered; the delay with which another node notices a revocation.</summary>
    public static readonly TimeSpan Cache = TimeSpan.FromSeconds(1);

    /// <summary>How long ended sessions are kept.</summary>
    public static readonly TimeSpan KeepEnded = TimeSpan.FromDays(30);
}
