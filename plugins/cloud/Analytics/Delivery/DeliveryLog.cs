using AIWendy.Plugins.Analytics.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>Keeps how the delivery of the current tenant's events goes.</summary>
internal sealed class DeliveryLog(ITenantDatabase database, ITenantContext tenant, TimeProvider time)
{
    public async Task<DeliveryState> ReadAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand select = transaction.Command("""
            select delivered, dropped, failures, next_attempt_at, last_delivered_at, last_error from analytics.deliveries where tenant_id = $1
            """).With(tenant.TenantId);
        await using NpgsqlDataReader reader = await select.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return new DeliveryState();
        }

        return new DeliveryState
        {
            Delivered = reader.GetInt64(0),
            Dropped = reader.GetInt64(1),
            Failures = reader.GetInt32(2),
            NextAttemptAt = Moment(reader, 3),
            LastDeliveredAt = Moment(reader, 4),
            LastError = reader.IsDBNull(5) ? null : reader.GetString(5),
        };
    }

    /// <summary>A batch has arrived.</summary>
    public Task SucceedAsync(int delivered, CancellationToken cancellationToken) => ExecuteAsync(
        """
        insert into analytics.deliveries as stored (tenant_id, delivered, dropped, failures, last_delivered_at) values ($1, $2, 0, 0, $3)
        on conflict (tenant_id) do update set delivered = stored.delivered + excluded.delivered, failures = 0,
            next_attempt_at = null, last_delivered_at = excluded.last_delivered_at, last_error = null
        """,
        command => command.With((long)delivered).With(time.GetUtcNow()),
        cancellationToken);

    /// <summary>A batch has not arrived; nothing is tried before the wait is over.</summary>
    public Task FailAsync(string error, TimeSpan wait, CancellationToken cancellationToken) => ExecuteAsync(
        """
        insert into analytics.deliveries as stored (tenant_id, delivered, dropped, failures, next_attempt_at, last_error) values ($1, 0, 0, 1, $2, $3)
        on conflict (tenant_id) do update set failures = stored.failures + 1,
            next_attempt_at = excluded.next_attempt_at, last_error = excluded.last_error
        """,
        command => command.With(time.GetUtcNow() + wait).With(error),
        cancellationToken);

    private static DateTimeOffset? Moment(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private async Task ExecuteAsync(string sql, Func<NpgsqlCommand, NpgsqlCommand> fill, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand command = fill(transaction.Command(sql).With(tenant.TenantId));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
