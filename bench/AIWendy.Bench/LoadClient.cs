using System.Diagnostics;

namespace AIWendy.Bench;

/// <summary>Keep-alive connections that repeat one request as fast as they are answered.</summary>
internal static class LoadClient
{
    public static async Task<LoadResult> RunAsync(int port, string path, int connections, TimeSpan duration)
    {
        byte[] request = HttpSocket.Get(port, path);
        long began = Stopwatch.GetTimestamp();
        LoadResult[] parts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => LoopAsync(port, request, began, duration))));
        return new LoadResult(parts.Sum(part => part.Requests), parts.Sum(part => part.Failures), Stopwatch.GetElapsedTime(began));
    }

    private static async Task<LoadResult> LoopAsync(int port, byte[] request, long began, TimeSpan duration)
    {
        using HttpSocket connection = await HttpSocket.ConnectAsync(port);
        long requests = 0, failures = 0;
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            int status = await connection.ExchangeAsync(request);
            failures += status == 200 ? 0 : 1;
            if (status == 0)
            {
                break;
            }

            requests++;
        }

        return new LoadResult(requests, failures, duration);
    }
}

internal sealed record LoadResult(long Requests, long Failures, TimeSpan Elapsed)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}
