using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Export;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Formats;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>A file that was read.</summary>
/// <param name="File">The file.</param>
/// <param name="Format">Id of the format.</param>
/// <param name="FormatName">What people call it.</param>
/// <param name="Choices">What was overruled, a remembered mapping included.</param>
/// <param name="Parsed">What it holds.</param>
internal sealed record ReadImport(ImportFile File, string Format, Text FormatName, ImportChoices Choices, ParsedImport Parsed);

/// <summary>Finds out how a file is to be read, and reads it.</summary>
internal sealed class ImportReader(IExtensions<ITradeImporter> importers, MappingStore mappings, ITenantDatabase database, ICurrentUser user)
{
    /// <summary>Reads an uploaded file: as the user says, else as he said for the same headings before, else as the recognition says.</summary>
    /// <exception cref="ProblemException">The file can not be read, or nobody knows its format.</exception>
    public async Task<ReadImport> ReadAsync(IncomingFile incoming, ImportChoices choices, ImportOptions options, CancellationToken cancellationToken)
    {
        ImportFile file = ImportFile.Open(incoming.Name, incoming.OpenRead, choices.ForReading());
        if (choices.Mapping is null && await RememberedAsync(file, cancellationToken) is { } remembered)
        {
            ImportChoices kept = ImportChoices.Parse(remembered.Mapping);
            choices = kept with { Encoding = choices.Encoding ?? kept.Encoding, DateOrder = choices.DateOrder ?? kept.DateOrder, DecimalSeparator = choices.DecimalSeparator ?? kept.DecimalSeparator };
            file = ImportFile.Open(incoming.Name, incoming.OpenRead, choices.ForReading());
        }

        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        ITradeImporter importer = choices.Mapping is { } mapping ? Mapped(mapping, file) : FormatRecognition.Find(file, lease.Items.Select(item => item.Value), user.Language);
        return new ReadImport(file, importer.Id, importer.Name, choices, ImportParser.Parse(file, importer, options, cancellationToken));
    }

    /// <summary>Reads a kept file again, as it was read before.</summary>
    public async Task<ParsedImport> ReadAgainAsync(BatchRow batch, byte[] content, CancellationToken cancellationToken)
    {
        ImportChoices choices = ImportChoices.Parse(batch.Choices);
        ImportFile file = ImportFile.Open(batch.FileName, () => new MemoryStream(content, writable: false), choices.ForReading());
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        ITradeImporter importer = choices.Mapping is { } mapping
            ? Mapped(mapping, file)
            : lease.Items.Select(item => item.Value).FirstOrDefault(candidate => candidate.Id == batch.Format && candidate.Recognise(file) is { Refusal: null })
                ?? lease.Items.Select(item => item.Value).FirstOrDefault(candidate => candidate.Id == batch.Format)
                ?? throw new ProblemException(422, "format_not_recognised", Text.Of($"The format {batch.Format} is not available any more. Activate its plugin and try again.", $"格式 {batch.Format} 已不可用。请启用它的插件后重试。"));
        return ImportParser.Parse(file, importer, new ImportOptions(TimeZones.Find(batch.TimeZone), batch.Currency), cancellationToken);
    }

    /// <summary>What was said about a file with the same headings, or <see langword="null"/>.</summary>
    public async Task<MappingRow?> RememberedAsync(ImportFile file, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> prints = HeadingPrint.Of(file.Head);
        if (prints.Count == 0)
        {
            return null;
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await mappings.FindAsync(transaction, prints, cancellationToken);
    }

    /// <summary>The cells of some rows of a kept file.</summary>
    public static Dictionary<int, IReadOnlyList<string>> RawRows(BatchRow batch, byte[] content, IEnumerable<int> lines)
    {
        HashSet<int> wanted = [.. lines];
        int last = wanted.Max();
        ImportFile file = ImportFile.Open(batch.FileName, () => new MemoryStream(content, writable: false), ImportChoices.Parse(batch.Choices).ForReading());
        Dictionary<int, IReadOnlyList<string>> raw = [];
        if (batch.Format == ExportKinds.Format)
        {
            // The rows of an export are counted within their kind.
            foreach (ExportRecord record in ExportReader.Read(file).Where(record => record.Kind == ExportKinds.Execution && wanted.Contains(record.Row)))
            {
                raw.TryAdd(record.Row, [.. record.Values.Values]);
            }

            return raw;
        }

        foreach (ImportRow row in file.ReadRows().TakeWhile(row => row.Line <= last))
        {
            if (wanted.Contains(row.Line))
            {
                raw.TryAdd(row.Line, row.Cells);
            }
        }

        return raw;
    }

    private static MappedTable Mapped(ColumnMapping mapping, ImportFile file)
    {
        MappedTable table = MappedTable.Of(mapping);
        if (mapping.HasHeader != false && table.Recognise(file) is null)
        {
            throw ProblemException.Invalid("mapping", new Text("“mapping” names columns that the file does not have.", "“mapping”中的列在文件里不存在。"));
        }

        return table;
    }
}
