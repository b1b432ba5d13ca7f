using AIWendy.Host.Data;
using AIWendy.Sdk.Runs;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Runs;

/// <summary>Stores batches of events: one round trip and one commit per tenant.</summary>
internal sealed partial class RunEventTable(IHostDatabase database, NodeLink node, TimeProvider time, ILogger<RunEventTable> logger)
{
    // The join keeps a node that was given up from writing on: the run is no longer running, or no longer its own.
    private const string InsertEvents =
        """
        insert into aiwendy.run_events (tenant_id, run_id, sequence, type, json, created_at)
        select r.tenant_id, e.run_id, e.sequence, e.type, e.json, now()
        from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as e (run_id, sequence, type, json)
        join aiwendy.runs r on r.tenant_id = $5 and r.id = e.run_id and r.state = 'Running' and r.node_id = $6
        """;

    private const string EndRuns =
        """
        update aiwendy.runs r set state = e.state, ended_at = now()
        from unnest($1::uuid[], $2::text[]) as e (run_id, state)
        where r.tenant_id = $3 and r.id = e.run_id and r.state = 'Running' and r.node_id = $4
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Stores the batch and marks what was stored. Waits for a database that is away for a while.</summary>
    public async Task StoreAsync(RunBatch batch, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        TimeSpan pause = TimeSpan.FromMilliseconds(50);
        while (true)
        {
            try
            {
                await WriteAsync(batch, batch.Parts, cancellationToken);
                return;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation || !exception.IsTransient)
            {
                // Either the sweep of another node has just ended one of the runs, or one event is beyond what the
                // database takes. Run by run, the others are not harmed.
                await WriteSinglyAsync(batch, cancellationToken);
                return;
            }
            catch (NpgsqlException exception) when (time.GetElapsedTime(started) < Patience)
            {
                LogRetry(logger, exception);
                await Task.Delay(pause, time, cancellationToken);
                pause = TimeSpan.FromMilliseconds(Math.Min(pause.TotalMilliseconds * 2, 2000));
            }
        }
    }

    /// <summary>Notes in the directory that runs have ended.</summary>
    public async Task CloseAsync(IEnumerable<RunBatch> batches, CancellationToken cancellationToken)
    {
        Guid[] ended = [.. batches.SelectMany(batch => batch.Parts).Where(part => part is { IsStored: true, End: not null, Execution.IsSettledLater: false }).Select(part => part.RunId)];
        if (ended.Length == 0)
        {
            return;
        }

        await using NpgsqlCommand update = database.Owner.CreateCommand(
            "update aiwendy.run_directory set ended_at = now() where run_id = any($1) and node_id = $2 and ended_at is null");
        RunStore.Add(update.Parameters, ended, node.Id);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task WriteSinglyAsync(RunBatch batch, CancellationToken cancellationToken)
    {
        foreach (RunPart part in batch.Parts)
        {
            try
            {
                await WriteAsync(batch, [part], cancellationToken);
            }
            catch (PostgresException exception)
            {
                LogRefused(logger, exception, part.RunId);
                await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
                await FindStoredAsync(connection, batch, [part], cancellationToken);
            }
        }
    }

    private async Task WriteAsync(RunBatch batch, IReadOnlyCollection<RunPart> parts, CancellationToken cancellationToken)
    {
        int events = parts.Sum(part => part.Events.Count);
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch commands = RunStore.InTenant(connection, batch.TenantId);
        NpgsqlBatchCommand? insert = events > 0 ? Append(commands, Insert(batch, parts, events)) : null;
        RunPart[] ends = [.. parts.Where(part => part.End is not null)];
        if (ends.Length > 0)
        {
            Append(commands, End(batch, ends));
        }

        if (node.HasPeers)
        {
            foreach (string message in NodeMessage.Events(parts.Select(part => part.RunId)))
            {
                NpgsqlBatchCommand notify = Append(commands, new NpgsqlBatchCommand("select pg_notify($1, $2)"));
                RunStore.Add(notify.Parameters, NodeLink.RunsChannel, message);
            }
        }

        await commands.ExecuteNonQueryAsync(cancellationToken);
        if (insert is null || insert.Rows == (ulong)events)
        {
            foreach (RunPart part in parts)
            {
                part.IsStored = true;
            }
        }
        else
        {
            await FindStoredAsync(connection, batch, parts, cancellationToken);
        }
    }

    /// <summary>
    /// Some rows were not written: their run was taken over, or a commit went through whose answer was lost. Marks the
    /// parts that stand in the table as they should.
    /// </summary>
    private static async Task FindStoredAsync(NpgsqlConnection connection, RunBatch batch, IReadOnlyCollection<RunPart> parts, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch commands = RunStore.InTenant(connection, batch.TenantId);
        NpgsqlBatchCommand select = Append(commands, new NpgsqlBatchCommand(
            "select run_id, sequence, json from aiwendy.run_events where tenant_id = $1 and run_id = any($2) and sequence >= $3"));
        long first = parts.SelectMany(part => part.Events).Select(stored => stored.Sequence).DefaultIfEmpty(1).Min();
        RunStore.Add(select.Parameters, batch.TenantId, parts.Select(part => part.RunId).ToArray(), first);
        Dictionary<(Guid, long), string> found = [];
        await using NpgsqlDataReader reader = await commands.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[(reader.GetGuid(0), reader.GetInt64(1))] = reader.GetString(2);
        }

        foreach (RunPart part in parts)
        {
            part.IsStored = part.Events.TrueForAll(stored => found.TryGetValue((part.RunId, stored.Sequence), out string? json) && json == stored.Json);
        }
    }

    private NpgsqlBatchCommand Insert(RunBatch batch, IReadOnlyCollection<RunPart> parts, int count)
    {
        Guid[] runs = new Guid[count];
        long[] sequences = new long[count];
        string[] types = new string[count];
        string[] texts = new string[count];
        int row = 0;
        foreach (RunPart part in parts)
        {
            foreach (StoredRunEvent stored in part.Events)
            {
                (runs[row], sequences[row], types[row], texts[row]) = (part.RunId, stored.Sequence, stored.Type, stored.Json);
                row++;
            }
        }

        NpgsqlBatchCommand insert = new(InsertEvents);
        insert.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = runs });
        insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = sequences });
        insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = types, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        RunStore.Add(insert.Parameters, batch.TenantId, node.Id);
        return insert;
    }

    private NpgsqlBatchCommand End(RunBatch batch, RunPart[] ends)
    {
        NpgsqlBatchCommand update = new(EndRuns);
        RunStore.Add(update.Parameters, ends.Select(part => part.RunId).ToArray(), ends.Select(part => part.End.ToString()!).ToArray(), batch.TenantId, node.Id);
        return update;
    }

    private static NpgsqlBatchCommand Append(NpgsqlBatch batch, NpgsqlBatchCommand command)
    {
        batch.BatchCommands.Add(command);
        return command;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run events are waiting for the database")]
    private static partial void LogRetry(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Events of run {RunId} were refused by the database")]
    private static partial void LogRefused(ILogger logger, Exception exception, Guid runId);
}
