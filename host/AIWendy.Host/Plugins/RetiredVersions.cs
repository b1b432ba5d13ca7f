using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using AIWendy.Host.Plugins.Faults;

namespace AIWendy.Host.Plugins;

/// <summary>
/// Watches versions that were taken down until their memory is free. The runtime's own list of load contexts forgets
/// one as soon as it is told to unload, so only weak references tell.
/// </summary>
internal sealed partial class RetiredVersions(PluginFaults faults, FaultLimits limits, TimeProvider time, ILogger<RetiredVersions> logger) : IDisposable
{
    private static readonly TimeSpan FirstBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(8);

    private readonly Lock gate = new();
    private readonly List<Retired> contexts = [];
    private readonly CancellationTokenSource stopping = new();
    private bool isWatching;

    /// <summary>How many retired versions are still in memory.</summary>
    public int Alive
    {
        get
        {
            lock (gate)
            {
                contexts.RemoveAll(retired => !retired.Context.IsAlive);
                return contexts.Count;
            }
        }
    }

    /// <summary>How many retired versions of one plugin are still in memory.</summary>
    public int AliveOf(string pluginId)
    {
        lock (gate)
        {
            return contexts.Count(retired => retired.PluginId == pluginId && retired.Context.IsAlive);
        }
    }

    public void Add(PluginInstance instance)
    {
        if (instance.WatchContext() is not { } context)
        {
            return;
        }

        lock (gate)
        {
            contexts.Add(new Retired(context, instance.Id, instance.Package.Manifest.Version, time.GetTimestamp()));
            if (isWatching || stopping.IsCancellationRequested)
            {
                return;
            }

            isWatching = true;
        }

        _ = Task.Run(WatchAsync, CancellationToken.None);
    }

    /// <summary>Counts after giving the collector a chance, so that garbage is not taken for a leak.</summary>
    public int CountStuck(int limit)
    {
        for (int attempt = 0; attempt < 3 && Alive > limit; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return Alive;
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    // A version that is gone leaves memory only when the collector runs, and an idle host may not run it for hours.
    private async Task WatchAsync()
    {
        TimeSpan beat = FirstBeat;
        CancellationToken cancellationToken = stopping.Token;
        try
        {
            while (HasMore())
            {
                await Task.Delay(beat < limits.LeakPatience ? beat : limits.LeakPatience, time, cancellationToken);
                if (Waiting().Count > 0)
                {
                    GC.Collect();
                }

                bool isFresh = Waiting().Exists(retired => time.GetElapsedTime(retired.At) < LongestBeat);
                beat = isFresh ? FirstBeat : TimeSpan.FromTicks(Math.Min(LongestBeat.Ticks, beat.Ticks * 2));
                foreach (Retired retired in Waiting().Where(retired => time.GetElapsedTime(retired.At) >= limits.LeakPatience))
                {
                    Report(retired);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host ends, and its memory with it.
        }
    }

    private List<Retired> Waiting()
    {
        lock (gate)
        {
            return contexts.FindAll(retired => !retired.IsReported && retired.Context.IsAlive);
        }
    }

    private bool HasMore()
    {
        lock (gate)
        {
            foreach (Retired gone in contexts.Where(retired => !retired.Context.IsAlive && retired.IsReported))
            {
                faults.ClearLeak(gone.PluginId);
            }

            contexts.RemoveAll(retired => !retired.Context.IsAlive);
            isWatching = contexts.Count > 0;
            return isWatching;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Report(Retired retired)
    {
        retired.IsReported = true;
        string holder = retired.Context.Target is AssemblyLoadContext context ? HolderOf(retired, context) : string.Empty;
        int lost = faults.LostCallsOf(retired.PluginId);
        string calls = lost > 0 ? $" {lost} of its calls never came back; the threads that run them keep it, too." : string.Empty;
        string message = FormattableString.Invariant($"Version {retired.Version} is still in memory {limits.LeakPatience.TotalSeconds:0.#} s after it was taken down. {holder}{calls}");
        LogLeak(logger, retired.PluginId, message);
        faults.ReportLeak(retired.PluginId, message);
    }

    // Whatever the search stumbles over, that there is a leak has to be said.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private string HolderOf(Retired retired, AssemblyLoadContext context)
    {
        try
        {
            return LeakHolders.Describe(context);
        }
        catch (Exception exception)
        {
            LogSearchFailed(logger, exception, retired.PluginId);
            return "What keeps it could not be found out.";
        }
    }

    private sealed record Retired(WeakReference Context, string PluginId, string Version, long At)
    {
        public bool IsReported { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search for what keeps {PluginId} in memory failed")]
    private static partial void LogSearchFailed(ILogger logger, Exception exception, string pluginId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} leaks: {Reason}")]
    private static partial void LogLeak(ILogger logger, string pluginId, string reason);
}
