using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Host.Data;

/// <inheritdoc />
internal sealed class TenantDatabase(IHostDatabase database, ITenantContext tenant) : ITenantDatabase
{
    public async ValueTask<TenantTransaction> BeginAsync(CancellationToken cancellationToken = default)
    {
        Guid tenantId = tenant.TenantId;
        NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        try
        {
            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);

            // Bound to the transaction: the next user of the pooled connection starts without a tenant.
            await using NpgsqlCommand command = new("select set_config('app.tenant_id', $1, true)", connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString() });
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new TenantTransaction(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
