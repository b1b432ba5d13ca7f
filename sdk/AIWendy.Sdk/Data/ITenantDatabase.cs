using Npgsql;

namespace AIWendy.Sdk.Data;

/// <summary>
/// Plain SQL within the current tenant, for what an ORM does badly: bulk copy, statistics, set operations. The role may
/// not change tables, and row-level security shows it the tenant's rows only. Name tables with the plugin's schema.
/// </summary>
public interface ITenantDatabase
{
    /// <summary>Opens a transaction in which the tenant is set. Dispose it; without <c>CommitAsync</c> it rolls back.</summary>
    ValueTask<TenantTransaction> BeginAsync(CancellationToken cancellationToken = default);
}

/// <summary>An open transaction bound to a tenant.</summary>
/// <param name="connection">The open connection.</param>
/// <param name="transaction">Its transaction.</param>
public sealed class TenantTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    /// <summary>The connection; never leave the transaction on it by hand.</summary>
    public NpgsqlConnection Connection => connection;

    /// <summary>Creates a command on the transaction.</summary>
    public NpgsqlCommand Command(string sql) => new(sql, connection, transaction);

    /// <summary>Makes everything permanent.</summary>
    public Task CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
