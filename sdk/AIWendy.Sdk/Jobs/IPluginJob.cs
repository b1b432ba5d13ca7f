namespace AIWendy.Sdk.Jobs;

/// <summary>
/// Work in the background. It may run twice after a crash, so it must be idempotent. The tenant is set while it runs.
/// </summary>
public interface IPluginJob
{
    /// <summary>Does the work; the token fires when the plugin or the host stops, or after the time limit (default 10 min).</summary>
    Task ExecuteAsync(JobContext context, CancellationToken cancellationToken);
}

/// <summary>One execution of a job.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="FireId">Identifies this firing; the same again when it is recovered after a crash.</param>
/// <param name="Argument">What <see cref="IJobs.EnqueueAsync"/> was given, or <see langword="null"/> for a scheduled run.</param>
/// <param name="ScheduledAt">When it was due, in UTC.</param>
public sealed record JobContext(string Name, string FireId, string? Argument, DateTimeOffset ScheduledAt);

/// <summary>When a job runs.</summary>
public sealed record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Quartz cron expression, or <see langword="null"/> for an interval.</summary>
    public string? Cron { get; private init; }

    /// <summary>Interval, or <see langword="null"/> for a cron expression.</summary>
    public TimeSpan? Interval { get; private init; }

    /// <summary>IANA time zone of the cron expression; UTC when <see langword="null"/>.</summary>
    public string? TimeZone { get; private init; }

    /// <summary>Runs at a fixed interval of at least one second.</summary>
    public static JobSchedule Every(TimeSpan interval) =>
        interval >= TimeSpan.FromSeconds(1)
            ? new() { Interval = interval }
            : throw new ArgumentOutOfRangeException(nameof(interval), "A job runs at most once a second.");

    /// <summary>Runs once a day.</summary>
    /// <param name="hour">0 to 23.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="timeZone">IANA name; UTC when <see langword="null"/>.</param>
    public static JobSchedule DailyAt(int hour, int minute, string? timeZone = null) =>
        FromCron(FormattableString.Invariant($"0 {minute} {hour} * * ?"), timeZone);

    /// <summary>Runs by a Quartz cron expression.</summary>
    public static JobSchedule FromCron(string expression, string? timeZone = null) => new() { Cron = expression, TimeZone = timeZone };
}

/// <summary>Starts the calling plugin's jobs.</summary>
public interface IJobs
{
    /// <summary>Runs a job once, as soon as a node is free, for the current tenant and user; survives a restart.</summary>
    /// <param name="name">A job that the plugin has added.</param>
    /// <param name="argument">At most 16 KiB of text for the job, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the enqueueing, not the job.</param>
    /// <exception cref="ArgumentException">The plugin has no such job, or the argument is too long.</exception>
    Task EnqueueAsync(string name, string? argument = null, CancellationToken cancellationToken = default);
}
