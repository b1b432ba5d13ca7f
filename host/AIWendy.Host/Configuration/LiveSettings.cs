namespace AIWendy.Host.Configuration;

/// <summary>
/// The settings that count at once when an administrator changes them. They begin with what the environment says, and follow
/// the registry where the environment says nothing.
/// </summary>
internal sealed class LiveSettings(HostSettings settings)
{
    private volatile RateLimitFigures rateLimits = settings.RateLimits;
    private volatile int auditDays = settings.AuditDays;

    /// <summary>How often people may do what is limited.</summary>
    public RateLimitFigures RateLimits
    {
        get => rateLimits;
        set => rateLimits = value;
    }

    /// <summary>For how many days the audit log is kept; 0 for ever.</summary>
    public int AuditDays
    {
        get => auditDays;
        set => auditDays = value;
    }
}
