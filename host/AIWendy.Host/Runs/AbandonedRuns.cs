using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Sdk.Runs;
using Npgsql;

namespace AIWendy.Host.Runs;

/// <summary>
/// Ends the runs of processes that are gone, and lets their plugins settle what is open. Every node looks; each run is
/// taken by one of them, and if that one dies too, by the next.
/// </summary>
internal sealed partial class AbandonedRuns(
    IHostDatabase database, RunStore store, RunFollowers followers, NodeLink node, IPluginRuntime plugins, TimeProvider time, ILogger<AbandonedRuns> logger)
{
    private const int MaximumAttempts = 3;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(30);

    // A process whose session is gone frees its lock at once; one that hangs or is cut off still holds it. The run's own
    // entry is old enough that a process which has only just started is not taken for a dead one.
    private const string Take =
        """
        update aiwendy.run_directory d set node_id = $1, attempts = greatest(d.attempts, 1)
        where d.ended_at is null and d.started_at < now() - interval '1 second' and ((d.attempts > 0 and d.node_id = $1) or not exists (
            select 1 from aiwendy.nodes n
            where n.id = d.node_id and (n.seen_at > now() - interval '4 seconds' or (n.seen_at > now() - interval '30 seconds' and exists (
                select 1 from pg_locks l
                where l.locktype = 'advisory' and l.classid = $2::bigint::oid and l.objid = (n.lock_key::bigint & 4294967295)::oid and l.objsubid = 2
                    and l.database = (select oid from pg_database where datname = current_database()))))))
        returning d.tenant_id, d.run_id
        """;

    /// <summary>Looks once.</summary>
    /// <returns>How many runs were ended or settled.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        List<(Guid TenantId, Guid RunId)> taken = [];
        await using (NpgsqlCommand take = database.Owner.CreateCommand(Take))
        {
            RunStore.Add(take.Parameters, node.Id, (long)NodeLink.LockClass);
            await using NpgsqlDataReader reader = await take.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                taken.Add((reader.GetGuid(0), reader.GetGuid(1)));
            }
        }

        foreach ((Guid tenantId, Guid runId) in taken)
        {
            await EndAsync(tenantId, runId, cancellationToken);
            followers.Wake(runId);
            await SettleAsync(tenantId, runId, cancellationToken);
        }

        await ForgetNodesAsync(cancellationToken);
        return taken.Count;
    }

    /// <summary>Appends the last event and ends the run, unless it had ended.</summary>
    private async Task EndAsync(Guid tenantId, Guid runId, CancellationToken cancellationToken)
    {
        RunEvent done = ChatEvents.Done("incomplete");
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);

        // Ends first: the row lock keeps the old node, should it live after all, from adding events in between.
        NpgsqlBatchCommand end = new(
            "update aiwendy.runs set state = 'Incomplete', ended_at = now(), node_id = $3 where tenant_id = $1 and id = $2 and state = 'Running'");
        RunStore.Add(end.Parameters, tenantId, runId, node.Id);
        NpgsqlBatchCommand append = new(
            """
            insert into aiwendy.run_events (tenant_id, run_id, sequence, type, json, created_at)
            select r.tenant_id, r.id, 1 + coalesce((select max(e.sequence) from aiwendy.run_events e where e.tenant_id = $1 and e.run_id = $2), 0), $3, $4, now()
            from aiwendy.runs r
            where r.tenant_id = $1 and r.id = $2 and r.state = 'Incomplete' and r.ended_at = now()
            """);
        RunStore.Add(append.Parameters, tenantId, runId, done.Type, done.Json);
        NpgsqlBatchCommand notify = new("select pg_notify($1, $2)");
        RunStore.Add(notify.Parameters, NodeLink.RunsChannel, NodeMessage.Events([runId]).First());
        batch.BatchCommands.Add(end);
        batch.BatchCommands.Add(append);
        batch.BatchCommands.Add(notify);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Calls the plugin. Waits for one that is not active; tries one that throws three times.</summary>
    private async Task SettleAsync(Guid tenantId, Guid runId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(tenantId, runId, cancellationToken) is not { Run.State: RunState.Incomplete } record)
        {
            await CloseAsync(runId, cancellationToken);
            return;
        }

        await using RunHandlerLease? lease = plugins.AcquireRunHandler(record.Run.Kind);
        if (lease is null)
        {
            LogNoHandler(logger, runId, record.Run.Kind);
            return;
        }

        using IDisposable call = CallContext.Enter(record.Call);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenSource timer = new(SettleLimit, time);
        await using CancellationTokenRegistration registration = timer.Token.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        try
        {
            await lease.Handler.AbandonedAsync(new EndedRun(record), limit.Token);
            LogSettled(logger, runId, record.Run.Kind);
            await CloseAsync(runId, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, exception, runId, record.Run.Kind);
            await CountAsync(runId, cancellationToken);
        }
    }

    private async Task CloseAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand close = database.Owner.CreateCommand(
            "update aiwendy.run_directory set ended_at = now() where run_id = $1 and node_id = $2 and ended_at is null");
        RunStore.Add(close.Parameters, runId, node.Id);
        await close.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task CountAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand count = database.Owner.CreateCommand(
            """
            update aiwendy.run_directory set attempts = attempts + 1, ended_at = case when attempts >= $3 then now() end
            where run_id = $1 and node_id = $2 and ended_at is null
            """);
        RunStore.Add(count.Parameters, runId, node.Id, MaximumAttempts);
        await count.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ForgetNodesAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand forget = database.Owner.CreateCommand(
            """
            delete from aiwendy.nodes n where n.seen_at < now() - interval '1 hour'
                and not exists (select 1 from aiwendy.run_directory d where d.node_id = n.id and d.ended_at is null)
            """);
        await forget.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What a handler sees of a run that has ended without it.</summary>
    private sealed class EndedRun(RunRecord record) : IRunContext
    {
        public Run Run => record.Run;

        public string Input => record.Input;

        public RunStopReason StopReason => RunStopReason.Stopping;

        public ValueTask EmitAsync(RunEvent published, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The run has ended, so it takes no more events.");

        public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} of kind {Kind} was left by its process and has been settled")]
    private static partial void LogSettled(ILogger logger, Guid runId, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} was left by its process; the plugin for {Kind} is not active")]
    private static partial void LogNoHandler(ILogger logger, Guid runId, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} of kind {Kind} could not be settled")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid runId, string kind);
}
