using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AIWendy.Host.Data;
using AIWendy.Host.Tests.Http;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk.Runs;
using Xunit.Abstractions;

namespace AIWendy.Integration.Tests.Runs;

[Collection(PostgresCollection.Name)]
public sealed class RunLoadTests(PostgresFixture postgres, ITestOutputHelper output)
{
    private const int EventsPerSecond = 20;

    /// <summary>RUN_LOAD_STREAMS and RUN_LOAD_SECONDS make it the measurement that is promised: 500 for 10 s.</summary>
    [Fact]
    public async Task Many_streams_at_once_lose_no_event()
    {
        int streams = Number("RUN_LOAD_STREAMS", 100);
        int seconds = Number("RUN_LOAD_SECONDS", 2);
        int pieces = EventsPerSecond * seconds;
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.load", new TestHandler(async (run, cancellationToken) =>
        {
            using PeriodicTimer timer = new(TimeSpan.FromSeconds(1.0 / EventsPerSecond));
            for (int piece = 0; piece < pieces; piece++)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                await run.EmitAsync(ChatEvents.Delta(Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture)), cancellationToken);
            }

            await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
        }));

        List<double> latencies = [];
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, streams).Select(async _ =>
        {
            using HttpResponseMessage response = await host.PostRunAsync("test.load");
            response.EnsureSuccessStatusCode();
            List<double> own = [];
            long last = 0;
            using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                {
                    long.Parse(line[4..], CultureInfo.InvariantCulture).Should().Be(++last);
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonDocument.Parse(line[6..]).RootElement is var data
                    && data.TryGetProperty("text", out JsonElement text))
                {
                    own.Add(Stopwatch.GetElapsedTime(long.Parse(text.GetString()!, CultureInfo.InvariantCulture)).TotalMilliseconds);
                }
            }

            last.Should().Be(pieces + 1);
            lock (latencies)
            {
                latencies.AddRange(own);
            }
        }));

        latencies.Sort();
        double used = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds / watch.Elapsed.TotalSeconds;
        output.WriteLine(FormattableString.Invariant(
            $"{streams} streams x {pieces} events in {watch.Elapsed.TotalSeconds:0.0} s, {used:0.00} processors with the clients, latency p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, max {latencies[^1]:0} ms"));
        latencies.Should().HaveCount(streams * pieces);

        double At(double share) => latencies[(int)(share * (latencies.Count - 1))];
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
