namespace AIWendy.Host.Plugins;

/// <summary>
/// Watches versions that were taken down until their memory is free. The runtime's own list of load contexts forgets
/// one as soon as it is told to unload, so only weak references tell.
/// </summary>
internal sealed class RetiredVersions
{
    private readonly Lock gate = new();
    private readonly List<Retired> contexts = [];

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
        if (instance.WatchContext() is { } context)
        {
            lock (gate)
            {
                contexts.Add(new Retired(context, instance.Id));
            }
        }
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

    private sealed record Retired(WeakReference Context, string PluginId);
}
