using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>An account with how much it holds.</summary>
internal sealed record AccountRow(
    Guid Id, string Name, string? ExternalName, string Currency, string TimeZone, decimal StartBalance, bool IsSample, int Trades, int Executions)
{
    /// <summary>Who holds the account, in the person's words.</summary>
    public string? Broker { get; init; }

    /// <summary>Local time at which a trading day ends; <see langword="null"/> for midnight.</summary>
    public TimeOnly? DayCutOff { get; init; }

    /// <summary>Which lots a closing fill takes first.</summary>
    public LotMethod LotMethod { get; init; }

    /// <summary>A net result of at most this size, either way, counts as breakeven.</summary>
    public decimal BreakevenBand { get; init; }

    /// <summary>First day after the account was reset.</summary>
    public DateOnly? ResetOn { get; init; }
}

/// <summary>The caller's accounts.</summary>
internal sealed class AccountStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    private const string Columns = """
        select a.id, a.name, a.external_name, a.currency, a.time_zone, a.start_balance, a.is_sample,
            coalesce(t.trades, 0), coalesce(t.executions, 0),
            a.broker, a.day_cut_off, a.lot_method, a.breakeven_band, a.reset_on
        from journal.accounts a
        left join journal.account_totals t on t.tenant_id = a.tenant_id and t.account_id = a.id
        where a.user_id = $1
        """;

    /// <summary>All accounts, oldest first.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " order by a.created_at, a.id").With(user.Id);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One account, or <see langword="null"/> when it is not the caller's.</summary>
    public async Task<AccountRow?> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " and a.id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Adds an account.</summary>
    public async Task<Guid> AddAsync(
        TenantTransaction transaction, string name, string? externalName, string currency, string timeZone, decimal startBalance, bool isSample, CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.accounts (tenant_id, id, user_id, name, external_name, currency, time_zone, start_balance, is_sample, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
            .With(tenant.TenantId).With(id).With(user.Id).With(name).WithOptional(externalName, NpgsqlDbType.Text)
            .With(currency).With(timeZone).With(startBalance).With(isSample).With(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }

    /// <summary>Writes everything of an account that a person can set. What is derived from it must be rebuilt by the caller.</summary>
    public async Task UpdateAsync(TenantTransaction transaction, AccountRow account, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand update = transaction.Command("""
            update journal.accounts set name = $3, currency = $4, time_zone = $5, start_balance = $6, broker = $7, day_cut_off = $8, lot_method = $9,
                breakeven_band = $10, reset_on = $11
            where user_id = $1 and id = $2
            """)
            .With(user.Id).With(account.Id).With(account.Name).With(account.Currency).With(account.TimeZone).With(account.StartBalance)
            .WithOptional(account.Broker, NpgsqlDbType.Text).WithOptional(account.DayCutOff, NpgsqlDbType.Time).With(account.LotMethod.ToString())
            .With(account.BreakevenBand).WithOptional(account.ResetOn, NpgsqlDbType.Date);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes the sample accounts with everything in them.</summary>
    /// <returns>Number of accounts and of trades removed.</returns>
    public async Task<(int Accounts, int Trades)> RemoveSampleAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand count = transaction.Command("""
            select count(*)::int from journal.round_trips t join journal.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
            where a.user_id = $1 and a.is_sample
            """).With(user.Id);
        int trades = (int)(await count.ExecuteScalarAsync(cancellationToken) ?? 0);
        await using NpgsqlCommand remove = transaction.Command("delete from journal.accounts where user_id = $1 and is_sample").With(user.Id);
        return (await remove.ExecuteNonQueryAsync(cancellationToken), trades);
    }

    private static async Task<IReadOnlyList<AccountRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<AccountRow> accounts = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new AccountRow(
                reader.GetGuid(0),
                reader.GetString(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetDecimal(5),
                reader.GetBoolean(6),
                reader.GetInt32(7),
                reader.GetInt32(8))
            {
                Broker = reader.IsDBNull(9) ? null : reader.GetString(9),
                DayCutOff = reader.IsDBNull(10) ? null : reader.GetFieldValue<TimeOnly>(10),
                LotMethod = Enum.Parse<LotMethod>(reader.GetString(11)),
                BreakevenBand = reader.GetDecimal(12),
                ResetOn = reader.IsDBNull(13) ? null : reader.GetFieldValue<DateOnly>(13),
            });
        }

        return accounts;
    }
}
