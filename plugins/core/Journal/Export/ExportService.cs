using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Formats of an export.</summary>
internal enum ExportFormat
{
    /// <summary>One table as delimited text.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>One JSON object, with the pictures of the trades.</summary>
    Json,

    /// <summary>The same as an archive of JSON files, none of which is larger than an import takes.</summary>
    Zip,
}

/// <summary>Writes the caller's journal row by row as the database sends it, so that memory does not grow with the journal.</summary>
internal sealed class ExportService(ITenantDatabase database, ICurrentUser user)
{
    private const int BytesBetweenDrains = 256 * 1024;
    private const int QuerySeconds = 600;

    /// <summary>Writes the export to a stream.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="filter">Which closed trades, with their fills; <see langword="null"/> for everything there is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task WriteAsync(Stream output, ExportFormat format, TradeFilter? filter, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand probe = transaction.Command(string.Empty).With(user.Id);
        string? conditions = filter?.Conditions(probe, user.Id);
        IReadOnlyList<ExportTable> tables = ExportTables.Of(conditions, withPictures: format is ExportFormat.Json or ExportFormat.Zip);
        await using DrainStream drain = new(output);
        using IExportWriter writer = format switch
        {
            ExportFormat.Csv => new CsvExport(drain, tables),
            ExportFormat.Xlsx => new XlsxExport(drain),
            ExportFormat.Zip => new ZipExport(drain),
            _ => new JsonExport(drain),
        };
        if (format == ExportFormat.Zip)
        {
            tables = [.. tables.OrderByDescending(table => ExportKinds.IsSetting(table.Kind))];
        }

        foreach (ExportTable table in tables)
        {
            writer.Begin(table);
            await using NpgsqlCommand command = transaction.Command(table.Sql);
            command.CommandTimeout = QuerySeconds;
            CopyParameters(command, table, filter);
            await WriteRowsAsync(command, table, writer, drain, cancellationToken);
        }

        writer.End();
        await drain.DrainAsync(cancellationToken);
    }

    /// <summary>Reads the name of a format.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static ExportFormat Format(string? name) => name?.ToLowerInvariant() switch
    {
        "csv" => ExportFormat.Csv,
        "xlsx" => ExportFormat.Xlsx,
        "json" => ExportFormat.Json,
        "zip" => ExportFormat.Zip,
        _ => throw ProblemException.Invalid("format", Text.Of("“format” must be one of: csv, xlsx, json, zip.", "“format”必须是以下之一：csv, xlsx, json, zip。")),
    };

    // The person is $1 of every query; those about trades have the filter's parameters behind it.
    private void CopyParameters(NpgsqlCommand command, ExportTable table, TradeFilter? filter)
    {
        command.With(user.Id);
        if (table.Kind is ExportKinds.Trade or ExportKinds.Execution or ExportKinds.Screenshot)
        {
            _ = filter?.Conditions(command, user.Id);
        }
    }

    private static async Task WriteRowsAsync(
        NpgsqlCommand command, ExportTable table, IExportWriter writer, DrainStream drain, CancellationToken cancellationToken)
    {
        object?[] values = new object?[table.Columns.Count];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = await reader.IsDBNullAsync(i, cancellationToken) ? null : table.Columns[i].Type == ExportType.Day ? reader.GetFieldValue<DateOnly>(i) : reader.GetValue(i);
            }

            writer.Write(values);
            if (drain.Waiting >= BytesBetweenDrains)
            {
                await drain.DrainAsync(cancellationToken);
            }
        }

        await drain.DrainAsync(cancellationToken);
    }
}
