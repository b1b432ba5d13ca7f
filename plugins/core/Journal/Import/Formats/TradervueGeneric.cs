using System.Collections.Frozen;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// The Tradervue generic format: Date, Time, Symbol, Quantity, Price, Side and up to three fee columns. Dates are never
/// day first; without a side a negative quantity is a sale; the header may be absent when the columns keep this order.
/// </summary>
internal sealed class TradervueGeneric : ITradeImporter
{
    private static readonly string[] Order = ["Date", "Time", "Symbol", "Quantity", "Price", "Side", "Commission", "TransFee", "ECNFee"];

    private readonly Table _table = new();

    public string Id => "tradervue_generic";

    public Text Name => new("Tradervue generic", "Tradervue 通用格式");

    public ImportRecognition? Recognise(IImportSource source) =>
        _table.Recognise(source) ?? (IsHeaderless(source) ? new ImportRecognition(70) : null);

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken) =>
        _table.Read(_table.Recognise(source) is null ? new WithHeader(source, Order) : source, options, cancellationToken);

    private static bool IsHeaderless(IImportSource source) =>
        source.Head.Count > 0
        && source.Head[0].Cells is { Count: >= 5 and <= 9 } cells
        && TimeText.TryParse(cells[0], DateOrder.MonthFirst, out _, out _)
        && TimeText.TryParseTime(cells[1], out _, out _)
        && cells[2].Length > 0
        && new NumberText('.').TryParse(cells[3], out _)
        && new NumberText('.').TryParse(cells[4], out _)
        && (cells.Count == 5 || SideText.IsBuy(cells[5]) is not null || cells[5].Length == 0);

    private sealed class Table : TableImporter
    {
        private static readonly FrozenSet<string> Known = Order.Select(Headings.Normalise).Append("tags").Append("notes").ToFrozenSet();

        public override string Id => "tradervue_generic";

        public override Text Name => new("Tradervue generic", "Tradervue 通用格式");

        protected override ImportRecognition? Match(Headings headings) =>
            headings.HasAll("Date", "Symbol", "Quantity", "Price") && (headings.Find("Time") >= 0 || headings.Find("Side") >= 0) && headings.Names.All(Known.Contains)
                ? new ImportRecognition(headings.Find("Time") >= 0 ? 95 : 75)
                : null;

        protected override int[] NumberColumns(Headings headings) =>
            [headings.Find("Quantity"), headings.Find("Price"), headings.Find("Commission"), headings.Find("TransFee"), headings.Find("ECNFee")];

        protected override int DateColumn(Headings headings) => headings.Find("Date");

        protected override RowReader Prepare(Headings headings)
        {
            ExecutionColumns columns = new()
            {
                Date = headings.Find("Date"),
                Time = headings.Find("Time"),
                Symbol = headings.Find("Symbol"),
                Quantity = headings.Find("Quantity"),
                Price = headings.Find("Price"),
                Side = headings.Find("Side"),
                SignTellsSide = true,
                Fees = [headings.Find("Commission"), headings.Find("TransFee"), headings.Find("ECNFee")],
            };
            return (cells, items) => items.Add(columns.Read(cells));
        }
    }
}
