using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AIWendy.Host.Plugins.Metrics;

/// <summary>Counts what one plugin does, over all its versions since the host started. Holds nothing of the plugin.</summary>
internal sealed class PluginMeter(string pluginId, Histogram<double> durations)
{
    private readonly LatencyHistogram latencies = new();
    private readonly KeyValuePair<string, object?> tag = new("plugin", pluginId);
    private long requests;
    private long errors;
    private long databaseTicks;
    private long jobs;
    private long failedJobs;

    public string PluginId => pluginId;

    /// <summary>Requests that its endpoints were matched to.</summary>
    public long Requests => Volatile.Read(ref requests);

    /// <summary>Requests that ended with a fault: status 500 and above, or cut off half-way.</summary>
    public long Errors => Volatile.Read(ref errors);

    /// <summary>Time for which its contexts waited for the database to begin to answer.</summary>
    public TimeSpan Database => Stopwatch.GetElapsedTime(0, Volatile.Read(ref databaseTicks));

    /// <summary>Jobs that ran, also those that failed.</summary>
    public long Jobs => Volatile.Read(ref jobs);

    /// <summary>Jobs that threw.</summary>
    public long FailedJobs => Volatile.Read(ref failedJobs);

    /// <summary>Median and 99th percentile of its answers, in milliseconds.</summary>
    public (double P50, double P99) Latency => latencies.Percentiles(0.5, 0.99) is [double median, double slow] ? (median, slow) : default;

    /// <summary>Counts an answer.</summary>
    /// <param name="ticks">How long it took, in ticks of <see cref="Stopwatch"/>; null for a stream, whose length says nothing.</param>
    /// <param name="failed">Whether it was a fault.</param>
    public void CountRequest(long? ticks, bool failed)
    {
        Interlocked.Increment(ref requests);
        if (failed)
        {
            Interlocked.Increment(ref errors);
        }

        if (ticks is { } duration)
        {
            latencies.Add(duration);
            if (durations.Enabled)
            {
                durations.Record((double)duration / Stopwatch.Frequency, tag);
            }
        }
    }

    /// <summary>Counts a command that was sent to the database.</summary>
    public void CountDatabase(TimeSpan duration) =>
        Interlocked.Add(ref databaseTicks, (long)(duration.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Counts a job when it ends. One that is told to stop counts when it runs again.</summary>
    public async Task CountJobAsync(Task job)
    {
        try
        {
            await job;
            Interlocked.Increment(ref jobs);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Interlocked.Increment(ref jobs);
            Interlocked.Increment(ref failedJobs);
            throw;
        }
    }
}
