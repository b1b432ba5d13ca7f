using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Makes something of a row; a fault of the cells replaces every item that it adds.</summary>
internal delegate void RowReader(RowCells cells, List<ImportItem> items);

/// <summary>
/// Base of formats that are one table with a header, after any number of lines of preamble. Decides the number style and
/// the order of day and month from the file before it reads rows.
/// </summary>
internal abstract class TableImporter : ITradeImporter
{
    private const int StyleRows = 2000;

    public abstract string Id { get; }

    public abstract Text Name { get; }

    public ImportRecognition? Recognise(IImportSource source)
    {
        ImportRecognition? best = null;
        foreach (ImportRow row in source.Head)
        {
            if (row.Cells.Count > 2 && Match(new Headings(row.Cells)) is { } match && match.Score > (best?.Score ?? 0))
            {
                best = match;
            }
        }

        return best;
    }

    public virtual IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        int headerLine = HeaderLine(source);
        Headings headings = new(source.Head.First(row => row.Line == headerLine).Cells);
        TableStyle style = Decide(source, headerLine, headings, options, out ImportWarning? warning);
        if (warning is not null)
        {
            yield return warning;
        }

        foreach (ImportItem item in ReadTable(source, headerLine, headings, style, cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>How well a row of headings fits, or <see langword="null"/>.</summary>
    protected abstract ImportRecognition? Match(Headings headings);

    /// <summary>Columns whose values show how numbers are written.</summary>
    protected abstract int[] NumberColumns(Headings headings);

    /// <summary>The column with the date, or -1.</summary>
    protected abstract int DateColumn(Headings headings);

    /// <summary>Finds the columns once and returns what reads each row.</summary>
    protected abstract RowReader Prepare(Headings headings);

    /// <summary>The same, for formats that must look over all rows of the table before they read one.</summary>
    protected virtual RowReader Prepare(Headings headings, TableStyle style, Func<IEnumerable<ImportRow>> rows) => Prepare(headings);

    /// <summary>All columns whose values show the order of day and month.</summary>
    protected virtual int[] DateColumns(Headings headings) => [DateColumn(headings)];

    /// <summary>Order of day and month where no date of the file shows it.</summary>
    protected virtual DateOrder DefaultOrder(Headings headings) => DateOrder.MonthFirst;

    /// <summary>Creates a skipped row.</summary>
    protected static SkippedRow Skip(int line, string reason, string en, string zh) => new(line, reason, new Text(en, zh));

    private int HeaderLine(IImportSource source)
    {
        ImportRow? best = null;
        int score = 0;
        foreach (ImportRow row in source.Head)
        {
            if (row.Cells.Count > 2 && Match(new Headings(row.Cells)) is { } match && match.Score > score)
            {
                (best, score) = (row, match.Score);
            }
        }

        return best?.Line ?? throw new InvalidOperationException($"{Id} was asked to read a file that it does not recognise.");
    }

    private IEnumerable<ImportItem> ReadTable(IImportSource source, int headerLine, Headings headings, TableStyle style, CancellationToken cancellationToken)
    {
        RowReader read = Prepare(headings, style, () => Rows(source, headerLine));
        List<ImportItem> items = [];
        foreach (ImportRow row in Rows(source, headerLine))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NoData(row, headings) is { } skipped)
            {
                yield return skipped;
                continue;
            }

            RowCells cells = new(row, headings, style);
            items.Clear();
            read(cells, items);
            if (cells.Warning is { } warning)
            {
                yield return warning;
            }

            if (cells.Fault is { } fault)
            {
                yield return fault;
                continue;
            }

            foreach (ImportItem item in items)
            {
                yield return item;
            }
        }
    }

    // The rows below the headings, up to the next sheet.
    private static IEnumerable<ImportRow> Rows(IImportSource source, int headerLine)
    {
        ImportFile? file = WithHeader.FileOf(source);
        foreach (ImportRow row in source.ReadRows())
        {
            if (row.Line <= headerLine || row.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (file is not null && file.IsSectionStart(row.Line))
            {
                yield break;
            }

            yield return row;
        }
    }

    // Headings repeated within the data, and lines with a single text such as a footer.
    private static SkippedRow? NoData(ImportRow row, Headings headings)
    {
        if (row.Cells.Count == headings.Cells.Count && row.Cells[0].Equals(headings.Cells[0], StringComparison.OrdinalIgnoreCase) && row.Cells.SequenceEqual(headings.Cells, StringComparer.OrdinalIgnoreCase))
        {
            return Skip(row.Line, "heading", "The headings are repeated here.", "此处重复了表头。");
        }

        return headings.Cells.Count > 3 && row.Cells.Count(cell => cell.Length > 0) == 1
            ? Skip(row.Line, "note", "The line holds a single text, no trade.", "该行只有一段文字，不是成交。")
            : null;
    }

    private TableStyle Decide(IImportSource source, int headerLine, Headings headings, ImportOptions options, out ImportWarning? warning)
    {
        int[] numberColumns = NumberColumns(headings);
        int[] dateColumns = [.. DateColumns(headings).Where(column => column >= 0)];
        List<string> numbers = [];
        HashSet<DateOrder> orders = [];
        bool needsOrder = false;
        bool dotted = true;
        int rows = 0;
        foreach (ImportRow row in Rows(source, headerLine))
        {
            if (rows++ < StyleRows)
            {
                numbers.AddRange(numberColumns.Where(column => column >= 0 && column < row.Cells.Count).Select(column => row.Cells[column]));
            }

            foreach (int column in dateColumns)
            {
                if (column < row.Cells.Count && TimeText.NeedsOrder(row.Cells[column]))
                {
                    needsOrder = true;
                    dotted &= TimeText.IsDotted(row.Cells[column]);
                    if (TimeText.Evidence(row.Cells[column]) is { } evidence)
                    {
                        orders.Add(evidence);
                    }
                }
            }

            if (rows > StyleRows && !needsOrder)
            {
                break;
            }
        }

        ImportFile? file = WithHeader.FileOf(source);
        DateOrder order = file?.Choices.Order ?? (orders.Count == 1 ? orders.Single() : dotted ? DateOrder.DayFirst : DefaultOrder(headings));
        bool isCertain = orders.Count == 1 || (orders.Count == 0 && dotted);
        warning = file?.Choices.Order is not null || !needsOrder || isCertain ? null : Ambiguous(order, mixed: orders.Count > 1);
        NumberText style = file?.Choices.DecimalSeparator is { } separator ? new NumberText(separator) : NumberText.For(numbers, file?.Delimiter ?? ',');
        if (file is not null)
        {
            file.Style = new DetectedStyle(style.DecimalSeparator, needsOrder ? order : null, headerLine);
        }

        return new TableStyle(style, order, options);
    }

    private static ImportWarning Ambiguous(DateOrder order, bool mixed)
    {
        (string en, string zh) = order == DateOrder.MonthFirst ? ("month first", "月在前") : ("day first", "日在前");
        return mixed
            ? new ImportWarning(0, "dates_mixed", new Text($"Some dates are written day first, others month first. They were read {en}; the rest is listed as errors.", $"有的日期日在前，有的月在前。已按{zh}读取，其余列为错误。"))
            : new ImportWarning(0, "dates_ambiguous", new Text($"No date shows whether the day or the month comes first. They were read {en}.", $"没有日期能看出日在前还是月在前。已按{zh}读取。"));
    }
}
