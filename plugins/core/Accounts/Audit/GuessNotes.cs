using System.Collections.Concurrent;
using AIWendy.Plugins.Accounts.SignIn;

namespace AIWendy.Plugins.Accounts.Audit;

/// <summary>
/// Remembers which guesses were noted, so that each is noted once within the throttle's window. There is room for so many
/// in a window and no more, whoever guesses from wherever.
/// </summary>
internal sealed class GuessNotes(TimeProvider time)
{
    public const int Capacity = 1_000;

    private readonly ConcurrentDictionary<(string What, ThrottleKey Attempt), DateTimeOffset> _noted = new();

    /// <summary>Whether this is the first of its kind within the window.</summary>
    /// <param name="what">What was tried, and why it was refused.</param>
    /// <param name="attempt">Account and address as the throttle counts them.</param>
    public bool IsFirst(string what, ThrottleKey attempt)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset since = now - SignInThrottle.Window;
        (string, ThrottleKey) key = (what, attempt);
        if (_noted.TryGetValue(key, out DateTimeOffset at) && at > since)
        {
            return false;
        }

        if (_noted.Count >= Capacity)
        {
            foreach ((string, ThrottleKey) old in _noted.Where(pair => pair.Value <= since).Select(pair => pair.Key).ToArray())
            {
                _noted.TryRemove(old, out _);
            }
        }

        // Of several at the same moment one is the first.
        return _noted.Count < Capacity && (_noted.TryAdd(key, now) || _noted.TryUpdate(key, now, at));
    }
}
