using System.Collections.Concurrent;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>What was computed: whose, from which state of the journal, and what.</summary>
/// <param name="TenantId">Tenant.</param>
/// <param name="UserId">Person.</param>
/// <param name="Revision">State of the person's journal.</param>
/// <param name="Subject">What was computed, with everything that it depends on beside the journal.</param>
internal sealed record AnalysisKey(Guid TenantId, Guid UserId, long Revision, string Subject);

/// <summary>
/// Keeps what was computed until the journal changes. The database counts every change of a person's journal, and every
/// answer starts by reading that count, so an answer is never older than the journal, on however many hosts. Figures are
/// kept; the trades that they come from only as long as the memory is not needed.
/// </summary>
internal sealed class AnalysisCache : IDisposable
{
    private const int MostEntries = 1000;
    private const int Gates = 32;

    private readonly ConcurrentDictionary<AnalysisKey, Entry> _entries = [];
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];
    private long _uses;

    /// <summary>What was computed before, or <see langword="null"/>.</summary>
    public T? Find<T>(AnalysisKey key) where T : class
    {
        if (!_entries.TryGetValue(key, out Entry? entry))
        {
            return null;
        }

        entry.LastUse = Interlocked.Increment(ref _uses);
        return (entry.Value is WeakReference weak ? weak.Target : entry.Value) as T;
    }

    /// <summary>Keeps a result.</summary>
    public void Keep(AnalysisKey key, object value) => Add(key, value);

    /// <summary>Finds what is in memory still or reads it; of several who ask at once one reads.</summary>
    public async Task<T> ShareAsync<T>(AnalysisKey key, Func<Task<T>> read, CancellationToken cancellationToken) where T : class
    {
        if (Find<T>(key) is { } found)
        {
            return found;
        }

        SemaphoreSlim gate = _gates[(uint)key.GetHashCode() % Gates];
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Find<T>(key) is { } meanwhile)
            {
                return meanwhile;
            }

            T value = await read();
            Add(key, new WeakReference(value));
            return value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (SemaphoreSlim gate in _gates)
        {
            gate.Dispose();
        }
    }

    private void Add(AnalysisKey key, object value)
    {
        _entries[key] = new Entry(value) { LastUse = Interlocked.Increment(ref _uses) };
        if (_entries.Count <= MostEntries)
        {
            return;
        }

        foreach (KeyValuePair<AnalysisKey, Entry> old in _entries.OrderBy(entry => entry.Value.LastUse).Take(MostEntries / 4).ToArray())
        {
            _entries.TryRemove(old.Key, out _);
        }
    }

    private sealed class Entry(object value)
    {
        public object Value => value;

        public long LastUse { get; set; }
    }
}
