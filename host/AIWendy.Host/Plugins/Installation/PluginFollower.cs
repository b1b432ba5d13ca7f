using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Host.Runs;
using Npgsql;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>
/// Keeps this node at what the replicas agreed on: hears of a change at once, and looks every few seconds in case it
/// did not hear. What could not be followed is tried again.
/// </summary>
internal sealed partial class PluginFollower(
    IPluginRuntime plugins,
    InstallationStore installations,
    PackageStore packages,
    IHostDatabase database,
    NodeLink node,
    TimeProvider time,
    ILogger<PluginFollower> logger) : IStartupStep, IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private Task loop = Task.CompletedTask;
    private long followed;

    /// <summary>The generation that this node has come to.</summary>
    public long Followed => Interlocked.Read(ref followed);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        node.Listen(NodeLink.PluginsChannel, this, _ => Wake());
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(() => LoopAsync(stopping.Token), CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await loop;
    }

    public void Dispose()
    {
        stopping.Dispose();
        signal.Dispose();
    }

    /// <summary>Waits until every living node has come to a generation, or the time is over.</summary>
    /// <returns>Whether all have.</returns>
    public async Task<bool> WaitForAllAsync(long generation, TimeSpan limit, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (await LaggingAsync(generation, cancellationToken) > 0)
        {
            if (time.GetElapsedTime(began) > limit)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }

        return true;
    }

    private void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        long? swept = null;
        long? retry = null;
        try
        {
            while (true)
            {
                try
                {
                    long current = await installations.GenerationAsync(cancellationToken);
                    if (current != Followed || (retry is { } since && time.GetElapsedTime(since) > RetryInterval))
                    {
                        retry = await FollowAsync(cancellationToken) ? null : time.GetTimestamp();
                    }

                    if (swept is null || time.GetElapsedTime(swept.Value) > SweepInterval)
                    {
                        await packages.SweepAsync(cancellationToken);
                        swept = time.GetTimestamp();
                    }
                }
                catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
                {
                    LogBroken(logger, exception.Message);
                }

                await signal.WaitAsync(LookInterval, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (Exception exception)
        {
            LogEnded(logger, exception);
        }
    }

    private async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        Followed result = await plugins.RescanAsync(cancellationToken);
        Interlocked.Exchange(ref followed, result.Generation);
        await using NpgsqlCommand note = database.Owner.CreateCommand("update aiwendy.nodes set plugin_generation = $2 where id = $1");
        note.Parameters.Add(new NpgsqlParameter { Value = node.Id });
        note.Parameters.Add(new NpgsqlParameter { Value = result.Generation });
        await note.ExecuteNonQueryAsync(cancellationToken);
        foreach ((string id, string reason) in result.Behind)
        {
            LogBehind(logger, id, reason);
        }

        return result.Behind.Count == 0;
    }

    private async Task<long> LaggingAsync(long generation, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand count = database.Owner.CreateCommand("""
            select count(*) from aiwendy.nodes
            where id <> $1 and seen_at > now() - interval '10 seconds' and coalesce(plugin_generation, 0) < $2
            """);
        count.Parameters.Add(new NpgsqlParameter { Value = node.Id });
        count.Parameters.Add(new NpgsqlParameter { Value = generation });
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of plugins can not be read now: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} could not follow the other replicas and will be tried again: {Reason}")]
    private static partial void LogBehind(ILogger logger, string pluginId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "This node follows changes of plugins no more")]
    private static partial void LogEnded(ILogger logger, Exception exception);
}
