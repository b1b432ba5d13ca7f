using System.Collections.Concurrent;

namespace AIWendy.Host.Runs;

/// <summary>
/// Readers of runs that execute on other nodes. They are woken by the other node's message, and once a second in case
/// that a message was missed.
/// </summary>
internal sealed class RunFollowers(TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<RunSignal, bool>> followers = new();

    public IDisposable Follow(Guid runId, RunSignal signal)
    {
        followers.GetOrAdd(runId, _ => new ConcurrentDictionary<RunSignal, bool>())[signal] = true;
        return new Following(this, runId, signal, time.CreateTimer(static state => ((RunSignal)state!).Wake(), signal, LookAgain, LookAgain));
    }

    /// <summary>The run has new events, on whichever node.</summary>
    public void Wake(Guid runId)
    {
        if (followers.TryGetValue(runId, out ConcurrentDictionary<RunSignal, bool>? signals))
        {
            foreach (RunSignal signal in signals.Keys)
            {
                signal.Wake();
            }
        }
    }

    private void Leave(Guid runId, RunSignal signal)
    {
        if (followers.TryGetValue(runId, out ConcurrentDictionary<RunSignal, bool>? signals))
        {
            signals.TryRemove(signal, out _);
            if (signals.IsEmpty)
            {
                // One who follows in this very moment still looks again every second.
                followers.TryRemove(runId, out _);
            }
        }
    }

    private sealed class Following(RunFollowers owner, Guid runId, RunSignal signal, ITimer timer) : IDisposable
    {
        public void Dispose()
        {
            timer.Dispose();
            owner.Leave(runId, signal);
        }
    }
}
