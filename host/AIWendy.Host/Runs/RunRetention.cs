using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Runs;

/// <summary>Deletes the events of runs that ended long ago; what a run made of lasting value stands in its plugin's tables.</summary>
internal sealed class RunRetention(IHostDatabase database)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const int RunsPerStep = 500;

    /// <summary>Deletes what is due.</summary>
    /// <returns>How many runs were cleared.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        int cleared = 0;
        while (true)
        {
            List<(Guid TenantId, Guid RunId)> due = await DueAsync(cancellationToken);
            foreach (IGrouping<Guid, Guid> tenant in due.GroupBy(entry => entry.TenantId, entry => entry.RunId))
            {
                await ClearAsync(tenant.Key, [.. tenant], cancellationToken);
            }

            cleared += due.Count;
            if (due.Count < RunsPerStep)
            {
                return cleared;
            }
        }
    }

    private async Task<List<(Guid TenantId, Guid RunId)>> DueAsync(CancellationToken cancellationToken)
    {
        List<(Guid, Guid)> due = [];
        await using NpgsqlCommand select = database.Owner.CreateCommand(
            "select tenant_id, run_id from aiwendy.run_directory where ended_at < now() - $1 order by ended_at limit $2");
        RunStore.Add(select.Parameters, Kept, RunsPerStep);
        await using NpgsqlDataReader reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return due;
    }

    private async Task ClearAsync(Guid tenantId, Guid[] runIds, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        foreach (string statement in (string[])
        [
            "delete from aiwendy.run_events where tenant_id = $1 and run_id = any($2)",
            "delete from aiwendy.runs where tenant_id = $1 and id = any($2)",
            "delete from aiwendy.run_directory where tenant_id = $1 and run_id = any($2)",
        ])
        {
            NpgsqlBatchCommand delete = new(statement);
            RunStore.Add(delete.Parameters, tenantId, runIds);
            batch.BatchCommands.Add(delete);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
