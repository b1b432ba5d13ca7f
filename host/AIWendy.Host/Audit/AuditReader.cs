using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Audit;

/// <summary>Reads the audit log of one tenant.</summary>
internal sealed class AuditReader(IHostDatabase database)
{
    private const int Step = 500;

    private const string Query = """
        select sequence, id, at, user_id, user_name, action, subject, outcome, before::text, after::text, details::text, address, user_agent, request_id
        from aiwendy.audit_entries
        where tenant_id = $1
          and ($2::bigint is null or sequence < $2)
          and ($3::timestamptz is null or at >= $3)
          and ($4::timestamptz is null or at < $4)
          and ($5::text is null or action = $5)
          and ($6::text is null or starts_with(action, $6))
          and ($7::uuid is null or user_id = $7)
          and ($8::text is null or subject = $8)
          and ($9::text is null or outcome = $9)
        order by sequence desc limit $10
        """;

    /// <summary>Entries, the newest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(Guid tenantId, AuditFilter filter, int limit, CancellationToken cancellationToken)
    {
        bool begins = filter.Action?.EndsWith('*') == true;
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        NpgsqlBatchCommand select = new(Query);
        Add(select, tenantId, NpgsqlDbType.Uuid);
        Add(select, filter.Before, NpgsqlDbType.Bigint);
        Add(select, filter.From?.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        Add(select, filter.To?.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        Add(select, begins ? null : filter.Action, NpgsqlDbType.Text);
        Add(select, begins ? filter.Action![..^1] : null, NpgsqlDbType.Text);
        Add(select, filter.UserId, NpgsqlDbType.Uuid);
        Add(select, filter.Subject, NpgsqlDbType.Text);
        Add(select, filter.Outcome, NpgsqlDbType.Text);
        Add(select, limit, NpgsqlDbType.Integer);
        batch.BatchCommands.Add(select);
        List<AuditEntry> entries = [];
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(Entry(reader));
        }

        return entries;
    }

    /// <summary>All entries, the newest first, in steps that hold no transaction open.</summary>
    public async IAsyncEnumerable<AuditEntry> StreamAsync(Guid tenantId, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<AuditEntry> step = await ReadAsync(tenantId, filter, Step, cancellationToken);
            foreach (AuditEntry entry in step)
            {
                yield return entry;
            }

            if (step.Count < Step)
            {
                yield break;
            }

            filter = filter with { Before = step[^1].Sequence };
        }
    }

    private static void Add(NpgsqlBatchCommand command, object? value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });

    private static AuditEntry Entry(DbDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetFieldValue<DateTimeOffset>(2),
        reader.GetGuid(3),
        Text(reader, 4),
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        Json(reader, 8),
        Json(reader, 9),
        Json(reader, 10) ?? [],
        Text(reader, 11),
        Text(reader, 12),
        Text(reader, 13));

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static JsonObject? Json(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : JsonNode.Parse(reader.GetString(column)) as JsonObject;
}
