using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.PropRules;

/// <summary>The caller's rules.</summary>
internal sealed class PropRuleStore(ITenantContext tenant, ICurrentUser user)
{
    /// <summary>All rules, oldest first, each with the currency of its account.</summary>
    public async Task<IReadOnlyList<(PropRuleSetting Rules, string Currency)>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<(PropRuleSetting, string)> found = [];
        await using NpgsqlCommand command = transaction.Command("""
            select p.id, p.account_id, p.name, p.daily_loss, p.max_drawdown, p.drawdown, p.profit_target, p.consistency, p.minimum_days, p.created_at, a.currency
            from journal.prop_rules p join journal.accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
            where p.user_id = $1 order by p.created_at, p.id
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            decimal? Amount(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
            PropRuleSetting rules = new()
            {
                TenantId = tenant.TenantId,
                Id = reader.GetGuid(0),
                UserId = user.Id,
                AccountId = reader.GetGuid(1),
                Name = reader.GetString(2),
                DailyLoss = Amount(3),
                MaxDrawdown = Amount(4),
                Drawdown = Enum.Parse<DrawdownRule>(reader.GetString(5)),
                ProfitTarget = Amount(6),
                Consistency = Amount(7),
                MinimumDays = reader.IsDBNull(8) ? null : reader.GetInt32(8),
                CreatedAt = reader.GetFieldValue<DateTimeOffset>(9),
            };
            found.Add((rules, reader.GetString(10)));
        }

        return found;
    }

    /// <summary>Adds rules to an account of the caller's.</summary>
    /// <returns>Whether the account is the caller's.</returns>
    public async Task<bool> AddAsync(TenantTransaction transaction, PropRuleSetting rules, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.prop_rules (tenant_id, id, user_id, account_id, name, daily_loss, max_drawdown, drawdown, profit_target, consistency, minimum_days, created_at)
            select a.tenant_id, $2, $1, a.id, $4, $5, $6, $7, $8, $9, $10, $11 from journal.accounts a where a.user_id = $1 and a.id = $3
            """)
            .With(user.Id).With(rules.Id).With(rules.AccountId).With(rules.Name)
            .WithOptional(rules.DailyLoss, NpgsqlDbType.Numeric).WithOptional(rules.MaxDrawdown, NpgsqlDbType.Numeric).With(rules.Drawdown.ToString())
            .WithOptional(rules.ProfitTarget, NpgsqlDbType.Numeric).WithOptional(rules.Consistency, NpgsqlDbType.Numeric)
            .WithOptional(rules.MinimumDays, NpgsqlDbType.Integer).With(rules.CreatedAt);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Removes rules of the caller's.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> RemoveAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("delete from journal.prop_rules where user_id = $1 and id = $2").With(user.Id).With(id);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
