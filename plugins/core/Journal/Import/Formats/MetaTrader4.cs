using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// MetaTrader 4: the statement as a page, the history as a table or workbook, and the same columns as FTMO writes them.
/// Balance rows and cancelled orders are no trades; what is open stays open until a later statement closes it.
/// </summary>
internal sealed class MetaTrader4 : TableImporter
{
    public override string Id => "metatrader4";

    public override Text Name => new("MetaTrader 4 statement", "MetaTrader 4 结单");

    protected override ImportRecognition? Match(Headings headings)
    {
        Columns columns = new(headings);
        return columns.IsComplete ? new ImportRecognition(98) : null;
    }

    protected override int[] NumberColumns(Headings headings)
    {
        Columns columns = new(headings);
        return [columns.Size, columns.OpenPrice, columns.ClosePrice, columns.Profit, columns.Swap];
    }

    protected override int DateColumn(Headings headings) => new Columns(headings).OpenTime;

    protected override RowReader Prepare(Headings headings, TableStyle style, Func<IEnumerable<ImportRow>> rows)
    {
        Columns columns = new(headings);
        return (cells, items) =>
        {
            string type = cells.Text(columns.Type);
            bool? isLong = SideText.IsBuy(type);
            bool isTrade = isLong is not null && !type.Contains(' ') && char.IsAsciiDigit(cells.Text(columns.Ticket).FirstOrDefault('x'));
            if (!isTrade || cells.Text(columns.Symbol).Length == 0)
            {
                if (Stated(cells) is { } stated)
                {
                    items.Add(new StatedTotals(cells.Line, new StatementTotals(null, null, stated)));
                }

                items.Add(NoTrade(cells, type));
                return;
            }

            bool isOpen = cells.Text(columns.CloseTime).Length == 0;
            DateTimeOffset opened = cells.Time(columns.OpenTime);
            decimal costs = cells.NumberOrZero(columns.Commission) + cells.NumberOrZero(columns.Taxes) + cells.NumberOrZero(columns.Swap);
            ClosedTradeRow trade = new(
                cells.Required(columns.Ticket),
                cells.Required(columns.Symbol),
                isLong ?? true,
                cells.Number(columns.Size),
                cells.Number(columns.OpenPrice),
                cells.Number(columns.ClosePrice),
                opened,
                isOpen ? opened : cells.Time(columns.CloseTime))
            {
                Fee = -costs,
                Gross = cells.Number(columns.Profit),
            };
            if (cells.Fault is not null)
            {
                return;
            }

            if (isOpen)
            {
                trade.AddOpeningTo(items, cells.Line);
            }
            else
            {
                trade.AddTo(items, cells.Line);
            }
        };
    }

    protected override RowReader Prepare(Headings headings) => throw new NotSupportedException("The rows are read with their style.");

    // "Closed P/L:" with the sum of all closed trades after costs.
    private static decimal? Stated(RowCells cells)
    {
        string[] filled = [.. Enumerable.Range(0, cells.Headings.Cells.Count).Select(column => cells.Text(column)).Where(text => text.Length > 0)];
        return filled is ["Closed P/L:", { } sum] && new NumberText('.').TryParse(sum, out decimal value) ? value : null;
    }

    private static SkippedRow NoTrade(RowCells cells, string type) => type.ToLowerInvariant() switch
    {
        "balance" or "credit" => Skip(cells.Line, "cash_movement", "A deposit, withdrawal or credit, no trade.", "出入金或信用额度，不是交易。"),
        "" => Skip(cells.Line, "note", "A heading, a remark or a sum, no trade.", "标题、备注或合计，不是交易。"),
        _ when type.Contains("limit", StringComparison.OrdinalIgnoreCase) || type.Contains("stop", StringComparison.OrdinalIgnoreCase) =>
            Skip(cells.Line, "not_filled", "A pending or cancelled order, no trade.", "挂单或已取消的订单，不是交易。"),
        _ => Skip(cells.Line, "note", "A heading, a remark or a sum, no trade.", "标题、备注或合计，不是交易。"),
    };

    // The statement names two columns "Price", FTMO's one "Open" for the time.
    private sealed class Columns
    {
        public Columns(Headings headings)
        {
            Ticket = headings.Find("Ticket", "Order", "Deal");
            OpenTime = headings.Find("Open Time", "Open");
            Type = headings.Find("Type");
            Size = headings.Find("Size", "Volume", "Lots");
            Symbol = headings.Find("Item", "Symbol");
            CloseTime = headings.Find("Close Time", "Close");
            OpenPrice = headings.Find("Open Price", "Price");
            ClosePrice = headings.Find("Close Price") is >= 0 and { } named ? named : headings.FindAfter(CloseTime, "Price");
            Commission = headings.Find("Commission", "Commissions");
            Taxes = headings.Find("Taxes");
            Swap = headings.Find("Swap");
            Profit = headings.Find("Profit");
        }

        public int Ticket { get; }

        public int OpenTime { get; }

        public int Type { get; }

        public int Size { get; }

        public int Symbol { get; }

        public int CloseTime { get; }

        public int OpenPrice { get; }

        public int ClosePrice { get; }

        public int Commission { get; }

        public int Taxes { get; }

        public int Swap { get; }

        public int Profit { get; }

        public bool IsComplete => new[] { Ticket, OpenTime, Type, Size, Symbol, CloseTime, OpenPrice, ClosePrice, Swap, Profit }.All(column => column >= 0);
    }
}
