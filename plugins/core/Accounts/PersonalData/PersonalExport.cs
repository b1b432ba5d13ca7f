using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>
/// Writes everything of a person into one zip: JSON lines for each table with a description of its columns, binary
/// columns as files, and a page to read it.
/// </summary>
internal sealed class PersonalExport(
    ITenantDatabase database,
    IExtensions<IPersonalData> contributions,
    IExtensions<PersonalTable> rules,
    IEnumerable<IPersonalData> host,
    IDeployment deployment,
    ICurrentUser caller,
    TimeProvider time)
{
    public const string Format = "aiwendy-personal-data";
    public const int FormatVersion = 1;

    private const int HeadBytes = 12;

    public async Task WriteAsync(Guid userId, Stream target, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using ZipArchive zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        ExportIndex index = new(now, caller.Language);
        await using (IExtensionLease<PersonalTable> lease = rules.Acquire())
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            foreach (DataTable table in (await TableCatalogue.ReadAsync(transaction, lease.Items, cancellationToken)).Where(table => !table.IsDerived))
            {
                await WriteTableAsync(zip, index, transaction, table, userId, cancellationToken);
            }
        }

        await using (IExtensionLease<IPersonalData> lease = contributions.Acquire())
        {
            ArchiveWriter writer = new(zip, index);
            foreach (IPersonalData part in lease.Items.Select(contribution => contribution.Value).Concat(host))
            {
                await part.ExportAsync(userId, writer, cancellationToken);
            }
        }

        JsonObject manifest = new()
        {
            ["format"] = Format,
            ["version"] = FormatVersion,
            ["product"] = deployment.Version,
            ["exportedAt"] = now,
            ["userId"] = userId,
            ["tables"] = index.Tables(),
        };
        await PutAsync(zip, "manifest.json", manifest.ToJsonString(ArchiveJson.Readable), cancellationToken);
        await PutAsync(zip, "index.html", index.Page(), cancellationToken);
    }

    private static async Task WriteTableAsync(
        ZipArchive zip, ExportIndex index, TenantTransaction transaction, DataTable table, Guid userId, CancellationToken cancellationToken)
    {
        string[] key = [.. table.Key];
        DataColumn[] files = [.. table.Files];
        List<(string Path, string Column, JsonObject Key)> content = [];
        await using (NpgsqlCommand command = Rows(transaction, table, userId, key, files))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                return;
            }

            index.Begin(table.Name);
            await using Stream stream = await zip.CreateEntry($"data/{table.Name}.jsonl", CompressionLevel.Optimal).OpenAsync(cancellationToken);
            await using StreamWriter lines = new(stream, ArchiveJson.Utf8);
            do
            {
                JsonObject row = JsonNode.Parse(reader.GetString(0))!.AsObject();
                NameFiles(reader, table, row, key, files, content);
                index.Add(row);
                await lines.WriteLineAsync(row.ToJsonString(ArchiveJson.Compact).AsMemory(), cancellationToken);
            }
            while (await reader.ReadAsync(cancellationToken));
        }

        await PutAsync(zip, $"data/{table.Name}.schema.json", Describe(table).ToJsonString(ArchiveJson.Readable), cancellationToken);
        foreach ((string path, string column, JsonObject at) in content)
        {
            await WriteFileAsync(zip, transaction, table, userId, path, column, at, cancellationToken);
        }
    }

    private static NpgsqlCommand Rows(TenantTransaction transaction, DataTable table, Guid userId, string[] key, DataColumn[] files)
    {
        string[] shown = [.. table.Exported.Where(column => !column.IsBinary).Select(column => column.Name)];
        string heads = string.Concat(files.Select(file => $", substring(t.{DataTable.Quote(file.Name)} from 1 for {HeadBytes})"));
        string order = key.Length > 0 ? " order by " + string.Join(", ", key.Select(column => $"t.{DataTable.Quote(column)}")) : string.Empty;
        string object_ = string.Join(", ", shown.Select(column => $"t.{DataTable.Quote(column)}"));
        NpgsqlCommand command = transaction.Command(
            $"select (select row_to_json(r) from (select {object_}) r)::text{heads} from {table.Sql} t where {table.OwnedBy("t")}{order}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        return command;
    }

    private static void NameFiles(
        NpgsqlDataReader reader, DataTable table, JsonObject row, string[] key, DataColumn[] files, List<(string, string, JsonObject)> content)
    {
        for (int number = 0; number < files.Length; number++)
        {
            if (reader.IsDBNull(number + 1))
            {
                row[files[number].Name] = null;
                continue;
            }

            JsonObject at = [];
            foreach (string column in key)
            {
                at[column] = row[column]?.DeepClone();
            }

            string place = string.Join('_', at.Select(pair => ArchiveJson.FileName(pair.Value?.ToString())));
            string path = $"files/{table.Name}/{place}.{files[number].Name}{ArchiveJson.Extension(reader.GetFieldValue<byte[]>(number + 1))}";
            row[files[number].Name] = new JsonObject { ["$file"] = path };
            content.Add((path, files[number].Name, at));
        }
    }

    private static async Task WriteFileAsync(
        ZipArchive zip,
        TenantTransaction transaction,
        DataTable table,
        Guid userId,
        string path,
        string column,
        JsonObject at,
        CancellationToken cancellationToken)
    {
        string[] keys = [.. at.Select(pair => pair.Key)];
        string where = string.Concat(keys.Select((key, number) => FormattableString.Invariant($" and t.{DataTable.Quote(key)}::text = ${number + 2}")));
        await using NpgsqlCommand command = transaction.Command(
            $"select t.{DataTable.Quote(column)} from {table.Sql} t where {table.OwnedBy("t")}{where}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        foreach (string key in keys)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = at[key]?.ToString() ?? string.Empty });
        }

        if (await command.ExecuteScalarAsync(cancellationToken) is byte[] bytes)
        {
            await using Stream stream = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(cancellationToken);
            await stream.WriteAsync(bytes, cancellationToken);
        }
    }

    private static JsonObject Describe(DataTable table) => new()
    {
        ["table"] = table.Name,
        ["columns"] = new JsonArray([.. table.Exported.Select(column => (JsonNode)new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Type,
            ["nullable"] = !column.IsNotNull,
            ["key"] = column.IsKey,
        })]),
        ["references"] = new JsonArray([.. table.Links.Select(link => (JsonNode)new JsonObject
        {
            ["table"] = link.Parent.Name,
            ["columns"] = new JsonArray([.. link.Near.Where(column => column != "tenant_id").Select(column => (JsonNode)column)]),
        })]),
    };

    private static async Task PutAsync(ZipArchive zip, string path, string text, CancellationToken cancellationToken)
    {
        await using Stream stream = await zip.CreateEntry(path, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await stream.WriteAsync(ArchiveJson.Utf8.GetBytes(text), cancellationToken);
    }
}

/// <summary>Takes what plugins export themselves.</summary>
internal sealed class ArchiveWriter(ZipArchive zip, ExportIndex index) : IPersonalDataWriter
{
    public async Task WriteRowsAsync(string name, IAsyncEnumerable<JsonObject> rows, CancellationToken cancellationToken)
    {
        index.Begin(name);
        await using Stream stream = await zip.CreateEntry($"data/{ArchiveJson.FileName(name)}.jsonl", CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await using StreamWriter lines = new(stream, ArchiveJson.Utf8);
        await foreach (JsonObject row in rows.WithCancellation(cancellationToken))
        {
            index.Add(row);
            await lines.WriteLineAsync(row.ToJsonString(ArchiveJson.Compact).AsMemory(), cancellationToken);
        }
    }
}
