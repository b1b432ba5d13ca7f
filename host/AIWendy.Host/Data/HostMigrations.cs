using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>
/// Brings the host's own schema to the newest version. The migrations are SQL files built into the program; each runs
/// once, in its own transaction, and may never change afterwards. <c>aiwendy_app</c> in them stands for the application role.
/// </summary>
internal static partial class HostMigrations
{
    public const string Schema = "aiwendy";

    private const long LockKey = 0x4149_5765_6e64_7901;

    /// <summary>All migrations in their order.</summary>
    public static IReadOnlyList<HostMigration> All { get; } = Load();

    /// <summary>Runs what is missing. Replicas that start together wait for one another.</summary>
    /// <returns>Names of the migrations that ran.</returns>
    /// <exception cref="DatabaseException">A migration was changed, or the database is newer than the program.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(NpgsqlConnection owner, string applicationRole, CancellationToken cancellationToken)
    {
        if (Pending(await AppliedAsync(owner, cancellationToken)).Count == 0)
        {
            return [];
        }

        await owner.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_lock({LockKey})"), cancellationToken);
        try
        {
            await owner.ExecuteAsync($"""
                create schema if not exists {Schema};
                create table if not exists {Schema}.schema_migrations (
                    version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now());
                grant usage on schema {Schema} to {Sql.Name(applicationRole)};
                """, cancellationToken);
            IReadOnlyList<HostMigration> pending = Pending(await AppliedAsync(owner, cancellationToken));
            foreach (HostMigration migration in pending)
            {
                await ApplyAsync(owner, migration, applicationRole, cancellationToken);
            }

            return [.. pending.Select(migration => migration.Name)];
        }
        finally
        {
            await owner.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_unlock({LockKey})"), CancellationToken.None);
        }
    }

    /// <summary>Checksums of what ran, by version.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Dictionary<int, string> applied = [];
        if (await connection.ScalarAsync($"select to_regclass('{Schema}.schema_migrations')::text", cancellationToken) is null)
        {
            return applied;
        }

        await using NpgsqlCommand command = new($"select version, checksum from {Schema}.schema_migrations", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied[reader.GetInt32(0)] = reader.GetString(1);
        }

        return applied;
    }

    /// <summary>What is missing, after checking that what ran is what this program knows.</summary>
    public static IReadOnlyList<HostMigration> Pending(IReadOnlyDictionary<int, string> applied)
    {
        if (applied.Keys.Except(All.Select(migration => migration.Version)).ToArray() is { Length: > 0 } unknown)
        {
            throw new DatabaseException($"The database was used by a newer version (migration {unknown.Max():0000}); start that version or restore an older backup.");
        }

        if (All.FirstOrDefault(migration => applied.TryGetValue(migration.Version, out string? checksum) && checksum != migration.Checksum) is { } changed)
        {
            throw new DatabaseException($"The migration {changed.Name} is not the one that ran on this database; a migration never changes, add a new one.");
        }

        return [.. All.Where(migration => !applied.ContainsKey(migration.Version))];
    }

    private static async Task ApplyAsync(NpgsqlConnection owner, HostMigration migration, string applicationRole, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await owner.BeginTransactionAsync(cancellationToken);
        try
        {
            await owner.ExecuteAsync(ApplicationRole().Replace(migration.Sql, Sql.Name(applicationRole).Replace("$", "$$", StringComparison.Ordinal)), cancellationToken);
            await using NpgsqlCommand note = new($"insert into {Schema}.schema_migrations (version, name, checksum) values ($1, $2, $3)", owner, transaction);
            note.Parameters.AddWithValue(migration.Version);
            note.Parameters.AddWithValue(migration.Name);
            note.Parameters.AddWithValue(migration.Checksum);
            await note.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException exception)
        {
            throw new DatabaseException($"The migration {migration.Name} failed: {exception.MessageText}", exception);
        }
    }

    private static HostMigration[] Load()
    {
        Assembly assembly = typeof(HostMigrations).Assembly;
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               let match = ResourceName().Match(resource)
               where match.Success
               let version = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
               orderby version
               select Read(assembly, resource, version, match.Groups[1].Value),
        ];
    }

    private static HostMigration Read(Assembly assembly, string resource, int version, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
        string sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new HostMigration(version, name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }

    [GeneratedRegex(@"\.Migrations\.((\d{4})_[a-z0-9_]+)\.sql$")]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"\baiwendy_app\b")]
    private static partial Regex ApplicationRole();
}

/// <summary>One step of the host's schema.</summary>
/// <param name="Version">Number; gaps are fine.</param>
/// <param name="Name">Name of the file without its ending.</param>
/// <param name="Sql">The statements.</param>
/// <param name="Checksum">SHA-256 of the statements, hexadecimal.</param>
internal sealed record HostMigration(int Version, string Name, string Sql, string Checksum);
