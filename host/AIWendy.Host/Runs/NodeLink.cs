using System.Collections.Concurrent;
using AIWendy.Host.Data;
using AIWendy.Host.Licences;
using Npgsql;

namespace AIWendy.Host.Runs;

/// <summary>
/// This process among the others on the same database: says that it lives, and hears what the others say. Its session
/// holds an advisory lock, which the server frees in the moment in which the process dies.
/// </summary>
internal sealed partial class NodeLink(IHostDatabase database, TimeProvider time, ILogger<NodeLink> logger) : IAsyncDisposable
{
    public const string RunsChannel = "aiwendy_runs";
    public const string SettingsChannel = "aiwendy_settings";
    public const string PluginsChannel = "aiwendy_plugins";
    public const string LicencesChannel = LicenceStore.Channel;

    /// <summary>First half of the advisory locks' keys; tells them from everybody else's.</summary>
    public const int LockClass = 0x41495744;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Channel, object Owner), Action<string>> listeners = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task loop = Task.CompletedTask;

    /// <summary>This process; a new one at every start.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Whether other processes work on the same database now.</summary>
    public bool HasPeers { get; private set; } = true;

    /// <summary>Completes when the others can see this process.</summary>
    public Task Joined => joined.Task;

    private int LockKey => Id.GetHashCode();

    /// <summary>Calls back for every message on a channel, on the link's own thread: be quick and do not throw.</summary>
    public void Listen(string channel, object owner, Action<string> callback) => listeners[(channel, owner)] = callback;

    public void Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(() => LoopAsync(stopping.Token));
        }
    }

    /// <summary>Leaves: the others may take over what is still open at once.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await loop;
        if (!joined.Task.IsCompletedSuccessfully)
        {
            return;
        }

        try
        {
            await using NpgsqlCommand leave = database.Owner.CreateCommand("delete from aiwendy.nodes where id = $1");
            RunStore.Add(leave.Parameters, Id);
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(1), time);
            await leave.ExecuteNonQueryAsync(limit.Token);
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            // The others will notice the missing heartbeat.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await loop;
        stopping.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.Ready.WaitAsync(cancellationToken);
            while (true)
            {
                try
                {
                    await ConnectAsync(cancellationToken);
                }
                catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
                {
                    LogBroken(logger, exception.Message);
                    await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch (DatabaseException exception)
        {
            // Whoever started the database tells of it.
            joined.TrySetException(exception);
        }
        catch (Exception exception)
        {
            joined.TrySetException(exception);
            LogEnded(logger, exception);
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        connection.Notification += OnNotification;
        try
        {
            await using (NpgsqlCommand join = connection.CreateCommand())
            {
                join.CommandText = $"select pg_try_advisory_lock({LockClass}, {LockKey}); listen {RunsChannel}; listen {SettingsChannel}; listen {PluginsChannel}; listen {LicencesChannel}";
                await join.ExecuteNonQueryAsync(cancellationToken);
            }

            await BeatAsync(connection, cancellationToken);
            joined.TrySetResult();
            WakeAll();
            long beaten = time.GetTimestamp();
            while (true)
            {
                TimeSpan rest = Heartbeat - time.GetElapsedTime(beaten);
                if (rest > TimeSpan.Zero && await connection.WaitAsync(rest, cancellationToken))
                {
                    continue;
                }

                await BeatAsync(connection, cancellationToken);
                beaten = time.GetTimestamp();
            }
        }
        finally
        {
            connection.Notification -= OnNotification;
        }
    }

    private async Task BeatAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand beat = connection.CreateCommand();
        beat.CommandText =
            """
            insert into aiwendy.nodes (id, lock_key, started_at, seen_at) values ($1, $2, now(), now())
            on conflict (id) do update set seen_at = now()
            """;
        RunStore.Add(beat.Parameters, Id, LockKey);
        await beat.ExecuteNonQueryAsync(cancellationToken);
        await using NpgsqlCommand peers = connection.CreateCommand();
        peers.CommandText = "select exists (select 1 from aiwendy.nodes where id <> $1 and seen_at > now() - interval '30 seconds')";
        RunStore.Add(peers.Parameters, Id);
        HasPeers = (bool)(await peers.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>After a lost connection nobody knows what was missed: an empty message means "look again".</summary>
    private void WakeAll()
    {
        foreach (Action<string> listener in listeners.Values)
        {
            listener(string.Empty);
        }
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs message)
    {
        foreach (((string channel, _), Action<string> listener) in listeners)
        {
            if (channel == message.Channel)
            {
                listener(message.Payload);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The link to the other nodes is broken and will be made again: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The link to the other nodes has ended")]
    private static partial void LogEnded(ILogger logger, Exception exception);
}
