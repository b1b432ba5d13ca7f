using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>A check as stored.</summary>
internal sealed record CheckRow(
    Guid Id,
    Guid AccountId,
    string Currency,
    string Symbol,
    PositionSide Side,
    decimal Quantity,
    CheckDecision Decision,
    IReadOnlyList<CheckReason> Reasons,
    DateTimeOffset CheckedAt,
    string? Note,
    DateTimeOffset? OverriddenAt,
    IReadOnlyList<Guid> Trades,
    decimal TradesNet);

/// <summary>The caller's checks.</summary>
internal sealed class CheckStore(ITenantContext tenant, ICurrentUser user)
{
    /// <summary>How long a check stands for the trade that follows it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private const string Columns = """
        select c.id, c.account_id, a.currency, c.symbol, c.side, c.quantity, c.decision, c.reasons, c.checked_at, c.note, c.overridden_at,
            coalesce(f.ids, '{}'), coalesce(f.net, 0)
        from journal.trade_checks c
        join journal.accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
        left join lateral (
            select array_agg(t.id order by t.opened_at, t.id) as ids, sum(t.net) as net from journal.round_trips t
            where t.tenant_id = c.tenant_id and t.account_id = c.account_id and t.symbol in (c.symbol, upper(c.symbol), lower(c.symbol))
                and t.opened_at >= coalesce(c.overridden_at, c.checked_at) and t.opened_at <= coalesce(c.overridden_at, c.checked_at) + $2
        ) f on true
        where c.user_id = $1
        """;

    /// <summary>Keeps a check.</summary>
    public async Task AddAsync(TenantTransaction transaction, StoredCheck check, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.trade_checks (tenant_id, id, user_id, account_id, symbol, side, quantity, risk, playbook_id, decision, reasons, checked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12)
            """)
            .With(tenant.TenantId).With(check.Id).With(user.Id).With(check.AccountId).With(check.Symbol).With(check.Side.ToString()).With(check.Quantity)
            .WithOptional(check.Risk, NpgsqlDbType.Numeric).WithOptional(check.PlaybookId, NpgsqlDbType.Uuid).With(check.Decision.ToString()).With(check.Reasons)
            .With(check.CheckedAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One check, held until the transaction ends, or <see langword="null"/> when it is not the caller's.</summary>
    public async Task<CheckRow?> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " and c.id = $3 for update of c").With(user.Id).With(Window).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Notes that a check was overridden.</summary>
    public async Task OverrideAsync(TenantTransaction transaction, Guid id, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("update journal.trade_checks set note = $3, overridden_at = $4 where user_id = $1 and id = $2")
            .With(user.Id).With(id).With(note).With(now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Checks that were overridden, or blocked and traded all the same; newest first.</summary>
    public async Task<List<CheckRow>> ListOverriddenAsync(TenantTransaction transaction, Guid? before, int count, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + """
             and (c.overridden_at is not null or (c.decision = 'Blocked' and f.ids is not null)) and ($3 is null or c.id < $3) order by c.id desc limit $4
            """).With(user.Id).With(Window).WithOptional(before, NpgsqlDbType.Uuid).With(count);
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<CheckRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<CheckRow> checks = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            checks.Add(new CheckRow(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetString(2),
                reader.GetString(3),
                Enum.Parse<PositionSide>(reader.GetString(4)),
                reader.GetDecimal(5),
                Enum.Parse<CheckDecision>(reader.GetString(6)),
                JsonSerializer.Deserialize(reader.GetString(7), RulesJsonContext.Default.IReadOnlyListCheckReason) ?? [],
                reader.GetFieldValue<DateTimeOffset>(8),
                await reader.IsDBNullAsync(9, cancellationToken) ? null : reader.GetString(9),
                await reader.IsDBNullAsync(10, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(10),
                reader.GetFieldValue<Guid[]>(11),
                reader.GetDecimal(12)));
        }

        return checks;
    }
}
