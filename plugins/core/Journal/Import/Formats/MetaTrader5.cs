using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// MetaTrader 5: reports of the trade history and of the strategy tester, as workbook or page. Positions are taken where
/// the report lists them, because there the broker has paired the deals; otherwise the deals are paired by their result.
/// </summary>
internal sealed class MetaTrader5 : ITradeImporter
{
    // Rows of orders and deals have more cells than lines of a summary.
    private const int FullRow = 7;

    public string Id => "metatrader5";

    public Text Name => new("MetaTrader 5 report", "MetaTrader 5 报告");

    public ImportRecognition? Recognise(IImportSource source)
    {
        bool title = source.Head.Take(3).Any(row => row.Cells[0] is "Trade History Report" or "Strategy Tester Report" or "Trading Account Report");
        return title || source.Head.Any(row => IsDeals(new Headings(row.Cells)) || IsPositions(new Headings(row.Cells))) ? new ImportRecognition(99) : null;
    }

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        TableStyle style = new(new NumberText('.'), DateOrder.DayFirst, options);
        bool hasPositions = source.ReadRows().Any(row => IsPositions(new Headings(row.Cells)));
        string? currency = Currency(source);
        List<MetaTrader5Deal> deals = [];
        Headings? headings = null;
        Section section = Section.Other;
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Start(row, hasPositions) is { } started)
            {
                (section, headings) = (started, new Headings(row.Cells));
                continue;
            }

            // A section ends with a line that holds a single text: the title of the next one.
            if (row.Cells.Count(cell => cell.Length > 0) == 1)
            {
                section = Section.Other;
            }

            if (headings is null || section == Section.Other)
            {
                if (Stated(row) is { } stated)
                {
                    yield return new StatedTotals(row.Line, new StatementTotals(null, null, stated));
                }

                if (row.Cells.Count(cell => cell.Length > 0) >= FullRow)
                {
                    yield return new SkippedRow(row.Line, "other_section", new Text("The row belongs to a section that lists no finished trades.", "该行所在部分不列出已完成的交易。"));
                }

                continue;
            }

            RowCells cells = new(row, headings, style);
            if (section == Section.Deals)
            {
                if (MetaTrader5Deal.Read(cells, headings) is { } deal)
                {
                    deals.Add(deal);
                }
                else
                {
                    yield return NoTrade(cells);
                }

                if (cells.Fault is { } fault)
                {
                    yield return fault;
                }

                continue;
            }

            foreach (ImportItem item in ReadPosition(cells, headings, currency))
            {
                yield return item;
            }
        }

        foreach (ImportItem item in MetaTrader5Pairing.Pair(deals, currency))
        {
            yield return item;
        }
    }

    private static List<ImportItem> ReadPosition(RowCells cells, Headings headings, string? currency)
    {
        List<ImportItem> items = [];
        bool? isLong = SideText.IsBuy(cells.Text("Type"));
        int entered = headings.Find("Time");
        int exited = headings.FindAfter(entered, "Time");
        int entry = headings.Find("Price");
        if (isLong is null || cells.Text(headings.Find("Symbol")).Length == 0 || cells.Text(exited).Length == 0)
        {
            return [NoTrade(cells)];
        }

        ClosedTradeRow trade = new(
            cells.Required(headings.Find("Position", "Ticket")),
            cells.Required(headings.Find("Symbol")),
            isLong.Value,
            cells.Number(headings.Find("Volume")),
            cells.Number(entry),
            cells.Number(headings.FindAfter(entry, "Price")),
            cells.Time(entered),
            cells.Time(exited))
        {
            Fee = -(cells.NumberOrZero("Commission") + cells.NumberOrZero("Swap") + cells.NumberOrZero("Fee")),
            Gross = cells.Number(headings.Find("Profit")),
            Currency = currency,
        };
        if (cells.Fault is { } fault)
        {
            return [fault];
        }

        trade.AddTo(items, cells.Line);
        return items;
    }

    private static SkippedRow NoTrade(RowCells cells) => new(cells.Line, "not_a_trade", new Text(
        "A deposit, a sum or an order, no trade.", "出入金、合计或订单，不是交易。"));

    private static Section? Start(ImportRow row, bool hasPositions)
    {
        if (row.Cells.Count < 8)
        {
            return null;
        }

        Headings headings = new(row.Cells);
        if (IsPositions(headings))
        {
            return Section.Positions;
        }

        if (IsDeals(headings))
        {
            return hasPositions ? Section.Other : Section.Deals;
        }

        return headings.HasAll("Order", "Symbol", "Type", "State") || headings.HasAll("Open Time", "Order", "Symbol") ? Section.Other : null;
    }

    private static bool IsPositions(Headings headings)
    {
        int time = headings.Find("Time");
        return headings.HasAll("Position", "Symbol", "Type", "Volume", "Profit") && headings.FindAfter(time, "Time") >= 0;
    }

    private static bool IsDeals(Headings headings) => headings.HasAll("Time", "Deal", "Symbol", "Type", "Direction", "Volume", "Price", "Profit");

    private static decimal? Stated(ImportRow row)
    {
        string[] filled = [.. row.Cells.Where(cell => cell.Length > 0)];
        int at = Array.IndexOf(filled, "Total Net Profit:");
        return at >= 0 && at + 1 < filled.Length && new NumberText('.').TryParse(filled[at + 1], out decimal value) ? value : null;
    }

    // "Currency:" in the tester's settings, "123456 (USD, Server, ...)" beside "Account:" in reports.
    private static string? Currency(IImportSource source)
    {
        foreach (ImportRow row in source.ReadRows().Take(120))
        {
            string[] cells = [.. row.Cells.Where(cell => cell.Length > 0)];
            if (cells is ["Currency:", { Length: 3 } code, ..])
            {
                return code;
            }

            if (cells is ["Account:", { } account, ..] && account.IndexOf('(') is >= 0 and { } open && account.Length > open + 4)
            {
                return CurrencyText.Code(account.Substring(open + 1, 3));
            }
        }

        return null;
    }

    private enum Section
    {
        Other,
        Deals,
        Positions,
    }
}
