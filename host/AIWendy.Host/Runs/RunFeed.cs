using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>
/// The stored events of a run that executes here, as far as they are recent. Readers copy from it and wait for its
/// signal; a reader that fell behind its memory reads the table instead, so a slow client costs nothing.
/// </summary>
internal sealed class RunFeed
{
    private const int Capacity = 512;

    private readonly Lock guard = new();
    private readonly StoredRunEvent[] recent = new StoredRunEvent[Capacity];
    private readonly List<RunSignal> readers = [];
    private long last;
    private bool ended;

    /// <summary>Number of the last event that was given a number; used by the writer alone.</summary>
    public long LastNumbered { get; set; }

    /// <summary>Makes stored events visible; they continue what is there without a gap.</summary>
    public void Publish(ReadOnlySpan<StoredRunEvent> events, bool isEnd)
    {
        lock (guard)
        {
            foreach (StoredRunEvent stored in events)
            {
                recent[(int)(stored.Sequence % Capacity)] = stored;
                last = stored.Sequence;
            }

            ended |= isEnd;
            foreach (RunSignal reader in readers)
            {
                reader.Wake();
            }
        }
    }

    /// <summary>Copies the events after a number.</summary>
    /// <returns>Null when they are no longer in memory, otherwise whether the run has ended with them.</returns>
    public bool? TryRead(long after, ICollection<StoredRunEvent> into)
    {
        lock (guard)
        {
            if (after < last - Capacity)
            {
                return null;
            }

            for (long sequence = after + 1; sequence <= last; sequence++)
            {
                into.Add(recent[(int)(sequence % Capacity)]);
            }

            return ended;
        }
    }

    public void Subscribe(RunSignal signal)
    {
        lock (guard)
        {
            readers.Add(signal);
        }
    }

    public void Unsubscribe(RunSignal signal)
    {
        lock (guard)
        {
            readers.Remove(signal);
        }
    }
}
