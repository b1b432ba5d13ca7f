using System.Collections.Concurrent;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>
/// Keeps the outbox of a tenant bounded. Counting on every insert would cost more than the insert, so every node looks
/// after each hundredth of its own; the bound may be passed by that much for each node.
/// </summary>
internal sealed class OutboxTrim(AnalyticsOptions options)
{
    private const int Stride = 100;

    private readonly ConcurrentDictionary<Guid, int> inserts = new();

    /// <summary>Notes an insert; true when it is time to look.</summary>
    public bool IsDue(Guid tenantId) => inserts.AddOrUpdate(tenantId, 1, static (_, count) => (count + 1) % Stride) == 0;

    /// <summary>Deletes the oldest events beyond the limit and counts them.</summary>
    public async Task ApplyAsync(TenantTransaction transaction, Guid tenantId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand remove = transaction.Command("""
            delete from analytics.outbox
            where tenant_id = $1
              and id <= (select id from analytics.outbox where tenant_id = $1 order by id desc offset $2 limit 1)
            """).With(tenantId).With(options.OutboxLimit);
        int dropped = await remove.ExecuteNonQueryAsync(cancellationToken);
        if (dropped > 0)
        {
            await using NpgsqlCommand count = transaction.Command("""
                insert into analytics.deliveries as stored (tenant_id, delivered, dropped, failures) values ($1, 0, $2, 0)
                on conflict (tenant_id) do update set dropped = stored.dropped + excluded.dropped
                """).With(tenantId).With((long)dropped);
            await count.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
