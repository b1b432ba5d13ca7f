using System.Data.Common;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Plugins.Storage;

/// <summary>
/// Sets the tenant for every command of a plugin's context. A query outside a transaction carries the setting in its own
/// batch, which PostgreSQL treats as one transaction, so that it can not leak to the next user of the connection.
/// Everything else runs in a transaction whose first statement sets the tenant.
/// </summary>
/// <remarks>
/// Commands of SaveChanges are never prefixed: EF Core reads affected rows by position, so the prefix's one row would
/// pass for the update's and hide a lost update.
/// </remarks>
internal sealed class TenantInterceptor(ITenantContext tenant) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Parameter = "__t";
    private const string Prefix = "select set_config('app.tenant_id', @__t, true);\n";

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        PrepareReader(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        PrepareReader(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (IsPrefixed(command))
        {
            result.NextResult();
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsPrefixed(command))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        PrepareNonQuery(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        PrepareNonQuery(command, eventData);
        return ValueTask.FromResult(result);
    }

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using NpgsqlCommand command = SetTenant(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = SetTenant(connection, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public DbTransaction TransactionUsed(DbConnection connection, TransactionEventData eventData, DbTransaction result)
    {
        using NpgsqlCommand command = SetTenant(connection, result);
        command.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionUsedAsync(
        DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = SetTenant(connection, result);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    private static bool IsPrefixed(DbCommand command) => command.CommandText.StartsWith(Prefix, StringComparison.Ordinal);

    // Other commands, such as EF Core's own look at the server, carry no rows; row-level security shows them nothing.
    private static void RefuseBareSave(CommandEventData eventData)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges)
        {
            throw new InvalidOperationException("SaveChanges needs a transaction: leave AutoTransactionBehavior as the host sets it.");
        }
    }

    private void PrepareReader(DbCommand command, CommandEventData eventData)
    {
        if (command.Transaction is not null)
        {
            return;
        }

        if (eventData.CommandSource is CommandSource.LinqQuery or CommandSource.FromSqlQuery)
        {
            AddPrefix(command);
        }
        else
        {
            RefuseBareSave(eventData);
        }
    }

    private void PrepareNonQuery(DbCommand command, CommandEventData eventData)
    {
        if (command.Transaction is not null)
        {
            return;
        }

        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw)
        {
            // Npgsql counts the rows of writing statements only, so the prefix does not change the result.
            AddPrefix(command);
        }
        else
        {
            RefuseBareSave(eventData);
        }
    }

    private void AddPrefix(DbCommand command)
    {
        if (!IsPrefixed(command))
        {
            command.CommandText = Prefix + command.CommandText;
            command.Parameters.Add(new NpgsqlParameter<string>(Parameter, NpgsqlDbType.Text) { TypedValue = tenant.TenantId.ToString() });
        }
    }

    private NpgsqlCommand SetTenant(DbConnection connection, DbTransaction transaction) =>
        TenantSession.SetTenant((NpgsqlConnection)connection, (NpgsqlTransaction)transaction, tenant.TenantId);
}
