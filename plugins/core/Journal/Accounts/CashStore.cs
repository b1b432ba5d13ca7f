using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Accounts;

/// <summary>A movement of money as stored; the amount is its effect on the balance.</summary>
internal sealed record CashRow(Guid Id, DateOnly Day, CashKind Kind, decimal Amount, string Currency, string? Note);

/// <summary>Money that came into an account or left it without a trade.</summary>
internal sealed class CashStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>Most movements of an account; more are no journal but a ledger.</summary>
    public const int Most = 10_000;

    /// <summary>The effect on the balance of an amount that a person states without a sign.</summary>
    public static decimal Effect(CashKind kind, decimal amount) => kind is CashKind.Withdrawal or CashKind.Fee ? -amount : amount;

    /// <summary>Movements of an account, newest first.</summary>
    public async Task<List<CashRow>> ListAsync(TenantTransaction transaction, Guid accountId, CancellationToken cancellationToken)
    {
        List<CashRow> movements = [];
        await using NpgsqlCommand command = transaction.Command("""
            select id, day, kind, amount, currency, note from journal.cash_movements
            where user_id = $1 and account_id = $2 order by day desc, id desc limit $3
            """).With(user.Id).With(accountId).With(Most);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            movements.Add(new CashRow(
                reader.GetGuid(0),
                reader.GetFieldValue<DateOnly>(1),
                Enum.Parse<CashKind>(reader.GetString(2)),
                reader.GetDecimal(3),
                reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5)));
        }

        return movements;
    }

    /// <summary>Adds a movement to an account that the caller is known to own.</summary>
    public async Task AddAsync(TenantTransaction transaction, Guid accountId, CashRow movement, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.cash_movements (tenant_id, id, user_id, account_id, day, kind, amount, currency, note, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
            .With(tenant.TenantId).With(movement.Id).With(user.Id).With(accountId).With(movement.Day).With(movement.Kind.ToString()).With(movement.Amount)
            .With(movement.Currency).WithOptional(movement.Note, NpgsqlDbType.Text).With(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes a movement.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(TenantTransaction transaction, Guid accountId, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("delete from journal.cash_movements where user_id = $1 and account_id = $2 and id = $3")
            .With(user.Id).With(accountId).With(id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }
}
