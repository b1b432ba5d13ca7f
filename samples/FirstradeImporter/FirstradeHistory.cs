using System.Globalization;
using System.Text.RegularExpressions;

namespace FirstradeImporter;

/// <summary>
/// Firstrade's account history. Its rows are not in the order of execution; the time of day stands in the description,
/// in New York time.
/// </summary>
internal sealed partial class FirstradeHistory : ITradeImporter
{
    private static readonly string[] Headings =
        ["Symbol", "Quantity", "Price", "Action", "Description", "TradeDate", "Commission", "Fee", "RecordType"];

    public string Id => "firstrade_history";

    public Text Name => Text.Of("Firstrade account history", zh: "Firstrade 账户历史");

    public ImportRecognition? Recognise(IImportSource source) =>
        source.Head.Count > 0 && Columns(source.Head[0]) is not null ? new ImportRecognition(100) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        Dictionary<string, int>? columns = null;
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (columns is null)
            {
                columns = Columns(row) ?? throw new ProblemException(422, "header_missing", "The first line must hold Firstrade's column names.");
                continue;
            }

            yield return ReadRow(row, columns);
        }
    }

    private static ImportItem ReadRow(ImportRow row, Dictionary<string, int> columns)
    {
        string Cell(string name) => columns[name] < row.Cells.Count ? row.Cells[columns[name]].Trim() : string.Empty;

        bool? isBuy = Cell("Action").ToUpperInvariant() switch { "BUY" => true, "SELL" => false, _ => null };
        if (isBuy is null || !Cell("RecordType").Equals("Trade", StringComparison.OrdinalIgnoreCase))
        {
            return new SkippedRow(row.Line, "not_a_trade", Text.Of("The row is no trade.", zh: "该行不是交易。"));
        }

        if (!Number(Cell("Quantity"), out decimal quantity) || quantity == 0)
        {
            return Faulty(row, "Quantity", "number_invalid");
        }

        if (!Number(Cell("Price"), out decimal price))
        {
            return Faulty(row, "Price", "number_invalid");
        }

        if (!Time(Cell("TradeDate"), Cell("Description"), out DateTimeOffset executedAt))
        {
            return Faulty(row, "TradeDate", "date_invalid");
        }

        return new ImportedExecution(row.Line, Cell("Symbol"), isBuy.Value, Math.Abs(quantity), price, executedAt)
        {
            Fee = Math.Abs(Optional(Cell("Commission"))) + Math.Abs(Optional(Cell("Fee"))),
            Currency = "USD",
            Kind = InstrumentKind.Stock,
        };
    }

    private static Dictionary<string, int>? Columns(ImportRow row)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < row.Cells.Count; i++)
        {
            columns.TryAdd(row.Cells[i].Trim().Trim('\uFEFF'), i);
        }

        return Headings.All(columns.ContainsKey) ? columns : null;
    }

    private static bool Time(string date, string description, out DateTimeOffset executedAt)
    {
        executedAt = default;
        Match clock = ExecutionTime().Match(description);
        if (!DateOnly.TryParseExact(date, ["yyyy-MM-dd", "MM/dd/yyyy", "M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return false;
        }

        TimeOnly time = clock.Success && TimeOnly.TryParse(clock.Groups[1].Value, CultureInfo.InvariantCulture, out TimeOnly stated) ? stated : new TimeOnly(16, 0);
        DateTime local = day.ToDateTime(time);
        executedAt = new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("America/New_York").GetUtcOffset(local));
        return true;
    }

    private static FaultyRow Faulty(ImportRow row, string column, string code) =>
        new(row.Line, column, code, Text.Of($"The column {column} can not be read.", zh: $"无法读取列 {column}。"));

    private static bool Number(string text, out decimal value) =>
        decimal.TryParse(text.Replace("$", string.Empty, StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out value);

    private static decimal Optional(string text) => Number(text, out decimal value) ? value : 0;

    [GeneratedRegex(@"EXEC TIME\s+(\d{1,2}:\d{2}:\d{2}(?:\.\d+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex ExecutionTime();
}
