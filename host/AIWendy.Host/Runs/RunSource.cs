using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>Where a reader gets the events of a run from: the memory of this node, or the table when it executes elsewhere or has ended.</summary>
internal sealed class RunSource(RunStore store, RunFollowers followers, RunExecutor executor, Guid tenantId, Guid runId)
{
    private const int Page = 500;

    private readonly RunFeed? feed = executor.Find(runId)?.Feed;

    /// <summary>Whether this node executes the run, so that it ends before the node stops.</summary>
    public bool IsLocal => feed is not null;

    /// <summary>Wakes the signal whenever there may be something new, until the result is disposed.</summary>
    public IDisposable Subscribe(RunSignal signal)
    {
        if (feed is null)
        {
            return followers.Follow(runId, signal);
        }

        feed.Subscribe(signal);
        return new Subscription(feed, signal);
    }

    /// <summary>Adds the events after a number; true when the run has ended and nothing follows them.</summary>
    public async ValueTask<bool> ReadAsync(long after, List<StoredRunEvent> into, CancellationToken cancellationToken)
    {
        if (feed?.TryRead(after, into) is { } ended)
        {
            return ended;
        }

        RunState state = await store.ReadAsync(tenantId, runId, after, Page, into, cancellationToken);
        return state != RunState.Running && into.Count < Page;
    }

    private sealed class Subscription(RunFeed feed, RunSignal signal) : IDisposable
    {
        public void Dispose() => feed.Unsubscribe(signal);
    }
}
