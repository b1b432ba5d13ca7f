using System.Data.Common;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Runs;

/// <summary>Runs and their events in the database, always within one tenant.</summary>
internal sealed class RunStore(IHostDatabase database)
{
    private const string Columns = "id, kind, user_id, state, started_at, input, role, language, is_guest, display_name";

    /// <summary>Stores a new run as running on a node.</summary>
    public async Task InsertAsync(RunRecord record, Guid nodeId, CancellationToken cancellationToken)
    {
        // The directory first: an entry without a run is tidied up, a run without an entry would run for ever.
        await using (NpgsqlCommand entry = database.Owner.CreateCommand(
            "insert into aiwendy.run_directory (tenant_id, run_id, node_id, started_at) values ($1, $2, $3, $4)"))
        {
            Add(entry.Parameters, record.Call.TenantId, record.Run.Id, nodeId, record.Run.StartedAt);
            await entry.ExecuteNonQueryAsync(cancellationToken);
        }

        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = InTenant(connection, record.Call.TenantId);
        NpgsqlBatchCommand insert = new(
            """
            insert into aiwendy.runs
                (tenant_id, id, kind, user_id, state, input, node_id, role, language, is_guest, display_name, started_at)
            values ($1, $2, $3, $4, 'Running', $5, $6, $7, $8, $9, $10, $11)
            """);
        CallState call = record.Call;
        Add(insert.Parameters, call.TenantId, record.Run.Id, record.Run.Kind, record.Run.UserId, record.Input, nodeId,
            call.Role.ToString(), call.Language, call.IsGuest, (object?)call.DisplayName ?? DBNull.Value, record.Run.StartedAt);
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The run, or null when the tenant has none of this id.</summary>
    public async Task<RunRecord?> FindAsync(Guid tenantId, Guid runId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = InTenant(connection, tenantId);
        NpgsqlBatchCommand select = new($"select {Columns} from aiwendy.runs where tenant_id = $1 and id = $2");
        Add(select.Parameters, tenantId, runId);
        batch.BatchCommands.Add(select);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Record(reader, tenantId) : null;
    }

    /// <summary>Events after a number, in order, and the state of the run before they were read.</summary>
    public async Task<RunState> ReadAsync(
        Guid tenantId, Guid runId, long after, int limit, ICollection<StoredRunEvent> into, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = InTenant(connection, tenantId);
        NpgsqlBatchCommand state = new("select state from aiwendy.runs where tenant_id = $1 and id = $2");
        Add(state.Parameters, tenantId, runId);
        NpgsqlBatchCommand events = new(
            "select sequence, type, json from aiwendy.run_events where tenant_id = $1 and run_id = $2 and sequence > $3 order by sequence limit $4");
        Add(events.Parameters, tenantId, runId, after, limit);
        batch.BatchCommands.Add(state);
        batch.BatchCommands.Add(events);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        RunState found = await reader.ReadAsync(cancellationToken) ? Enum.Parse<RunState>(reader.GetString(0)) : RunState.Incomplete;
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            into.Add(new StoredRunEvent(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        }

        return found;
    }

    /// <summary>Notes that the user wants the run to stop and tells the other nodes.</summary>
    public async Task RequestCancelAsync(Guid tenantId, Guid runId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = InTenant(connection, tenantId);
        NpgsqlBatchCommand update = new(
            "update aiwendy.runs set cancel_requested_at = coalesce(cancel_requested_at, now()) where tenant_id = $1 and id = $2 and state = 'Running'");
        Add(update.Parameters, tenantId, runId);
        NpgsqlBatchCommand notify = new("select pg_notify($1, $2)");
        Add(notify.Parameters, NodeLink.RunsChannel, NodeMessage.Cancel(runId));
        batch.BatchCommands.Add(update);
        batch.BatchCommands.Add(notify);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A batch whose first command sets the tenant for the implicit transaction of the whole.</summary>
    public static NpgsqlBatch InTenant(NpgsqlConnection connection, Guid tenantId)
    {
        NpgsqlBatch batch = new(connection);
        NpgsqlBatchCommand tenant = new("select set_config('app.tenant_id', $1, true)");
        tenant.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString("D") });
        batch.BatchCommands.Add(tenant);
        return batch;
    }

    public static void Add(NpgsqlParameterCollection parameters, params ReadOnlySpan<object> values)
    {
        foreach (object value in values)
        {
            parameters.Add(value is DBNull ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        }
    }

    private static RunRecord Record(DbDataReader reader, Guid tenantId)
    {
        Run run = new(
            reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), Enum.Parse<RunState>(reader.GetString(3)), reader.GetFieldValue<DateTimeOffset>(4));
        CallState call = new()
        {
            TenantId = tenantId,
            UserId = run.UserId,
            Role = Enum.Parse<Role>(reader.GetString(6)),
            Language = reader.GetString(7),
            IsGuest = reader.GetBoolean(8),
            DisplayName = reader.IsDBNull(9) ? null : reader.GetString(9),
        };
        return new RunRecord(run, call, reader.GetString(5));
    }
}
