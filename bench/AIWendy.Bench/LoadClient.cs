using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AIWendy.Bench;

/// <summary>Keep-alive connections that repeat one request as fast as they are answered, at little cost of their own.</summary>
internal static class LoadClient
{
    public static async Task<LoadResult> RunAsync(int port, string path, int connections, TimeSpan duration)
    {
        byte[] request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n\r\n");
        long began = Stopwatch.GetTimestamp();
        LoadResult[] parts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => LoopAsync(port, request, began, duration))));
        return new LoadResult(parts.Sum(part => part.Requests), parts.Sum(part => part.Failures), Stopwatch.GetElapsedTime(began));
    }

    private static async Task<LoadResult> LoopAsync(int port, byte[] request, long began, TimeSpan duration)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        byte[] buffer = new byte[16 * 1024];
        long requests = 0, failures = 0;
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            await socket.SendAsync(request);
            int length = 0;
            do
            {
                int read = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (read == 0)
                {
                    return new LoadResult(requests, failures + 1, duration);
                }

                length += read;
            }
            while (!IsComplete(buffer.AsSpan(0, length)));
            requests++;
            failures += buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8) ? 0 : 1;
        }

        return new LoadResult(requests, failures, duration);
    }

    private static bool IsComplete(ReadOnlySpan<byte> response)
    {
        int end = response.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        int header = response[..end].IndexOf("Content-Length: "u8);
        if (header < 0)
        {
            return response.EndsWith("0\r\n\r\n"u8);
        }

        ReadOnlySpan<byte> value = response[(header + 16)..end];
        int stop = value.IndexOf((byte)'\r');
        int length = int.Parse(stop < 0 ? value : value[..stop], CultureInfo.InvariantCulture);
        return response.Length >= end + 4 + length;
    }
}

internal sealed record LoadResult(long Requests, long Failures, TimeSpan Elapsed)
{
    public double PerSecond => Requests / Elapsed.TotalSeconds;
}
