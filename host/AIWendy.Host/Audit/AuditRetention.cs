using System.Text.Json.Nodes;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Host.Audit;

/// <summary>Deletes entries that are older than the operator keeps them, and notes in the chain where it now begins.</summary>
internal sealed partial class AuditRetention(LiveSettings settings, IHostDatabase database, AuditLog audit, TimeProvider time, ILogger<AuditRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever keeps the database from coming up is reported where it is started.
        await database.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!database.Ready.IsCompletedSuccessfully)
        {
            return;
        }

        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (settings.AuditDays == 0)
            {
                continue;
            }

            try
            {
                await ClearAsync(time.GetUtcNow().AddDays(-settings.AuditDays), stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    /// <summary>Deletes what is older.</summary>
    /// <returns>How many entries went.</returns>
    public async Task<int> ClearAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        int cleared = 0;
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
        foreach (Guid tenantId in await AuditChain.TenantsAsync(owner, cancellationToken))
        {
            if (await ClearAsync(owner, tenantId, before, cancellationToken) is not { } cut)
            {
                continue;
            }

            cleared += cut.Count;
            using IDisposable call = CallContext.Enter(new CallState { TenantId = tenantId });
            JsonObject details = new() { ["entries"] = cut.Count, ["through"] = cut.Sequence, ["hash"] = Convert.ToHexStringLower(cut.Hash) };
            await audit.AppendAsync(new AuditEvent("audit.retention", "audit") { Details = details }, CancellationToken.None);
        }

        return cleared;
    }

    private static async Task<Cut?> ClearAsync(NpgsqlConnection owner, Guid tenantId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // A prefix of the chain, whatever its times: what stands before the first entry that is young enough.
        const string Find = """
            select e.sequence, e.hash from aiwendy.audit_entries e
            where e.tenant_id = $1 and e.sequence < coalesce(
                (select min(y.sequence) from aiwendy.audit_entries y where y.tenant_id = $1 and y.at >= $2),
                (select c.sequence + 1 from aiwendy.audit_chains c where c.tenant_id = $1))
            order by e.sequence desc limit 1
            """;
        await using NpgsqlTransaction transaction = await owner.BeginTransactionAsync(cancellationToken);
        Cut cut;
        await using (NpgsqlBatch find = RunStore.InTenant(owner, tenantId))
        {
            Add(find, "select 1 from aiwendy.audit_chains where tenant_id = $1 for update", tenantId);
            Add(find, Find, tenantId, before.ToUniversalTime());
            await using NpgsqlDataReader reader = await find.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
            {
                return null;
            }

            cut = new Cut(0, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        }

        await using NpgsqlBatch delete = new(owner);
        Add(delete, "select set_config('aiwendy.audit_retention', 'on', true)");
        Add(delete, "delete from aiwendy.audit_entries where tenant_id = $1 and sequence <= $2", tenantId, cut.Sequence);
        Add(delete, "update aiwendy.audit_chains set begins_after = $2, begins_hash = $3 where tenant_id = $1", tenantId, cut.Sequence, cut.Hash);
        await delete.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return cut with { Count = delete.BatchCommands[1].RecordsAffected };
    }

    private static void Add(NpgsqlBatch batch, string statement, params ReadOnlySpan<object> values)
    {
        NpgsqlBatchCommand command = new(statement);
        RunStore.Add(command.Parameters, values);
        batch.BatchCommands.Add(command);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old entries of the audit log stay until the next time")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed record Cut(int Count, long Sequence, byte[] Hash);
}
