using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>
/// Reads the database's own catalogue and finds every way in which a tenant could see another's rows: tables without
/// forced policies, keys that do not start with the tenant, views and functions that run with their owner's rights.
/// </summary>
internal static class CatalogueGate
{
    /// <summary>Tables that belong to no tenant, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Shared { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aiwendy.schema_migrations"] = "bookkeeping of the owner; the application has no right on it",
        ["aiwendy.tenants"] = "the directory of tenants; the application may only read it",
        ["aiwendy.data_protection_keys"] = "keys of the installation, wrapped; no data of anybody",
        ["aiwendy.plugin_states"] = "which plugins are switched off; the application has no right on it",
        ["aiwendy.plugin_packages"] = "packages of plugins, for every replica; the application has no right on it",
        ["aiwendy.plugin_package_parts"] = "bytes of the packages; the application has no right on it",
        ["aiwendy.plugin_installations"] = "which packages are installed; the application has no right on it",
        ["aiwendy.plugin_generation"] = "one number; the application has no right on it",
        ["aiwendy.publisher_keys"] = "public keys that the installation trusts; the application has no right on it",
        ["aiwendy.installation"] = "the installation itself, one row; the application has no right on it",
        ["aiwendy.licences"] = "licences of the installation; the application has no right on it",
        ["aiwendy.rate_limits"] = "counts under hashes of who and what; no data of anybody",
        ["aiwendy.nodes"] = "processes that execute runs; no data of anybody",
        ["aiwendy.run_directory"] = "which process executes which run, ids only; the application has no right on it",
    };

    /// <summary>Tables of other owners within our schemas, by prefix, each with the reason.</summary>
    private static readonly (string Prefix, string Reason)[] SharedPrefixes =
    [
        ("quartz.qrtz_", "the job scheduler's own tables; the tenant travels in the job's data"),
    ];

    /// <summary>Name of Entity Framework's bookkeeping in every plugin's schema; only the owner writes it.</summary>
    private const string PluginMigrations = "__migrations";

    /// <summary>Every fault; empty when every table is closed.</summary>
    /// <param name="owner">Connection of the role that owns the schemas.</param>
    /// <param name="applicationRole">Name of the application role.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public static async Task<IReadOnlyList<CatalogueFault>> FindAsync(NpgsqlConnection owner, string applicationRole, CancellationToken cancellationToken)
    {
        List<CatalogueFault> faults = [];
        await using NpgsqlBatch batch = new(owner);
        foreach (string query in CatalogueQueries.All)
        {
            NpgsqlBatchCommand command = new(query);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = applicationRole });
            batch.BatchCommands.Add(command);
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                string name = reader.GetString(0);
                if (!IsShared(name))
                {
                    faults.Add(new CatalogueFault(name, reader.GetString(1)));
                }
            }
        }
        while (await reader.NextResultAsync(cancellationToken));
        return faults;
    }

    private static bool IsShared(string table) =>
        Shared.ContainsKey(table)
        || table.EndsWith("." + PluginMigrations, StringComparison.Ordinal)
        || Array.Exists(SharedPrefixes, shared => table.StartsWith(shared.Prefix, StringComparison.Ordinal));
}
