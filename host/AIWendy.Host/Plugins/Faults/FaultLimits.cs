namespace AIWendy.Host.Plugins.Faults;

/// <summary>How much the host puts up with before it takes a plugin out, and when it tries again.</summary>
internal sealed record FaultLimits
{
    /// <summary>Faults on threads of a plugin's own within <see cref="Window"/> that take it out, and faults of a job in a row that leave the job out.</summary>
    public int Faults { get; init; } = 5;

    /// <summary>The span in which they are counted; a plugin that was well for as long starts from the beginning.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait before the first new try; each further one waits twice as long.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait between two tries.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Calls of one kind, for one tenant, that never came back, after which only an administrator can try again.</summary>
    public int LostCalls { get; init; } = 3;

    /// <summary>The same over all tenants.</summary>
    public int LostCallsOfAll { get; init; } = 12;

    /// <summary>Ends of the process during the start of one plugin, after which the plugin is left out.</summary>
    public int Crashes { get; init; } = 3;

    /// <summary>How long a version that was taken down may stay in memory before it counts as leaked.</summary>
    public TimeSpan LeakPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before try number <paramref name="attempt"/>, counted from one.</summary>
    public TimeSpan RetryAfter(int attempt) =>
        attempt > 20 ? LongestRetry : TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, FirstRetry.Ticks << Math.Max(0, attempt - 1)));
}
