namespace AIWendy.Host.Jobs;

/// <summary>Stores jobs that are to run once.</summary>
internal interface IJobQueue
{
    /// <summary>Stores a job of the current tenant and user, due at once.</summary>
    Task EnqueueAsync(string pluginId, string name, string? argument, CancellationToken cancellationToken);

    /// <summary>Stores a job as it is, due after a delay.</summary>
    Task StoreAsync(JobData data, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Deletes every job and schedule of a plugin.</summary>
    Task ForgetAsync(string pluginId, CancellationToken cancellationToken);
}
