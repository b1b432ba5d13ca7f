using System.Collections.Concurrent;
using AIWendy.Plugins.Accounts.Sessions;

namespace AIWendy.Plugins.Accounts.Tokens;

/// <summary>
/// Remembers lookups for the same short time as <see cref="SessionCache"/>, with the same care for what was revoked
/// meanwhile.
/// </summary>
internal sealed class TokenCache(TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _generation;

    /// <summary>Take it before a lookup and give it to <see cref="Remember"/>.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    public ActiveToken? Find(byte[] hash)
    {
        DateTimeOffset now = time.GetUtcNow();
        return _entries.TryGetValue(Convert.ToHexString(hash), out Entry? entry) && entry.Until > now && !(entry.Token.ExpiresAt <= now)
            ? entry.Token
            : null;
    }

    public void Remember(byte[] hash, ActiveToken token, long generation)
    {
        if (_entries.Count >= Capacity)
        {
            _entries.Clear();
        }

        string key = Convert.ToHexString(hash);
        _entries[key] = new Entry(token, time.GetUtcNow() + SessionLifetime.Cache);
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
            if (entry.Token.UserId == userId)
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    private sealed record Entry(ActiveToken Token, DateTimeOffset Until);
}
