using System.Collections.Concurrent;
using System.Diagnostics;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>Somebody who uses the host and another plugin all the while.</summary>
internal sealed class Bystander : IAsyncDisposable
{
    private static readonly string[] Paths = ["/healthz/live", "/healthz/ready", "/api/sample/text", "/api/sample/notes", "/api/ui/plugins"];

    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private int requests;

    public Bystander(PluginHost host) => running = Task.Run(() => RunAsync(host));

    public ConcurrentQueue<string> Failures { get; } = new();

    public int Requests => Volatile.Read(ref requests);

    /// <summary>The longest that any answer took.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Waits until every path was asked and answered once more, however slow the machine is.</summary>
    public async Task AskAllAsync()
    {
        using CancellationTokenSource deadline = new(TimeSpan.FromSeconds(60));
        int wanted = Requests + Paths.Length + 1;
        while (Requests < wanted)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    private async Task RunAsync(PluginHost host)
    {
        using HttpClient client = host.NewClient();
        client.Timeout = TimeSpan.FromSeconds(10);
        while (!stop.IsCancellationRequested)
        {
            string path = Paths[(Interlocked.Increment(ref requests) - 1) % Paths.Length];
            long began = Stopwatch.GetTimestamp();
            try
            {
                using HttpResponseMessage response = await client.GetAsync(path, CancellationToken.None);
                if (!response.IsSuccessStatusCode)
                {
                    Failures.Enqueue($"{path}: {(int)response.StatusCode}");
                }
            }
            catch (Exception exception)
            {
                Failures.Enqueue($"{path}: {exception.Message}");
            }

            TimeSpan took = Stopwatch.GetElapsedTime(began);
            Slowest = took > Slowest ? took : Slowest;
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
