using System.Collections.Concurrent;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Keeps the host from calling again and again what never comes back or always fails: that one handler is left out for
/// a while, for the tenant it fails for, then called once to see whether it is well. The rest of its plugin is not
/// touched, because users can bring such calls about.
/// </summary>
internal sealed class CallCircuits(FaultLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<Call, Circuit> circuits = new();
    private readonly ConcurrentDictionary<(string Plugin, string What), int> lostOfAll = new();

    /// <summary>Whether the call may be made; a permitted one reports how it went.</summary>
    /// <param name="pluginId">The plugin to call.</param>
    /// <param name="what">The handler.</param>
    /// <param name="tenant">For whom; empty where it is for nobody.</param>
    public bool MayCall(string pluginId, string what, Guid tenant = default) =>
        (lostOfAll.IsEmpty || lostOfAll.GetValueOrDefault((pluginId, what)) < limits.LostCallsOfAll)
        && (circuits.IsEmpty || !circuits.TryGetValue(new Call(pluginId, what, tenant), out Circuit? circuit) || circuit.MayCall(time.GetUtcNow(), limits));

    /// <summary>The call went well. True when that brings back what was left out.</summary>
    public bool Succeeded(string pluginId, string what, Guid tenant = default) =>
        !circuits.IsEmpty && circuits.TryRemove(new Call(pluginId, what, tenant), out Circuit? circuit) && circuit.WasOpen;

    /// <summary>The call threw.</summary>
    public CallBreak Failed(string pluginId, string what, Guid tenant = default) => Of(pluginId, what, tenant).Fail(time.GetUtcNow(), limits);

    /// <summary>The call never came back. Each one that is lost may cost a thread for ever, so their number is limited.</summary>
    public CallBreak Lost(string pluginId, string what, Guid tenant = default)
    {
        CallBreak broken = Of(pluginId, what, tenant).Lose(time.GetUtcNow(), limits);
        int all = lostOfAll.AddOrUpdate((pluginId, what), 1, static (_, count) => count + 1);
        return all < limits.LostCallsOfAll ? broken : CallBreak.Final;
    }

    /// <summary>Another version comes, or the same one anew: nothing is known about it.</summary>
    public void Clear(string pluginId)
    {
        foreach (Call call in circuits.Keys.Where(call => call.Plugin == pluginId))
        {
            circuits.TryRemove(call, out _);
        }

        foreach ((string Plugin, string What) key in lostOfAll.Keys.Where(key => key.Plugin == pluginId))
        {
            lostOfAll.TryRemove(key, out _);
        }
    }

    private Circuit Of(string pluginId, string what, Guid tenant) => circuits.GetOrAdd(new Call(pluginId, what, tenant), static _ => new Circuit());

    private readonly record struct Call(string Plugin, string What, Guid Tenant);

    private sealed class Circuit
    {
        private readonly Lock gate = new();
        private int failures;
        private int opened;
        private int lost;
        private DateTimeOffset due;

        public bool WasOpen
        {
            get
            {
                lock (gate)
                {
                    return opened > 0;
                }
            }
        }

        public bool MayCall(DateTimeOffset now, FaultLimits limits)
        {
            lock (gate)
            {
                if (now < due)
                {
                    return false;
                }

                if (opened > 0)
                {
                    // One call is let through; the others wait for how it goes.
                    due = now + limits.RetryAfter(opened);
                }

                return true;
            }
        }

        public CallBreak Fail(DateTimeOffset now, FaultLimits limits)
        {
            lock (gate)
            {
                return opened == 0 && ++failures < limits.Faults ? CallBreak.None : Open(now, limits);
            }
        }

        public CallBreak Lose(DateTimeOffset now, FaultLimits limits)
        {
            lock (gate)
            {
                if (++lost >= limits.LostCalls)
                {
                    due = DateTimeOffset.MaxValue;
                    return CallBreak.Final;
                }

                return Open(now, limits);
            }
        }

        private CallBreak Open(DateTimeOffset now, FaultLimits limits)
        {
            due = now + limits.RetryAfter(++opened);
            return new CallBreak(true, due);
        }
    }
}

/// <summary>What follows from a call that went wrong.</summary>
/// <param name="IsOpen">Whether the handler is left out from now on.</param>
/// <param name="RetryAt">When it is called again; null where only an administrator can bring it back.</param>
internal readonly record struct CallBreak(bool IsOpen, DateTimeOffset? RetryAt)
{
    /// <summary>It goes on being called.</summary>
    public static CallBreak None => default;

    /// <summary>It is not called again before the plugin is started anew.</summary>
    public static CallBreak Final => new(true, null);

    /// <summary>The consequence as a sentence that follows the reason; empty where there is none.</summary>
    public string Sentence => !IsOpen ? string.Empty : RetryAt is null ? " It is not called again until the plugin is tried again." : " It is left out for a while.";
}
