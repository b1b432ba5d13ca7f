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
    private const int Newest = 10_000;

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

    private const string Actions = """
        select distinct action from (select action from aiwendy.audit_entries where tenant_id = $1 order by sequence desc limit $2) newest order by action
        """;

    // Whoever changed his name is listed once, by the last one.
    private const string People = """
        select user_id, (array_agg(user_name order by sequence desc) filter (where user_name is not null))[1]
        from (select user_id, user_name, sequence from aiwendy.audit_entries where tenant_id = $1 order by sequence desc limit $2) newest
        group by user_id order by 2 nulls last, 1 limit 500
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

    /// <summary>Which actions and people the newest entries name, for whoever narrows them down.</summary>
    public async Task<AuditChoices> ChoicesAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        foreach (string query in (string[])[Actions, People])
        {
            NpgsqlBatchCommand select = new(query);
            Add(select, tenantId, NpgsqlDbType.Uuid);
            Add(select, Newest, NpgsqlDbType.Integer);
            batch.BatchCommands.Add(select);
        }

        List<string> actions = [];
        List<AuditPerson> people = [];
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            actions.Add(reader.GetString(0));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            people.Add(new AuditPerson(reader.GetGuid(0), Text(reader, 1)));
        }

        return new AuditChoices(actions, people);
    }

    /// <summary>Follows the tenant's chain from its beginning to its head.</summary>
    public async Task<AuditVerdict> VerifyAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        return await AuditChain.VerifyAsync(connection, tenantId, cancellationToken);
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
