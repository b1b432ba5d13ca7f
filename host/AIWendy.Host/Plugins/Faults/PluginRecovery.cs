using System.Collections.Concurrent;
using AIWendy.Host.Plugins.Discovery;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Knows which plugins are held back after a fault, and when each is to be tried again. It decides; the runtime acts.
/// </summary>
internal sealed class PluginRecovery : IDisposable
{
    private readonly PluginFaults faults;
    private readonly FaultLimits limits;
    private readonly CrashMarks marks;
    private readonly CallCircuits circuits;
    private readonly TimeProvider time;
    private readonly IReadOnlySet<string> switchedOff;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Obstacle> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Retry> retries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TakeOut> takeOuts = new();
    private readonly SemaphoreSlim wake = new(0);

    public PluginRecovery(PluginFaults faults, FaultLimits limits, CrashMarks marks, CallCircuits circuits, PluginRuntimeOptions options, TimeProvider time)
    {
        this.faults = faults;
        this.limits = limits;
        this.marks = marks;
        this.circuits = circuits;
        this.time = time;
        switchedOff = options.Disabled;
        faults.Opened += OnOpened;
        UnhandledFaults.Listen(faults);
    }

    /// <summary>Plugins that may not start now, with the reason.</summary>
    public IReadOnlyDictionary<string, Obstacle> Held
    {
        get
        {
            lock (gate)
            {
                Dictionary<string, Obstacle> all = new(held, StringComparer.Ordinal);
                foreach (string id in switchedOff)
                {
                    all[id] = new Obstacle(PluginState.Disabled, "Switched off by AIWENDY_DISABLE_PLUGINS.");
                }

                return all;
            }
        }
    }

    /// <summary>Keeps a plugin from starting until it is released.</summary>
    public void Hold(string id, string reason)
    {
        lock (gate)
        {
            held[id] = new Obstacle(PluginState.Faulted, reason);
        }
    }

    /// <summary>Lets a plugin be tried again; what is known about its earlier tries stays.</summary>
    public void Release(string id)
    {
        lock (gate)
        {
            held.Remove(id);
            if (retries.TryGetValue(id, out Retry? retry))
            {
                retry.Due = null;
                retry.State = null;
            }
        }
    }

    /// <summary>An administrator wants it, or another version comes: it starts from the beginning.</summary>
    public void Forgive(string id)
    {
        lock (gate)
        {
            held.Remove(id);
            retries.Remove(id);
        }

        marks.Forgive(id);
        circuits.Clear(id);
        faults.Clear(id);
    }

    /// <summary>
    /// Sets aside the plugins during whose start the process has ended before. Those that did it once or twice are
    /// returned: they are started alone, so that next time the guilty one is known.
    /// </summary>
    public IReadOnlyList<string> HoldSuspects(IEnumerable<PluginPackage> packages)
    {
        List<string> suspects = [];
        foreach (PluginPackage package in packages)
        {
            int crashes = marks.CrashesOf(package.Id, package.Manifest.Version);
            if (crashes >= limits.Crashes)
            {
                Hold(package.Id, $"Left out because the host ended {crashes} times while it started. Try it again when the cause is gone.");
                lock (gate)
                {
                    retries[package.Id] = new Retry { IsFinal = true };
                }
            }
            else if (crashes > 0)
            {
                Hold(package.Id, "Waits to be started alone, because the host ended while it started.");
                suspects.Add(package.Id);
            }
        }

        return suspects;
    }

    /// <summary>Takes note of every state that a plugin comes to.</summary>
    public void Follow(PluginStatus status)
    {
        string id = status.Manifest.Id;
        switch (status.State)
        {
            case PluginState.Active:
                Settle(id);
                faults.Settle(id);
                break;
            case PluginState.Disabled:
                Drop(id);
                faults.Rest(id);
                break;
            case PluginState.Incompatible:
                Drop(id);
                faults.Set(id, PluginFaultKind.Incompatible, status.Reason ?? string.Empty, null);
                break;
            case PluginState.Faulted:
                faults.Set(id, PluginFaultKind.Faulted, status.Reason ?? string.Empty, Schedule(id, status.State));
                break;
            case PluginState.Waiting:
                faults.Set(id, PluginFaultKind.Waiting, status.Reason ?? string.Empty, Schedule(id, status.State));
                break;
        }
    }

    /// <summary>Returns when there is something to do.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (takeOuts.IsEmpty && NextDue() is var due && (due is null || due > time.GetUtcNow()))
        {
            TimeSpan wait = due is { } at ? at - time.GetUtcNow() : Timeout.InfiniteTimeSpan;
            await wake.WaitAsync(wait < TimeSpan.Zero && due is not null ? TimeSpan.Zero : wait, cancellationToken);
        }
    }

    /// <summary>The next plugin that has to go.</summary>
    public bool TryTakeOut(out TakeOut takeOut) => takeOuts.TryDequeue(out takeOut!);

    /// <summary>Plugins whose time to be tried again has come.</summary>
    public IReadOnlyList<string> Due()
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            return [.. retries.Where(pair => pair.Value.Due <= now).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        }
    }

    public void Dispose()
    {
        faults.Opened -= OnOpened;
        UnhandledFaults.Ignore(faults);
        wake.Dispose();
    }

    private void OnOpened(string id, string reason)
    {
        takeOuts.Enqueue(new TakeOut(id, reason));
        wake.Release();
    }

    private DateTimeOffset? NextDue()
    {
        lock (gate)
        {
            return retries.Values.Min(retry => retry.Due);
        }
    }

    private DateTimeOffset? Schedule(string id, PluginState state)
    {
        lock (gate)
        {
            if (!retries.TryGetValue(id, out Retry? retry))
            {
                retries[id] = retry = new Retry();
            }

            DateTimeOffset now = time.GetUtcNow();
            if (retry.IsFinal || (state == PluginState.Faulted && faults.LostCallsOf(id) >= limits.LostCalls))
            {
                retry.Due = null;
            }
            else if (retry.Due is null || retry.State != state)
            {
                bool forgotten = retry.WellSince is { } since && now - since > limits.Window;
                retry.Attempt = forgotten ? 1 : retry.Attempt + 1;
                retry.WellSince = null;
                retry.State = state;
                retry.Due = now + limits.RetryAfter(retry.Attempt);
                wake.Release();
            }

            return retry.Due;
        }
    }

    private void Settle(string id)
    {
        lock (gate)
        {
            if (retries.TryGetValue(id, out Retry? retry))
            {
                retry.Due = null;
                retry.State = null;
                retry.WellSince ??= time.GetUtcNow();
            }
        }
    }

    private void Drop(string id)
    {
        lock (gate)
        {
            retries.Remove(id);
        }
    }

    private sealed class Retry
    {
        public bool IsFinal { get; init; }

        public int Attempt { get; set; }

        public PluginState? State { get; set; }

        public DateTimeOffset? Due { get; set; }

        public DateTimeOffset? WellSince { get; set; }
    }
}

/// <summary>A plugin that has to go, and why.</summary>
internal sealed record TakeOut(string Id, string Reason);
