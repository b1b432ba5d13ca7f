using System.Collections.Concurrent;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Keeps the host from calling again and again what never comes back: the one handler is left out for a while, then
/// called once to see whether it is well. The rest of its plugin is not touched, because users can bring such calls about.
/// </summary>
internal sealed class CallCircuits(FaultLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Plugin, string What), Circuit> circuits = new();

    /// <summary>Whether the call may be made; a permitted one reports how it went.</summary>
    public bool MayCall(string pluginId, string what) =>
        circuits.IsEmpty || !circuits.TryGetValue((pluginId, what), out Circuit? circuit) || circuit.MayCall(time.GetUtcNow(), limits);

    /// <summary>The call came back, well or not.</summary>
    public void Returned(string pluginId, string what)
    {
        if (!circuits.IsEmpty)
        {
            circuits.TryRemove((pluginId, what), out _);
        }
    }

    /// <summary>The call never came back.</summary>
    public void Lost(string pluginId, string what) =>
        circuits.GetOrAdd((pluginId, what), static _ => new Circuit()).Open(time.GetUtcNow(), limits);

    /// <summary>Another version comes: nothing is known about it.</summary>
    public void Clear(string pluginId)
    {
        foreach ((string Plugin, string What) key in circuits.Keys.Where(key => key.Plugin == pluginId))
        {
            circuits.TryRemove(key, out _);
        }
    }

    private sealed class Circuit
    {
        private readonly Lock gate = new();
        private int lost;
        private DateTimeOffset due;

        public bool MayCall(DateTimeOffset now, FaultLimits limits)
        {
            lock (gate)
            {
                if (now < due)
                {
                    return false;
                }

                // One call is let through; the others wait for how it goes.
                due = now + limits.RetryAfter(lost);
                return true;
            }
        }

        public void Open(DateTimeOffset now, FaultLimits limits)
        {
            lock (gate)
            {
                lost++;
                due = now + limits.RetryAfter(lost);
            }
        }
    }
}
