using System.Collections.Concurrent;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>
/// Keeps a flood of guesses away from the database: what was refused a moment ago is refused from memory, and attempts of
/// one address queue here instead of each holding a connection that other people wait for.
/// </summary>
internal sealed class ThrottleMemory(TimeProvider time) : IDisposable
{
    /// <summary>Stands for all accounts together.</summary>
    public const string EveryAccount = "*";

    private const int Capacity = 10_000;
    private const int Gates = 64;

    /// <summary>Another node may have seen the right password meanwhile, so that a refusal is not believed for long.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Account, string Address), Refusal> _refusals = new();
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Until when an attempt is refused; null when the database has to say.</summary>
    public DateTimeOffset? Find(string account, string address) => Find((account, address)) ?? Find((EveryAccount, address));

    public void Remember(string account, string address, DateTimeOffset until)
    {
        if (_refusals.Count >= Capacity)
        {
            _refusals.Clear();
        }

        DateTimeOffset believed = time.GetUtcNow() + Believed;
        _refusals[(account, address)] = new Refusal(until, until < believed ? until : believed);
    }

    /// <summary>Waits for the turn of an address; dispose the result.</summary>
    public async Task<IDisposable> EnterAsync(string address, CancellationToken cancellationToken)
    {
        SemaphoreSlim gate = _gates[(uint)StringComparer.Ordinal.GetHashCode(address) % Gates];
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    public void Dispose()
    {
        foreach (SemaphoreSlim gate in _gates)
        {
            gate.Dispose();
        }
    }

    private DateTimeOffset? Find((string Account, string Address) key)
    {
        if (!_refusals.TryGetValue(key, out Refusal? refusal))
        {
            return null;
        }

        if (refusal.BelievedUntil > time.GetUtcNow())
        {
            return refusal.Until;
        }

        _refusals.TryRemove(key, out _);
        return null;
    }

    private sealed record Refusal(DateTimeOffset Until, DateTimeOffset BelievedUntil);

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
