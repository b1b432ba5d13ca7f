using System.Globalization;

namespace MyImporter;

/// <summary>Reads a table with the columns <c>Time, Ticker, Side, Shares, Price, Fee</c>; change it to your broker's.</summary>
internal sealed class MyImporterFormat : ITradeImporter
{
    private static readonly string[] Headings = ["Time", "Ticker", "Side", "Shares", "Price", "Fee"];

    public string Id => "my_importer";

    public Text Name => "MyImporter";

    public ImportRecognition? Recognise(IImportSource source) =>
        source.Head.Count > 0 && source.Head[0].Cells.SequenceEqual(Headings) ? new ImportRecognition(100) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken) =>
        source.ReadRows().Skip(1).Select(row => ReadRow(row, options));

    private static ImportItem ReadRow(ImportRow row, ImportOptions options)
    {
        if (row.Cells.Count < Headings.Length)
        {
            return new FaultyRow(row.Line, null, "columns_missing", Text.Of("The row is too short.", zh: "该行的列数不足。"));
        }

        if (!DateTime.TryParse(row.Cells[0], CultureInfo.InvariantCulture, out DateTime local))
        {
            return new FaultyRow(row.Line, Headings[0], "date_invalid", Text.Of("The time can not be read.", zh: "无法读取时间。"));
        }

        if (!decimal.TryParse(row.Cells[3], CultureInfo.InvariantCulture, out decimal shares) || shares <= 0
            || !decimal.TryParse(row.Cells[4], CultureInfo.InvariantCulture, out decimal price))
        {
            return new FaultyRow(row.Line, Headings[3], "number_invalid", Text.Of("A number can not be read.", zh: "无法读取数字。"));
        }

        bool isBuy = row.Cells[2].Equals("buy", StringComparison.OrdinalIgnoreCase);
        DateTimeOffset time = new(local, options.TimeZone.GetUtcOffset(local));
        return new ImportedExecution(row.Line, row.Cells[1], isBuy, shares, price, time)
        {
            Fee = decimal.TryParse(row.Cells[5], CultureInfo.InvariantCulture, out decimal fee) ? fee : 0,
        };
    }
}
