using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>The caller's rules and lock.</summary>
internal sealed class RuleStore(ITenantContext tenant, ICurrentUser user)
{
    /// <summary>Keeps two changes at a time apart, so that neither undoes what the other tightened.</summary>
    public async Task SerialiseAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select pg_advisory_xact_lock(hashtextextended($1, 0))")
            .With($"journal.rules:{tenant.TenantId:N}:{user.Id:N}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The rules that hold at a time, with those that wait.</summary>
    public async Task<StoredRules> ReadAsync(TenantTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select rules, pending, pending_from from journal.trading_rules where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new StoredRules(
                Parse(reader.GetString(0)),
                await reader.IsDBNullAsync(1, cancellationToken) ? null : Parse(reader.GetString(1)),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(2)).At(now)
            : StoredRules.Empty;
    }

    /// <summary>Stores rules.</summary>
    public async Task WriteAsync(TenantTransaction transaction, StoredRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.trading_rules (tenant_id, user_id, rules, pending, pending_from, updated_at) values ($1, $2, $3::jsonb, $4::jsonb, $5, $6)
            on conflict (tenant_id, user_id) do update
            set rules = excluded.rules, pending = excluded.pending, pending_from = excluded.pending_from, updated_at = excluded.updated_at
            """)
            .With(tenant.TenantId).With(user.Id).With(Write(rules.Current)).WithOptional(rules.Pending is null ? null : Write(rules.Pending), NpgsqlDbType.Text)
            .WithOptional(rules.PendingFrom, NpgsqlDbType.TimestampTz).With(now);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The lock that holds at a time, or <see langword="null"/>.</summary>
    public async Task<(DateTimeOffset Since, DateTimeOffset Until)?> ReadLockAsync(TenantTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select since, until from journal.trading_locks where user_id = $1 and until > $2").With(user.Id).With(now);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    /// <summary>Locks until a time; a lock that lasts longer stays as it is.</summary>
    public async Task LockAsync(TenantTransaction transaction, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.trading_locks as l (tenant_id, user_id, since, until) values ($1, $2, $3, $4)
            on conflict (tenant_id, user_id) do update
            set since = case when l.until > $3 then l.since else $3 end, until = greatest(l.until, excluded.until)
            """).With(tenant.TenantId).With(user.Id).With(now).With(until);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static RuleSet Parse(string json) => JsonSerializer.Deserialize(json, RulesJsonContext.Default.RuleSet) ?? RuleSet.None;

    private static string Write(RuleSet rules) => JsonSerializer.Serialize(rules, RulesJsonContext.Default.RuleSet);
}
