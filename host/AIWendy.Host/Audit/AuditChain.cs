using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Runs;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Host.Audit;

/// <summary>Follows the chain of a tenant from its beginning to its head.</summary>
internal static class AuditChain
{
    private const string Head = "select sequence, hash, begins_after, begins_hash from aiwendy.audit_chains where tenant_id = $1";

    private const string Entries = """
        select e.sequence, aiwendy.audit_text(e), e.previous_hash, e.hash from aiwendy.audit_entries e where e.tenant_id = $1 order by e.sequence
        """;

    /// <summary>Tenants of the installation.</summary>
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        List<Guid> tenants = [];
        await using NpgsqlCommand select = new("select id from aiwendy.tenants order by created_at, id", owner);
        await using NpgsqlDataReader reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(reader.GetGuid(0));
        }

        return tenants;
    }

    /// <summary>Judges a tenant's chain.</summary>
    public static async Task<AuditVerdict> VerifyAsync(NpgsqlConnection connection, Guid tenantId, CancellationToken cancellationToken)
    {
        // One snapshot: entries that are added meanwhile must not look like a head that is behind.
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using NpgsqlBatch batch = RunStore.InTenant(connection, tenantId);
        foreach (string query in (string[])[Head, Entries])
        {
            NpgsqlBatchCommand command = new(query);
            RunStore.Add(command.Parameters, tenantId);
            batch.BatchCommands.Add(command);
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            bool orphaned = await reader.ReadAsync(cancellationToken);
            return new AuditVerdict(tenantId, 0, 0, string.Empty, orphaned ? Lines.HeadMissing : null);
        }

        long end = reader.GetInt64(0);
        byte[] endHash = reader.GetFieldValue<byte[]>(1);
        long sequence = reader.GetInt64(2);
        byte[] hash = reader.GetFieldValue<byte[]>(3);
        await reader.NextResultAsync(cancellationToken);
        int count = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            long number = reader.GetInt64(0);
            if (Fault(number, sequence + 1, reader.GetString(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3), hash) is { } fault)
            {
                return new AuditVerdict(tenantId, count, number, Convert.ToHexStringLower(hash), fault);
            }

            sequence = number;
            hash = reader.GetFieldValue<byte[]>(3);
            count++;
        }

        Text? atEnd = sequence != end ? Lines.EndMissing(sequence, end) : !hash.AsSpan().SequenceEqual(endHash) ? Lines.HeadIsAnother : null;
        return new AuditVerdict(tenantId, count, end, Convert.ToHexStringLower(hash), atEnd);
    }

    /// <summary>Hash of an entry, hexadecimal; null when there is none of this number.</summary>
    public static async Task<string?> HashAsync(NpgsqlConnection owner, Guid tenantId, long sequence, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = RunStore.InTenant(owner, tenantId);
        NpgsqlBatchCommand select = new("""
            select encode(e.hash, 'hex') from aiwendy.audit_entries e where e.tenant_id = $1 and e.sequence = $2
            union all select encode(c.begins_hash, 'hex') from aiwendy.audit_chains c where c.tenant_id = $1 and c.begins_after = $2
            """);
        RunStore.Add(select.Parameters, tenantId, sequence);
        batch.BatchCommands.Add(select);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null;
    }

    private static Text? Fault(long number, long expected, string text, byte[] previous, byte[] stored, byte[] hash)
    {
        if (number != expected)
        {
            return Lines.Missing(expected);
        }

        if (!previous.AsSpan().SequenceEqual(hash))
        {
            return Lines.OutOfOrder(number);
        }

        byte[] actual = SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(text)]);
        return actual.AsSpan().SequenceEqual(stored) ? null : Lines.Changed(number);
    }

    private static class Lines
    {
        public static readonly Text HeadMissing = Text.Of("the head of the chain is missing", "链的末端记录丢失");
        public static readonly Text HeadIsAnother = Text.Of("the head of the chain is not its newest entry", "链的末端与最新的记录不一致");

        public static Text EndMissing(long sequence, long end) => Text.Of(
            $"the newest entries are missing: the chain ends at {sequence} and its head says {end}",
            $"缺少最新的记录：链在第 {sequence} 条结束，而末端记录为第 {end} 条");

        public static Text Missing(long number) => Text.Of($"entry {number} is missing", $"第 {number} 条记录丢失");

        public static Text OutOfOrder(long number) => Text.Of($"entry {number} does not follow the one before it", $"第 {number} 条记录与前一条不衔接");

        public static Text Changed(long number) => Text.Of($"entry {number} was changed", $"第 {number} 条记录被改动");
    }
}

/// <summary>What became of a chain.</summary>
/// <param name="TenantId">Whose it is.</param>
/// <param name="Entries">How many entries were found in order.</param>
/// <param name="Sequence">Number of the last one, or of the one that is wrong.</param>
/// <param name="Hash">Hash of the last one in order, hexadecimal; note it elsewhere to compare with later.</param>
/// <param name="Fault">What is wrong, or null.</param>
internal sealed record AuditVerdict(Guid TenantId, int Entries, long Sequence, string Hash, Text? Fault);
