using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace AIWendy.Bench.Lifecycle;

/// <summary>
/// A mix of requests at a constant rate, whatever the server does: a request that is due does not wait for the answer of
/// another but for a free connection, and its time counts from when it was due.
/// </summary>
internal sealed class SteadyLoad(int port, double perSecond, IReadOnlyList<string> paths, SwappedPlugin swapped)
{
    private const int Connections = 128;
    private const int Buckets = 10_000;

    private readonly long[] latencies = new long[Buckets + 1];
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> absences = new(StringComparer.Ordinal);
    private readonly byte[][] requests = [.. paths.Select(path => HttpSocket.Get(port, path))];
    private long sent;

    public long Sent => Interlocked.Read(ref sent);

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => failures;

    /// <summary>Answers to requests to the plugin while it was switched off or not installed.</summary>
    public IReadOnlyDictionary<string, int> Absences => absences;

    /// <summary>Time from when a request was due until it was answered, in milliseconds.</summary>
    public double Percentile(double share)
    {
        long below = 0, wanted = (long)(latencies.Sum() * share);
        for (int i = 0; i < Buckets; i++)
        {
            below += latencies[i];
            if (below > wanted)
            {
                return i;
            }
        }

        return Buckets;
    }

    public Task RunAsync(CancellationToken stop)
    {
        long began = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(index => Task.Run(() => LoopAsync(index, began, stop), CancellationToken.None)));
    }

    private async Task LoopAsync(int index, long began, CancellationToken stop)
    {
        HttpSocket connection = await HttpSocket.ConnectAsync(port);
        for (long number = index; !stop.IsCancellationRequested; number += Connections)
        {
            TimeSpan due = TimeSpan.FromSeconds(number / perSecond);
            TimeSpan wait = due - Stopwatch.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, CancellationToken.None);
            }

            if (!await SendAsync(connection, number))
            {
                connection.Dispose();
                connection = await HttpSocket.ConnectAsync(port);
            }

            double late = (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
            Interlocked.Increment(ref latencies[Math.Clamp((int)late, 0, Buckets)]);
            Interlocked.Increment(ref sent);
        }

        connection.Dispose();
    }

    /// <returns>Whether the connection can be used further.</returns>
    private async Task<bool> SendAsync(HttpSocket connection, long number)
    {
        // One more than the paths: the plugin that is being swapped gets its share.
        int choice = (int)(number / Connections + number) % (requests.Length + 1);
        Target target = choice < requests.Length ? new Target(paths[choice], requests[choice], IsAbsent: false) : swapped.Current;
        try
        {
            int status = await connection.ExchangeAsync(target.Request);
            if (status != 200)
            {
                Note(target, status, connection.Answer);
            }

            return status != 0;
        }
        catch (SocketException error)
        {
            Count(failures, $"{target.Path}: {error.SocketErrorCode}");
            return false;
        }
    }

    private void Note(Target target, int status, ReadOnlySpan<byte> answer)
    {
        string code = CodeOf(answer);
        bool isDocumented = (status, code) is (404, "not_found") or (503, "plugin_disabled");

        // It may have left, or another may stand in its place, since the request was sent.
        Target now = swapped.Current;
        bool mayBeAbsent = target.IsAbsent || (ReferenceEquals(target.Request, now.Request) && now.IsAbsent);
        Count(mayBeAbsent && isDocumented ? absences : failures, $"{target.Path}: {status} {code}");
    }

    private static string CodeOf(ReadOnlySpan<byte> answer)
    {
        int at = answer.IndexOf("\"code\":\""u8);
        ReadOnlySpan<byte> rest = at < 0 ? [] : answer[(at + 8)..];
        int end = rest.IndexOf((byte)'"');
        return end < 0 ? "without a code" : Encoding.UTF8.GetString(rest[..end]);
    }

    private static void Count(ConcurrentDictionary<string, int> counts, string what) => counts.AddOrUpdate(what, 1, (_, count) => count + 1);
}
