using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AIWendy.Host.Plugins.Metrics;

/// <summary>What each plugin uses: for the admin page, and as instruments of the meter <c>AIWendy</c> with the tag <c>plugin</c>.</summary>
internal sealed class PluginMetrics : IDisposable
{
    public const string MeterName = "AIWendy";

    private readonly ConcurrentDictionary<string, PluginMeter> meters = new(StringComparer.Ordinal);
    private readonly ActivePlugins active;
    private readonly RetiredVersions retired;
    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> durations;

    public PluginMetrics(ActivePlugins active, RetiredVersions retired)
    {
        this.active = active;
        this.retired = retired;
        durations = meter.CreateHistogram<double>("aiwendy.plugin.request.duration", "s", "Time to answer a request, without streams.");
        Observe("aiwendy.plugin.requests", "{request}", "Requests to the plugin's endpoints.", used => used.Requests);
        Observe("aiwendy.plugin.errors", "{request}", "Requests that ended with a fault.", used => used.Errors);
        Observe("aiwendy.plugin.database.duration", "s", "Time of the commands of the plugin's contexts.", used => used.Database.TotalSeconds);
        Observe("aiwendy.plugin.jobs", "{job}", "Jobs that ran.", used => used.Jobs);
        Observe("aiwendy.plugin.jobs.failed", "{job}", "Jobs that threw.", used => used.FailedJobs);
        meter.CreateObservableGauge("aiwendy.plugin.memory", () => Each(used => MemoryOf(used.PluginId)), "By", "Code that the plugin holds in memory.");
        meter.CreateObservableGauge("aiwendy.plugin.contexts", () => Each(used => (long)ContextsOf(used.PluginId)), "{context}", "Versions of the plugin in memory.");
    }

    /// <summary>Where the work of a plugin is counted.</summary>
    public PluginMeter For(string pluginId) => meters.GetOrAdd(pluginId, id => new PluginMeter(id, durations));

    /// <summary>What a plugin used since the host started, or null when it was never active.</summary>
    public PluginFigures? Of(string pluginId)
    {
        if (!meters.TryGetValue(pluginId, out PluginMeter? used))
        {
            return null;
        }

        (double median, double slow) = used.Latency;
        return new PluginFigures(
            used.Requests, used.Errors, median, slow, used.Database.TotalMilliseconds, used.Jobs, MemoryOf(pluginId), ContextsOf(pluginId));
    }

    public void Dispose() => meter.Dispose();

    private long MemoryOf(string pluginId) => active.Current.ById.TryGetValue(pluginId, out PluginInstance? instance) ? instance.CodeBytes : 0;

    private int ContextsOf(string pluginId) => (active.Current.ById.ContainsKey(pluginId) ? 1 : 0) + retired.AliveOf(pluginId);

    private void Observe(string name, string unit, string description, Func<PluginMeter, double> read) =>
        meter.CreateObservableCounter(name, () => Each(read), unit, description);

    private IEnumerable<Measurement<T>> Each<T>(Func<PluginMeter, T> read) where T : struct =>
        meters.Values.Select(used => new Measurement<T>(read(used), new KeyValuePair<string, object?>("plugin", used.PluginId)));
}

/// <summary>What a plugin used since the host started.</summary>
/// <param name="Requests">Requests to its endpoints.</param>
/// <param name="Errors">Those that ended with a fault.</param>
/// <param name="P50Ms">Half of all answers took no longer, in milliseconds. Streams do not count.</param>
/// <param name="P99Ms">99 of 100 answers took no longer, in milliseconds.</param>
/// <param name="DatabaseMs">Time of the commands that its database contexts sent, in milliseconds.</param>
/// <param name="Jobs">Jobs that ran.</param>
/// <param name="MemoryBytes">
/// Size of the assemblies that it loaded: the least that it takes. All plugins share one heap, and .NET can not say whose
/// an object on it is.
/// </param>
/// <param name="ContextsAlive">Its versions in memory: the one that serves, and old ones that were not collected yet.</param>
internal sealed record PluginFigures(
    long Requests, long Errors, double P50Ms, double P99Ms, double DatabaseMs, long Jobs, long MemoryBytes, int ContextsAlive);
