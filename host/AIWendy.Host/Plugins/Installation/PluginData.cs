using System.IO.Compression;
using System.Text;
using AIWendy.Host.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>
/// What a plugin keeps in the database: looks at it, copies it out, drops it. Row-level security holds for the owner of
/// the tables too, so that rows are counted and copied tenant by tenant.
/// </summary>
internal sealed class PluginData(IHostDatabase database)
{
    private const string History = "__migrations";

    private static readonly string[] Reserved = ["aiwendy", "quartz", "public"];

    /// <summary>Tables and their rows; empty when the plugin keeps none.</summary>
    public async Task<IReadOnlyList<TableSize>> TablesAsync(string pluginId, CancellationToken cancellationToken)
    {
        string schema = PluginSchema.OfId(pluginId);
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        IReadOnlyList<Guid> tenants = await TenantsAsync(connection, cancellationToken);
        List<TableSize> sizes = [];
        foreach ((string table, bool owned) in await ListAsync(connection, schema, cancellationToken))
        {
            long rows = 0;
            foreach (Guid tenant in owned ? tenants : [Guid.Empty])
            {
                await using NpgsqlTransaction transaction = await EnterAsync(connection, tenant, cancellationToken);
                rows += (long)(await connection.ScalarAsync($"select count(*) from {Sql.Name(schema)}.{Sql.Name(table)}", cancellationToken))!;
            }

            sizes.Add(new TableSize(table, rows));
        }

        return sizes;
    }

    /// <summary>Whether a plugin of this id would keep its data among the host's own.</summary>
    public static bool IsReserved(string pluginId) => Reserved.Contains(PluginSchema.OfId(pluginId), StringComparer.Ordinal);

    /// <summary>Whether the plugin has a schema.</summary>
    public async Task<bool> ExistsAsync(string pluginId, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        return await connection.ScalarAsync("select to_regnamespace($1) is not null", cancellationToken, Sql.Name(PluginSchema.OfId(pluginId))) is true;
    }

    /// <summary>Writes every table as a CSV file into a zip, without ever holding one in memory.</summary>
    public async Task ExportAsync(string pluginId, Stream target, CancellationToken cancellationToken)
    {
        string schema = PluginSchema.OfId(pluginId);
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        IReadOnlyList<Guid> tenants = await TenantsAsync(connection, cancellationToken);
        await using ZipArchive zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        foreach ((string table, bool owned) in await ListAsync(connection, schema, cancellationToken))
        {
            ZipArchiveEntry entry = zip.CreateEntry(table + ".csv", CompressionLevel.Fastest);
            await using Stream content = await entry.OpenAsync(cancellationToken);
            await using StreamWriter writer = new(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            bool first = true;
            foreach (Guid tenant in owned ? tenants : [Guid.Empty])
            {
                await using NpgsqlTransaction transaction = await EnterAsync(connection, tenant, cancellationToken);
                await CopyAsync(connection, $"copy (select * from {Sql.Name(schema)}.{Sql.Name(table)}) to stdout (format csv, header {(first ? "true" : "false")})", writer, cancellationToken);
                first = false;
            }
        }
    }

    /// <summary>Drops the schema and what the host keeps for the plugin. There is no way back.</summary>
    public async Task DropAsync(string pluginId, CancellationToken cancellationToken)
    {
        if (IsReserved(pluginId))
        {
            throw new InvalidOperationException($"The schema of {pluginId} is the host's.");
        }

        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        foreach (Guid tenant in await TenantsAsync(connection, cancellationToken))
        {
            await using NpgsqlTransaction transaction = await EnterAsync(connection, tenant, cancellationToken);
            await connection.ScalarAsync("delete from aiwendy.plugin_settings where plugin_id = $1", cancellationToken, pluginId);
            await transaction.CommitAsync(cancellationToken);
        }

        await connection.ExecuteAsync($"drop schema if exists {Sql.Name(PluginSchema.OfId(pluginId))} cascade", cancellationToken);
    }

    private static async Task<NpgsqlTransaction> EnterAsync(NpgsqlConnection connection, Guid tenant, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ScalarAsync("select set_config('app.tenant_id', $1, true)", cancellationToken, tenant.ToString("D"));
        return transaction;
    }

    private static async Task<IReadOnlyList<Guid>> TenantsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<Guid> tenants = [];
        await using NpgsqlCommand command = new("select id from aiwendy.tenants order by id", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(reader.GetGuid(0));
        }

        return tenants;
    }

    private static async Task<IReadOnlyList<(string Table, bool Owned)>> ListAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        List<(string, bool)> tables = [];
        await using NpgsqlCommand command = new("""
            select c.relname::text, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $2 order by 1
            """, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = schema });
        command.Parameters.Add(new NpgsqlParameter { Value = History });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add((reader.GetString(0), reader.GetBoolean(1)));
        }

        return tables;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string statement, StreamWriter writer, CancellationToken cancellationToken)
    {
        using TextReader rows = await connection.BeginTextExportAsync(statement, cancellationToken);
        char[] buffer = new char[32 * 1024];
        while (await rows.ReadAsync(buffer, cancellationToken) is int read and > 0)
        {
            await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}

/// <summary>A table and how many rows it has.</summary>
internal sealed record TableSize(string Name, long Rows);
