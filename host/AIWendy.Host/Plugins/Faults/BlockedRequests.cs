using System.Diagnostics;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Keeps an endpoint that blocks its thread from taking all threads of the host: when several requests of one plugin
/// hold theirs and none comes back, further ones are refused until one does. Counts only the part of a call before it
/// first waits, so that streams and slow databases are nothing to it.
/// </summary>
internal sealed class BlockedRequests(string pluginId, PluginFaults faults)
{
    // So many hold a thread at the same time on a busy host, too.
    private const int Ordinary = 3;
    private const int Most = 16;
    private const int MostSpare = 128;
    private static readonly TimeSpan Suspicious = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(2);

    private static readonly Text Busy = Text.Of("This part does not answer. Try again in a moment.", "这部分暂时没有响应，请稍后再试。");

    private int inside;
    private long unmovedSince;
    private int spared;

    /// <summary>A call begins.</summary>
    /// <exception cref="ProblemException">503: the plugin's threads are stuck.</exception>
    public void Enter(string where)
    {
        int count = Interlocked.Increment(ref inside);
        if (count > Ordinary)
        {
            Examine(count, where);
        }
    }

    /// <summary>The call waits for something, or is over.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref inside);
        if (Volatile.Read(ref unmovedSince) != 0)
        {
            Volatile.Write(ref unmovedSince, 0);
        }
    }

    private void Examine(int count, string where)
    {
        long since = Volatile.Read(ref unmovedSince);
        if (since == 0)
        {
            Interlocked.CompareExchange(ref unmovedSince, Stopwatch.GetTimestamp(), 0);
            return;
        }

        TimeSpan unmoved = Stopwatch.GetElapsedTime(since);
        if (unmoved > Suspicious && Interlocked.Exchange(ref spared, 1) == 0)
        {
            SpareThreads();
        }

        if (count > Most && unmoved > Stuck)
        {
            Interlocked.Decrement(ref inside);
            faults.Report(pluginId, where, new BlockedThreadsException(count - 1));
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "unavailable", Busy) { RetryAfter = TimeSpan.FromSeconds(5) };
        }
    }

    // The pool adds a thread only every half second when all are blocked; everybody else would wait for as long.
    private static void SpareThreads()
    {
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(Math.Min(workers + Most, MostSpare), ports);
    }
}

/// <summary>Requests hold threads and none of them comes back.</summary>
internal sealed class BlockedThreadsException(int count)
    : TimeoutException(FormattableString.Invariant($"{count} requests hold their threads and none comes back; further ones are refused until one does."));
