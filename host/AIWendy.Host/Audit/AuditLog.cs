using System.Text.Json.Nodes;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Audit;

/// <summary>Keeps who changed what on the installation as a whole. Entries are added and read, never changed.</summary>
internal sealed class AuditLog(IHostDatabase database, TimeProvider time)
{
    /// <summary>Adds an entry in the name of the current caller.</summary>
    /// <param name="action">Dotted name, e.g. <c>plugin.install</c>.</param>
    /// <param name="subject">What it was done to, e.g. the plugin's id.</param>
    /// <param name="details">What else is worth knowing; no secrets.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task WriteAsync(string action, string subject, JsonObject details, CancellationToken cancellationToken)
    {
        CallState? call = CallContext.Current;
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            insert into aiwendy.audit_log (id, at, tenant_id, user_id, user_name, action, subject, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        DateTimeOffset now = time.GetUtcNow();
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.CreateVersion7(now) });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        command.Parameters.Add(new NpgsqlParameter { Value = call?.TenantId ?? WellKnown.DefaultTenantId });
        command.Parameters.Add(new NpgsqlParameter { Value = call?.UserId ?? Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)call?.DisplayName ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = action });
        command.Parameters.Add(new NpgsqlParameter { Value = subject });
        command.Parameters.Add(new NpgsqlParameter { Value = details.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Entries, the newest first.</summary>
    /// <param name="before">Id of the entry after which to go on, or null to start with the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            select id, at, user_id, user_name, action, subject, details::text from aiwendy.audit_log
            where $1::uuid is null or id < $1 order by id desc limit $2
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = limit });
        List<AuditEntry> entries = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(new AuditEntry(
                reader.GetGuid(0),
                await reader.GetFieldValueAsync<DateTimeOffset>(1, cancellationToken),
                reader.GetGuid(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                JsonNode.Parse(reader.GetString(6))!.AsObject()));
        }

        return entries;
    }
}

/// <summary>Something that an administrator did.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="UserId">Who.</param>
/// <param name="UserName">Name at that time, or null.</param>
/// <param name="Action">Dotted name of what was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Details">What else was noted.</param>
internal sealed record AuditEntry(Guid Id, DateTimeOffset At, Guid UserId, string? UserName, string Action, string Subject, JsonObject Details);
