using System.Text.RegularExpressions;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// TradingView's list of trades of a strategy: an entry and an exit row for each trade, both with the same result after
/// costs. The instrument stands in the name of the file alone, the currency in a heading.
/// </summary>
internal sealed partial class TradingViewTrades : TableImporter
{
    public override string Id => "tradingview_trades";

    public override Text Name => new("TradingView list of trades", "TradingView 交易列表");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.Find("Trade #") >= 0 && headings.Find("Type") >= 0 && headings.Find("Signal") >= 0 && When(headings) >= 0 && Starting(headings, "price") >= 0
            ? new ImportRecognition(100)
            : null;

    protected override int[] NumberColumns(Headings headings) => [Starting(headings, "price"), Quantity(headings), Result(headings)];

    protected override int DateColumn(Headings headings) => When(headings);

    protected override RowReader Prepare(Headings headings) => throw new NotSupportedException("The rows are read with the name of their file.");

    public override IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        string symbol = SymbolOf(source.FileName);
        foreach (ImportItem item in base.Read(source, options, cancellationToken))
        {
            yield return item is ImportedExecution execution ? execution with { Symbol = symbol } : item;
        }
    }

    protected override RowReader Prepare(Headings headings, TableStyle style, Func<IEnumerable<ImportRow>> rows)
    {
        int number = headings.Find("Trade #");
        int type = headings.Find("Type");
        int price = Starting(headings, "price");
        int quantity = Quantity(headings);
        int result = Result(headings);
        int value = headings.Find("Position size (value)", "Size (value)");
        string? currency = CurrencyText.Code(headings.Cells[price].Split(' ')[^1]);
        Dictionary<string, Leg> waiting = new(StringComparer.Ordinal);
        return (cells, items) =>
        {
            string word = cells.Text(type);
            Leg leg = new(cells.Required(number), word.StartsWith("Entry", StringComparison.OrdinalIgnoreCase), word.Contains("long", StringComparison.OrdinalIgnoreCase), cells.Number(price), Math.Abs(cells.Number(quantity)), cells.Time(When(headings)));
            if (!leg.IsEntry && !word.StartsWith("Exit", StringComparison.OrdinalIgnoreCase))
            {
                cells.Fail(type, "side_unknown", "The type is neither an entry nor an exit.", "类型既不是入场也不是出场。");
            }

            if (cells.Fault is not null)
            {
                return;
            }

            if (!waiting.Remove(leg.Trade, out Leg? other) || other.IsEntry == leg.IsEntry)
            {
                waiting[leg.Trade] = leg;
                items.Add(Skip(cells.Line, "pair", "Counted with the other row of the same trade.", "与同一交易的另一行合并计算。"));
                return;
            }

            (Leg entry, Leg exit) = leg.IsEntry ? (leg, other) : (other, leg);
            decimal notional = entry.Price * entry.Quantity;
            decimal size = cells.NumberOrZero(value);
            decimal multiplier = size > 0 && notional > 0 ? Math.Max(1, Math.Round(size / notional)) : 1;
            new ClosedTradeRow("tv-" + leg.Trade, "?", entry.IsLong, entry.Quantity, entry.Price, exit.Price, entry.At, exit.At)
            {
                Net = cells.NumberOrZero(result),
                Multiplier = multiplier,
                Currency = currency,
            }.AddTo(items, cells.Line);
        };
    }

    private static int When(Headings headings) => headings.Find("Date/Time", "Date and time");

    private static int Quantity(Headings headings) => headings.Find("Position size (qty)", "Size (qty)", "Quantity", "Contracts");

    private static int Result(Headings headings)
    {
        int named = Starting(headings, "netpl");
        return named >= 0 ? named : Starting(headings, "profit");
    }

    private static int Starting(Headings headings, string start)
    {
        for (int i = 0; i < headings.Cells.Count; i++)
        {
            if (Headings.Normalise(headings.Cells[i]).StartsWith(start, StringComparison.Ordinal) && !headings.Cells[i].Contains('%'))
            {
                return i;
            }
        }

        return -1;
    }

    // "Name_of_the_strategy_NSE_ANANDRATHI_2025-09-20.csv": exchange and instrument come last, before the date.
    private static string SymbolOf(string fileName)
    {
        Match match = Named().Match(Path.GetFileNameWithoutExtension(fileName));
        return match.Success ? match.Groups["symbol"].Value : "TradingView";
    }

    [GeneratedRegex(@"(?:^|_)(?<exchange>[A-Z0-9]{2,12})_(?<symbol>[A-Z0-9.!&-]{1,20}?)(?:_\d{4}-\d{2}-\d{2})?(?:[ _]?\(\d+\))?$", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Named();

    private sealed record Leg(string Trade, bool IsEntry, bool IsLong, decimal Price, decimal Quantity, DateTimeOffset At);
}
