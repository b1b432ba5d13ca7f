using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>
/// Takes an export in for another person or installation, all or nothing. Rows that are there already stay as they are,
/// so that the same export can be taken in twice. An id that somebody else's row has is replaced, everywhere, by one that
/// follows from it.
/// </summary>
internal sealed class PersonalImport(
    ITenantDatabase database,
    ITenantContext tenant,
    IExtensions<IPersonalData> contributions,
    IExtensions<PersonalTable> rules)
{
    private const int BatchRows = 500;
    private const int BatchCharacters = 4 * 1024 * 1024;

    public async Task<ImportSummary> ReadAsync(Guid userId, Stream content, CancellationToken cancellationToken)
    {
        await using ImportArchive archive = await ImportArchive.OpenAsync(content, cancellationToken);
        archive.Renamed[archive.UserId.ToString("D")] = userId.ToString("D");
        long added = 0;
        long present = 0;
        await using (IExtensionLease<PersonalTable> lease = rules.Acquire())
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            List<DataTable> tables = [.. (await TableCatalogue.ReadAsync(transaction, lease.Items, cancellationToken)).Where(table => table.IsImported)];
            foreach (DataTable table in tables.Where(table => table.HasId))
            {
                await RenameTakenAsync(archive, transaction, table, userId, cancellationToken);
            }

            foreach (DataTable table in tables)
            {
                (long rows, long inserted) = await ImportTableAsync(archive, transaction, table, userId, cancellationToken);
                added += inserted;
                present += rows - inserted;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await using (IExtensionLease<IPersonalData> lease = contributions.Acquire())
        {
            foreach (Extension<IPersonalData> contribution in lease.Items)
            {
                await contribution.Value.ImportAsync(userId, archive, cancellationToken);
            }
        }

        return new ImportSummary(added, present);
    }

    /// <summary>Finds ids of the archive that belong to somebody else's rows here.</summary>
    private static async Task RenameTakenAsync(
        ImportArchive archive, TenantTransaction transaction, DataTable table, Guid userId, CancellationToken cancellationToken)
    {
        List<Guid> ids = [];
        await foreach (JsonObject row in archive.ReadRowsAsync(table.Name, cancellationToken))
        {
            if (Guid.TryParse(row["id"]?.ToString(), out Guid id))
            {
                ids.Add(id);
            }
        }

        if (ids.Count == 0)
        {
            return;
        }

        await using NpgsqlCommand command = transaction.Command($"select t.id from {table.Sql} t where t.id = any ($2) and not {table.OwnedBy("t")}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Guid id = reader.GetGuid(0);
            archive.Renamed[id.ToString("D")] = Derive(userId, id).ToString("D");
        }
    }

    private static Guid Derive(Guid userId, Guid id)
    {
        byte[] hash = SHA256.HashData([.. userId.ToByteArray(bigEndian: true), .. id.ToByteArray(bigEndian: true)]);

        // Version 8: made by a rule of one's own. The time stays in front, so that the order of ids stays.
        byte[] bytes = [.. id.ToByteArray(bigEndian: true).AsSpan(0, 6), .. hash.AsSpan(0, 10)];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private async Task<(long Rows, long Inserted)> ImportTableAsync(
        ImportArchive archive, TenantTransaction transaction, DataTable table, Guid userId, CancellationToken cancellationToken)
    {
        JsonArray batch = [];
        int characters = 0;
        long rows = 0;
        long inserted = 0;
        await foreach (JsonObject row in archive.ReadRowsAsync(table.Name, cancellationToken))
        {
            characters += await PrepareAsync(archive, table, row, userId, cancellationToken);
            rows++;
            batch.Add((JsonNode)row);
            if (batch.Count >= BatchRows || characters >= BatchCharacters)
            {
                inserted += await InsertAsync(archive, transaction, table, batch, userId, cancellationToken);
                batch = [];
                characters = 0;
            }
        }

        if (batch.Count > 0)
        {
            inserted += await InsertAsync(archive, transaction, table, batch, userId, cancellationToken);
        }

        return (rows, inserted);
    }

    private async Task<int> PrepareAsync(
        ImportArchive archive, DataTable table, JsonObject row, Guid userId, CancellationToken cancellationToken)
    {
        int characters = 200;
        row["tenant_id"] = tenant.TenantId;
        if (table.HasUser)
        {
            row["user_id"] = userId;
        }

        foreach (DataColumn file in table.Files)
        {
            if (row[file.Name] is JsonObject reference)
            {
                byte[] bytes = await archive.ReadFileAsync(reference["$file"]?.ToString() ?? string.Empty, cancellationToken) ?? throw ImportArchive.Invalid();
                row[file.Name] = "\\x" + Convert.ToHexString(bytes);
                characters += 2 * bytes.Length;
            }
        }

        return characters;
    }

    private static async Task<long> InsertAsync(
        ImportArchive archive, TenantTransaction transaction, DataTable table, JsonArray batch, Guid userId, CancellationToken cancellationToken)
    {
        string json = batch.ToJsonString(ArchiveJson.Compact);
        HashSet<string> given = [.. batch.SelectMany(row => row!.AsObject().Select(pair => pair.Key))];
        string[] columns = [.. table.Columns.Where(column => !column.IsGenerated && given.Contains(column.Name)).Select(column => DataTable.Quote(column.Name))];
        string list = string.Join(", ", columns);
        string values = string.Join(", ", columns.Select(column => "r." + column));

        // A parent must be the person's own: an archive is no way into somebody else's rows.
        string parents = string.Concat(table.Links.Select(link =>
            $" and ({string.Join(" or ", link.Near.Select(column => $"r.{DataTable.Quote(column)} is null"))}"
            + $" or exists (select 1 from {link.Parent.Sql} p where {link.On("r", "p")} and {link.Parent.OwnedBy("p")}))"));
        try
        {
            await AdoptAsync(archive, transaction, table, json, userId, cancellationToken);
            await using NpgsqlCommand command = transaction.Command($"""
                insert into {table.Sql} ({list})
                select {values} from jsonb_populate_recordset(null::{table.Sql}, $2) r where $1::uuid is not null{parents}
                on conflict do nothing
                """);
            Add(command, userId, json);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new ProblemException(400, "archive_invalid", Text.Of(
                $"The table {table.Name} of the export does not fit this installation.",
                $"导出文件中的数据表 {table.Name} 与此系统不兼容。"));
        }
    }

    /// <summary>
    /// Where the person has the same thing under another id, such as an account that every journal begins with, what
    /// follows in the archive means that one.
    /// </summary>
    private static async Task AdoptAsync(
        ImportArchive archive, TenantTransaction transaction, DataTable table, string json, Guid userId, CancellationToken cancellationToken)
    {
        foreach (string[] key in table.HasId && table.HasUser ? table.Uniques.Where(key => key.Contains("user_id")) : [])
        {
            string same = string.Join(" and ", key.Select(column => $"t.{DataTable.Quote(column)} = r.{DataTable.Quote(column)}"));
            await using NpgsqlCommand command = transaction.Command(
                $"select r.id, t.id from jsonb_populate_recordset(null::{table.Sql}, $2) r join {table.Sql} t on {same} where t.user_id = $1 and t.id <> r.id");
            Add(command, userId, json);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                archive.Renamed[reader.GetGuid(0).ToString("D")] = reader.GetGuid(1).ToString("D");
            }
        }
    }

    private static void Add(NpgsqlCommand command, Guid userId, string json)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb });
    }
}

/// <summary>What an import did.</summary>
/// <param name="Added">Rows that are new here.</param>
/// <param name="Present">Rows that were here already.</param>
internal sealed record ImportSummary(long Added, long Present);
