using System.Collections.Concurrent;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>
/// Remembers recent lookups for a few seconds. Whatever changes a session or its person forgets the entry at once; a
/// lookup that was under way meanwhile is not remembered, so that it can not bring a revoked session back.
/// </summary>
internal sealed class SessionCache(TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _generation;

    /// <summary>Take it before a lookup and give it to <see cref="Remember"/>.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    public int Count => _entries.Count;

    public ActiveSession? Find(byte[] tokenHash) =>
        _entries.TryGetValue(Key(tokenHash), out Entry? entry) && entry.Until > time.GetUtcNow() ? entry.Session : null;

    public void Remember(byte[] tokenHash, ActiveSession session, long generation)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_entries.Count >= Capacity)
        {
            Trim(now);
        }

        string key = Key(tokenHash);
        _entries[key] = new Entry(session, now + SessionLifetime.Cache);
        if (generation != Generation)
        {
            _entries.TryRemove(key, out _);
        }
    }

    public void ForgetUser(Guid userId)
    {
        Interlocked.Increment(ref _generation);
        foreach ((string key, Entry entry) in _entries)
        {
            if (entry.Session.UserId == userId)
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    private static string Key(byte[] tokenHash) => Convert.ToHexString(tokenHash);

    private void Trim(DateTimeOffset now)
    {
        foreach ((string key, Entry entry) in _entries)
        {
            if (entry.Until <= now)
            {
                _entries.TryRemove(key, out _);
            }
        }

        if (_entries.Count >= Capacity)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(ActiveSession Session, DateTimeOffset Until);
}
