using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Inference;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Looks at a file without keeping anything of it: what it is, and what its columns seem to be.</summary>
internal sealed class ImportInspector(IExtensions<ITradeImporter> importers, ImportReader reader, ICurrentUser user)
{
    private const int SampleRows = 20;

    /// <summary>Describes a file.</summary>
    /// <exception cref="ProblemException">It holds no rows at all.</exception>
    public async Task<InspectionBody> InspectAsync(IncomingFile incoming, ImportChoices choices, CancellationToken cancellationToken)
    {
        ImportFile file = ImportFile.Open(incoming.Name, incoming.OpenRead, choices.ForReading());
        MappingRow? remembered = choices.Mapping is null && file.IsReadable ? await reader.RememberedAsync(file, cancellationToken) : null;
        ImportChoices? kept = remembered is null ? null : ImportChoices.Parse(remembered.Mapping);
        ColumnMapping? mapping = choices.Mapping ?? kept?.Mapping ?? ColumnInference.Infer(file.Head)?.Mapping;
        (ITradeImporter? importer, ImportNote? refusal) = await RecogniseAsync(file);
        ImportRow? header = Header(file, mapping);
        ImportRow[] sample = [.. file.Head.Where(row => row.Line > (header?.Line ?? 0)).Take(SampleRows)];
        (string? order, string? separator) = Style(choices, kept, mapping, header, sample, file.Delimiter);
        return new InspectionBody
        {
            FileName = incoming.Name,
            Kind = Bodies.Lower(file.Kind),
            Format = importer?.Id,
            FormatName = importer?.Name.For(user.Language),
            Refusal = refusal,
            Encoding = file.Encoding?.WebName ?? string.Empty,
            Delimiter = file.Kind == Import.Reading.SourceKind.Delimited ? file.Delimiter.ToString() : string.Empty,
            DateOrder = order,
            DecimalSeparator = separator,
            HeaderLine = header?.Line ?? 0,
            Headings = header?.Cells ?? [],
            Rows = [.. sample.Select(row => row.Cells)],
            Fingerprint = HeadingPrint.Of(header?.Cells ?? []),
            SuggestedMapping = mapping,
            Remembered = remembered is not null,
            Fields = ColumnMapping.Fields,
        };
    }

    private async Task<(ITradeImporter? Importer, ImportNote? Refusal)> RecogniseAsync(ImportFile file)
    {
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        try
        {
            return (FormatRecognition.Find(file, lease.Items.Select(item => item.Value), user.Language), null);
        }
        catch (ProblemException problem) when (file.IsReadable)
        {
            return (null, new ImportNote(problem.Code, problem.Localized?.For(user.Language) ?? problem.Message));
        }
    }

    private static ImportRow? Header(ImportFile file, ColumnMapping? mapping)
    {
        if (mapping?.HasHeader == false)
        {
            return null;
        }

        return file.Head.FirstOrDefault(row => mapping is not null && mapping.Fits(new Headings(row.Cells)))
            ?? file.Head.MaxBy(row => row.Cells.Count(cell => cell.Length > 0 && !char.IsAsciiDigit(cell[0])));
    }

    private static (string? Order, string? Separator) Style(ImportChoices choices, ImportChoices? kept, ColumnMapping? mapping, ImportRow? header, ImportRow[] sample, char delimiter)
    {
        Headings headings = new(header?.Cells ?? []);
        int date = mapping?.Find(headings, "date") ?? -1;
        string[] dates = [.. sample.Where(row => date >= 0 && date < row.Cells.Count).Select(row => row.Cells[date]).Where(TimeText.NeedsOrder)];
        DateOrder[] orders = [.. dates.Select(TimeText.Evidence).OfType<DateOrder>().Distinct()];
        if (dates.Length > 0 && orders.Length == 0 && dates.All(TimeText.IsDotted))
        {
            orders = [DateOrder.DayFirst];
        }

        int[] numbers = mapping is null ? [] : [mapping.Find(headings, "quantity"), mapping.Find(headings, "price"), mapping.Find(headings, "amount")];
        string separator = NumberText.For(sample.SelectMany(row => numbers.Where(column => column >= 0 && column < row.Cells.Count).Select(column => row.Cells[column])), delimiter).DecimalSeparator.ToString();
        string? order = orders is [{ } only] ? only == DateOrder.DayFirst ? "dayFirst" : "monthFirst" : null;
        return (choices.DateOrder ?? kept?.DateOrder ?? order, choices.DecimalSeparator ?? kept?.DecimalSeparator ?? separator);
    }
}
