using System.Globalization;
using System.Text.Json;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>
/// What is installed and what is switched off, in the database. Every change takes the next generation in the same
/// transaction and tells the replicas.
/// </summary>
internal sealed class InstallationStore(IHostDatabase database, TimeProvider time) : IPluginStates
{
    /// <summary>How many earlier packages are kept for going back.</summary>
    public const int KeptVersions = 2;

    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>The number that grows with every change.</summary>
    public async Task<long> GenerationAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("select generation from aiwendy.plugin_generation");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>One consistent picture.</summary>
    public async Task<SharedState> ReadAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        long generation = (long)(await connection.ScalarAsync("select generation from aiwendy.plugin_generation", cancellationToken))!;
        HashSet<string> disabled = new(StringComparer.Ordinal);
        await using (NpgsqlCommand states = new("select plugin_id from aiwendy.plugin_states where disabled", connection))
        await using (NpgsqlDataReader reader = await states.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                disabled.Add(reader.GetString(0));
            }
        }

        return new SharedState(generation, disabled, await ReadInstallationsAsync(connection, cancellationToken));
    }

    public async Task<IReadOnlySet<string>> DisabledAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Disabled;

    public Task SetDisabledAsync(string pluginId, bool disabled, CancellationToken cancellationToken) => ChangeAsync(
        async (connection, _) =>
        {
            await ExecuteAsync(connection, """
                insert into aiwendy.plugin_states (plugin_id, disabled, changed_at) values ($1, $2, $3)
                on conflict (plugin_id) do update set disabled = excluded.disabled, changed_at = excluded.changed_at
                """, cancellationToken, pluginId, disabled, time.GetUtcNow());
            return true;
        },
        cancellationToken);

    /// <summary>Notes that a package serves now.</summary>
    /// <param name="package">The package.</param>
    /// <param name="previous">What to keep for going back, the latest first.</param>
    /// <param name="unsignedAllowed">Whether it was let in by name.</param>
    /// <param name="expectedRevision">Revision that the change builds on; null for a first installation.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <returns>False when somebody else has changed the installation meanwhile; nothing is noted then.</returns>
    public Task<bool> SetActiveAsync(
        StoredPackage package, IEnumerable<string> previous, bool unsignedAllowed, long? expectedRevision, CancellationToken cancellationToken) => ChangeAsync(
        async (connection, generation) =>
        {
            int rows = await ExecuteAsync(connection, """
                insert into aiwendy.plugin_installations (plugin_id, sha256, previous, unsigned_allowed, installed_at, changed_at, revision)
                select $1, $2, $3, $4, $5, $5, $6 where $7 = 0
                on conflict (plugin_id) do nothing
                """, cancellationToken, package.PluginId, package.Sha256, Kept(package, previous), unsignedAllowed, time.GetUtcNow(), generation, expectedRevision ?? 0);
            return rows == 1 || await ExecuteAsync(connection, """
                update aiwendy.plugin_installations
                set sha256 = $2, previous = $3, unsigned_allowed = $4, changed_at = $5, revision = $6, failure = null
                where plugin_id = $1 and revision = $7
                """, cancellationToken, package.PluginId, package.Sha256, Kept(package, previous), unsignedAllowed, time.GetUtcNow(), generation, expectedRevision ?? 0) == 1;
        },
        cancellationToken);

    /// <summary>Notes why an upgrade did not come to serve. Replicas need not know.</summary>
    public async Task SetFailureAsync(string pluginId, FailedUpgrade failure, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("update aiwendy.plugin_installations set failure = $2 where plugin_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = pluginId });
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(failure, Json), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets an installation. The packages stay until they are swept.</summary>
    /// <returns>The generation from which no replica serves it any more.</returns>
    public async Task<long> RemoveAsync(string pluginId, CancellationToken cancellationToken)
    {
        long removed = 0;
        await ChangeAsync(
            async (connection, generation) =>
            {
                removed = generation;
                await ExecuteAsync(connection, "delete from aiwendy.plugin_installations where plugin_id = $1", cancellationToken, pluginId);
                await ExecuteAsync(connection, "delete from aiwendy.plugin_states where plugin_id = $1", cancellationToken, pluginId);
                return true;
            },
            cancellationToken);
        return removed;
    }

    private static string[] Kept(StoredPackage package, IEnumerable<string> previous) =>
        [.. previous.Where(sha256 => sha256 != package.Sha256).Distinct().Take(KeptVersions)];

    private static async Task<IReadOnlyDictionary<string, PluginInstallation>> ReadInstallationsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        Dictionary<string, StoredPackage> packages = new(StringComparer.Ordinal);
        await using (NpgsqlCommand command = new($"""
            select {PackageStore.Columns} from aiwendy.plugin_packages p
            where exists (select 1 from aiwendy.plugin_installations i where i.sha256 = p.sha256 or p.sha256 = any (i.previous))
            """, connection))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                StoredPackage package = PackageStore.Read(reader, 0);
                packages[package.Sha256] = package;
            }
        }

        Dictionary<string, PluginInstallation> installations = new(StringComparer.Ordinal);
        await using NpgsqlCommand list = new(
            "select plugin_id, sha256, previous, unsigned_allowed, installed_at, changed_at, revision, failure::text from aiwendy.plugin_installations", connection);
        await using NpgsqlDataReader rows = await list.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            string[] previous = rows.GetFieldValue<string[]>(2);
            installations[rows.GetString(0)] = new PluginInstallation(
                rows.GetString(0),
                packages[rows.GetString(1)],
                [.. previous.Where(packages.ContainsKey).Select(sha256 => packages[sha256])],
                rows.GetBoolean(3),
                rows.GetFieldValue<DateTimeOffset>(4),
                rows.GetFieldValue<DateTimeOffset>(5),
                rows.GetInt64(6),
                await rows.IsDBNullAsync(7, cancellationToken) ? null : JsonSerializer.Deserialize<FailedUpgrade>(rows.GetString(7), Json));
        }

        return installations;
    }

    // The row of the generation is locked first, so that changes of all replicas happen one after the other.
    private async Task<bool> ChangeAsync(Func<NpgsqlConnection, long, Task<bool>> change, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        long generation = (long)(await connection.ScalarAsync(
            "update aiwendy.plugin_generation set generation = generation + 1 returning generation", cancellationToken))!;
        if (!await change(connection, generation))
        {
            await transaction.RollbackAsync(cancellationToken);
            return false;
        }

        await connection.ScalarAsync("select pg_notify($1, $2)", cancellationToken, NodeLink.PluginsChannel, generation.ToString(CultureInfo.InvariantCulture));
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken, params object[] arguments)
    {
        await using NpgsqlCommand command = new(statement, connection);
        foreach (object argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
