using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace AIWendy.Bench;

/// <summary>Many answers streamed at once: every event arrives once and in order, at the rate at which it is made.</summary>
internal static class StreamBench
{
    private const int Streams = 500;
    private const int PerSecond = 20;
    private const int Events = 300;

    public static async Task RunAsync(ServerProcess host, Report report)
    {
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = Streams + 10 };
        using HttpClient client = new(handler) { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}"), Timeout = TimeSpan.FromMinutes(2) };
        double cpuBefore = host.CpuSeconds;
        long began = Stopwatch.GetTimestamp();
        StreamResult[] results = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ReadAsync(client)));
        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        double ideal = (double)Events / PerSecond;
        report.Figure($"{Streams} streams x {PerSecond} events/s: lost or disordered events", results.Sum(result => result.Wrong), "", results.All(result => result.Wrong == 0));
        report.Ratio($"{Streams} streams: slowest stream / ideal {ideal.ToString("0", CultureInfo.InvariantCulture)} s", results.Max(result => result.Seconds) / ideal, atMost: 1.25);
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{Streams * Events / elapsed.TotalSeconds:0} events/s in all; host used {(host.CpuSeconds - cpuBefore) / elapsed.TotalSeconds:0.00} cores"));
    }

    private static async Task<StreamResult> ReadAsync(HttpClient client)
    {
        long began = Stopwatch.GetTimestamp();
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/bench/streams/{Events}/{PerSecond}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        int next = 1, wrong = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id:", StringComparison.Ordinal))
            {
                wrong += int.Parse(line.AsSpan(3).Trim(), CultureInfo.InvariantCulture) == next ? 0 : 1;
                next++;
            }
        }

        return new StreamResult(wrong + Math.Max(0, Events + 1 - next), Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private sealed record StreamResult(int Wrong, double Seconds);
}
