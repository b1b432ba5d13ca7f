using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>A remembered mapping.</summary>
internal sealed record MappingRow(Guid Id, string Fingerprint, string Name, string Headings, string Mapping, DateTimeOffset UpdatedAt);

/// <summary>The caller's mappings of columns, one for each set of headings.</summary>
internal sealed class MappingStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>Most mappings of a person.</summary>
    public const int Most = 500;

    private const string Columns = "select id, fingerprint, name, headings, mapping, updated_at from journal.import_mappings where user_id = $1";

    /// <summary>All mappings by name.</summary>
    public async Task<List<MappingRow>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " order by name, id limit $2").With(user.Id).With(Most);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The newest mapping for any of the headings' fingerprints, or <see langword="null"/>.</summary>
    public async Task<MappingRow?> FindAsync(TenantTransaction transaction, IReadOnlyCollection<string> fingerprints, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " and fingerprint = any($2) order by updated_at desc limit 1").With(user.Id).With<string[]>([.. fingerprints]);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Keeps a mapping; one for the same headings is replaced.</summary>
    public async Task<MappingRow> SaveAsync(TenantTransaction transaction, string fingerprint, string name, string headings, string mapping, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.import_mappings (tenant_id, id, user_id, fingerprint, name, headings, mapping, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (tenant_id, user_id, fingerprint) do update set name = excluded.name, headings = excluded.headings, mapping = excluded.mapping, updated_at = excluded.updated_at
            returning id, fingerprint, name, headings, mapping, updated_at
            """).With(tenant.TenantId).With(Guid.CreateVersion7()).With(user.Id).With(fingerprint).With(name).With(headings).With(mapping).With(time.GetUtcNow());
        return (await ReadAsync(command, cancellationToken))[0];
    }

    /// <summary>Forgets a mapping.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("delete from journal.import_mappings where user_id = $1 and id = $2").With(user.Id).With(id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static async Task<List<MappingRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<MappingRow> rows = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new MappingRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5)));
        }

        return rows;
    }
}
