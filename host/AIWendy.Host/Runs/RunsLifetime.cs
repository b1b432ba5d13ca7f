using AIWendy.Host.Hosting;
using Npgsql;

namespace AIWendy.Host.Runs;

/// <summary>
/// Starts and stops what runs need. It stops before the server does, so that every run reaches a point from which its
/// reader can go on, and before plugins and database go.
/// </summary>
internal sealed partial class RunsLifetime(
    NodeLink node,
    RunExecutor executor,
    RunEventWriter writer,
    RunFollowers followers,
    AbandonedRuns abandoned,
    RunRetention retention,
    IPlatformReadiness readiness,
    TimeProvider time,
    ILogger<RunsLifetime> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EarlyInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetentionInterval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        node.Listen(NodeLink.RunsChannel, this, Hear);
        node.Start();
        loop = Task.Run(() => LoopAsync(stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await executor.StopAsync();
        await writer.CompleteAsync(TimeSpan.FromSeconds(2));
        await loop;
        await node.StopAsync();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private void Hear(string message) =>
        NodeMessage.Read(message, runId => executor.Find(runId)?.Stop(AIWendy.Sdk.Runs.RunStopReason.Cancelled), followers.Wake);

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        long? cleared = null;
        try
        {
            while (true)
            {
                // Soon and often at first: after a crash somebody waits for the end of his answer.
                bool early = time.GetElapsedTime(started) < SweepInterval;
                await Task.Delay(early ? EarlyInterval : SweepInterval, time, cancellationToken);
                if (!readiness.IsReady || !node.Joined.IsCompletedSuccessfully)
                {
                    started = time.GetTimestamp();
                    continue;
                }

                bool clear = cleared is null || time.GetElapsedTime(cleared.Value) > RetentionInterval;
                cleared = clear ? time.GetTimestamp() : cleared;
                await TidyAsync(clear, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TidyAsync(bool clear, CancellationToken cancellationToken)
    {
        try
        {
            await abandoned.SweepAsync(cancellationToken);
            if (clear)
            {
                await retention.ClearAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            LogLater(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Left runs could not be looked for; the next look is due in 10 s")]
    private static partial void LogLater(ILogger logger, Exception exception);
}
