using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>Erases a person's rows, or hands them to another person, in every table of every plugin.</summary>
internal sealed class PersonalTables(ITenantDatabase database, IExtensions<PersonalTable> rules)
{
    /// <summary>Deletes every row that belongs to the person, children before their parents, all or nothing.</summary>
    public async Task EraseAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using IExtensionLease<PersonalTable> lease = rules.Acquire();
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        IReadOnlyList<DataTable> tables = await TableCatalogue.ReadAsync(transaction, lease.Items, cancellationToken);
        foreach (DataTable table in tables.Reverse())
        {
            await using NpgsqlCommand command = transaction.Command($"delete from {table.Sql} t where {table.OwnedBy("t")}");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Gives every row of a person to another one. A row of which only one may exist and which the other has already,
    /// such as a preference, stays where it is.
    /// </summary>
    /// <returns>How many rows moved.</returns>
    public async Task<long> HandOverAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        await using IExtensionLease<PersonalTable> lease = rules.Acquire();
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        long moved = 0;
        IReadOnlyList<DataTable> tables = await TableCatalogue.ReadAsync(transaction, lease.Items, cancellationToken);
        foreach (DataTable table in tables.Where(table => table is { HasUser: true, IsDerived: false }))
        {
            moved += await MoveAsync(transaction, table, from, to, cancellationToken);
        }

        foreach (DataTable table in tables.Where(table => table is { HasUser: true, IsDerived: true }))
        {
            await using NpgsqlCommand command = transaction.Command($"delete from {table.Sql} t where t.user_id = $1");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = from });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    private static async Task<long> MoveAsync(TenantTransaction transaction, DataTable table, Guid from, Guid to, CancellationToken cancellationToken)
    {
        // Which rows the other person has already, by any key that names the person.
        IEnumerable<string[]> keys = table.Uniques.Append([.. table.Columns.Where(column => column.IsKey).Select(column => column.Name)]);
        string taken = string.Concat(keys.Where(key => key.Contains("user_id")).Select(key =>
            $" and not exists (select 1 from {table.Sql} o where o.user_id = $2"
            + string.Concat(key.Where(column => column != "user_id").Select(column => $" and o.{DataTable.Quote(column)} = t.{DataTable.Quote(column)}"))
            + ")"));
        await using NpgsqlCommand command = transaction.Command($"update {table.Sql} t set user_id = $2 where t.user_id = $1{taken}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = to });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
