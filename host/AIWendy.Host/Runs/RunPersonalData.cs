using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AIWendy.Host.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Host.Runs;

/// <summary>What the host itself keeps about a person: his runs and their events, for as long as <see cref="RunRetention"/> says.</summary>
internal sealed class RunPersonalData(IHostDatabase database, ITenantContext tenant) : IPersonalData
{
    public Task ExportAsync(Guid userId, IPersonalDataWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRowsAsync("aiwendy.runs", RowsAsync(userId, cancellationToken), cancellationToken);

    /// <summary>Deletes with the owner's role: the application may end runs but not remove them.</summary>
    public async Task EraseAsync(Guid userId, CancellationToken cancellationToken)
    {
        const string Mine = "(select id from aiwendy.runs where tenant_id = $1 and user_id = $2)";
        Guid tenantId = tenant.TenantId;
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        foreach (string statement in (string[])
        [
            $"delete from aiwendy.run_events where tenant_id = $1 and run_id in {Mine}",
            $"delete from aiwendy.run_directory where tenant_id = $1 and run_id in {Mine}",
            "delete from aiwendy.runs where tenant_id = $1 and user_id = $2",
        ])
        {
            NpgsqlBatchCommand delete = new(statement);
            RunStore.Add(delete.Parameters, tenantId, userId);
            batch.BatchCommands.Add(delete);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JsonObject> RowsAsync(Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid tenantId = tenant.TenantId;
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        NpgsqlBatchCommand select = new("""
            select row_to_json(r)::text from (
                select id, kind, state, input, started_at, ended_at from aiwendy.runs where tenant_id = $1 and user_id = $2 order by id) r
            """);
        RunStore.Add(select.Parameters, tenantId, userId);
        batch.BatchCommands.Add(select);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return JsonNode.Parse(reader.GetString(0))!.AsObject();
        }
    }
}
