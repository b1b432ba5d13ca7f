using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Packages in the database, where every replica finds them. Written and read in parts.</summary>
internal sealed class PackageStore(IHostDatabase database, TimeProvider time)
{
    public const string Columns = "p.sha256, p.plugin_id, p.version, p.manifest, p.size, p.key_id, p.publisher, p.staged_at";

    private const int PartBytes = 1024 * 1024;
    private static readonly TimeSpan StagedLifetime = TimeSpan.FromHours(24);

    /// <summary>Stores a package; one that is there already is kept alive, with what is known of its signature now.</summary>
    public async Task StoreAsync(StoredPackage package, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        object? inserted = await connection.ScalarAsync(
            """
            insert into aiwendy.plugin_packages (sha256, plugin_id, version, manifest, size, key_id, publisher, staged_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (sha256) do update set staged_at = excluded.staged_at, key_id = excluded.key_id, publisher = excluded.publisher
            returning xmax = 0
            """,
            cancellationToken,
            package.Sha256,
            package.PluginId,
            package.Version,
            package.ManifestJson,
            package.Size,
            (object?)package.KeyId ?? DBNull.Value,
            (object?)package.Publisher ?? DBNull.Value,
            package.StagedAt);
        if (inserted is true)
        {
            await WritePartsAsync(connection, package.Sha256, content, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The package of a hash, or null.</summary>
    public async Task<StoredPackage?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand($"select {Columns} from aiwendy.plugin_packages p where p.sha256 = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = sha256 });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, 0) : null;
    }

    /// <summary>Writes the bytes of a package to a stream.</summary>
    public async Task CopyAsync(string sha256, Stream target, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        for (int number = 0; ; number++)
        {
            if (await connection.ScalarAsync("select bytes from aiwendy.plugin_package_parts where sha256 = $1 and number = $2", cancellationToken, sha256, number) is not byte[] bytes)
            {
                return;
            }

            await target.WriteAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Drops packages that nobody has installed within a day, and those that no installation names any more.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            delete from aiwendy.plugin_packages p where p.staged_at < $1
              and not exists (select 1 from aiwendy.plugin_installations i where i.sha256 = p.sha256 or p.sha256 = any (i.previous))
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow() - StagedLifetime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static StoredPackage Read(NpgsqlDataReader reader, int first) => new(
        reader.GetString(first),
        reader.GetString(first + 1),
        reader.GetString(first + 2),
        reader.GetString(first + 3),
        reader.GetInt64(first + 4),
        reader.IsDBNull(first + 5) ? null : reader.GetString(first + 5),
        reader.IsDBNull(first + 6) ? null : reader.GetString(first + 6),
        reader.GetFieldValue<DateTimeOffset>(first + 7));

    private static async Task WritePartsAsync(NpgsqlConnection connection, string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        for (int number = 0; (long)number * PartBytes < content.Length; number++)
        {
            int from = number * PartBytes;
            await using NpgsqlCommand insert = new("insert into aiwendy.plugin_package_parts (sha256, number, bytes) values ($1, $2, $3)", connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = sha256 });
            insert.Parameters.Add(new NpgsqlParameter { Value = number });
            insert.Parameters.Add(new NpgsqlParameter { Value = content.Slice(from, Math.Min(PartBytes, content.Length - from)) });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
