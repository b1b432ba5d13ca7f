using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>A table of which somebody, or the recognition by content, has said what its columns are.</summary>
internal sealed class MappedTable(ColumnMapping mapping, string id, Text name) : TableImporter
{
    /// <summary>Id of tables that a person has mapped.</summary>
    public const string MappedId = "mapped_columns";

    public override string Id => id;

    public override Text Name => name;

    /// <summary>A table as a person has mapped it.</summary>
    public static MappedTable Of(ColumnMapping mapping) => new(mapping, MappedId, new Text("Own assignment of columns", "自定义列对应"));

    public override IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken) =>
        base.Read(mapping.HasHeader == false ? new WithHeader(source, Numbers(source)) : source, options, cancellationToken);

    protected override ImportRecognition? Match(Headings headings) => mapping.Fits(headings) ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) =>
        [.. new[] { "quantity", "price", "amount", "exitPrice", "gross", "net" }.Select(field => mapping.Find(headings, field)), .. mapping.FindFees(headings)];

    protected override int DateColumn(Headings headings) => mapping.Find(headings, "date");

    protected override int[] DateColumns(Headings headings) => [mapping.Find(headings, "date"), mapping.Find(headings, "exitDate")];

    protected override RowReader Prepare(Headings headings) => mapping.IsTrades ? PrepareTrades(headings) : PrepareExecutions(headings);

    private RowReader PrepareExecutions(Headings headings)
    {
        int side = mapping.Find(headings, "side");
        int status = mapping.Find(headings, "status");
        ExecutionColumns columns = new()
        {
            Date = mapping.Find(headings, "date"),
            Time = mapping.Find(headings, "time"),
            Symbol = mapping.Find(headings, "symbol"),
            FixedSymbol = mapping.Symbol,
            Quantity = mapping.Find(headings, "quantity"),
            Price = mapping.Find(headings, "price"),
            Amount = mapping.Find(headings, "amount"),
            Side = side,
            Sides = mapping.Sides,
            Fees = mapping.FindFees(headings),
            FeesAreCash = mapping.FeesAreCash == true,
            Currency = mapping.Find(headings, "currency"),
            Account = mapping.Find(headings, "account"),
            ExecutionId = mapping.Find(headings, "id"),
            Multiplier = mapping.Find(headings, "multiplier"),
            Kind = mapping.Find(headings, "kind"),
        };
        return (cells, items) => items.Add(NoTrade(cells, columns, status) ?? columns.Read(cells));
    }

    private RowReader PrepareTrades(Headings headings)
    {
        int status = mapping.Find(headings, "status");
        ClosedTradeColumns columns = new()
        {
            Id = mapping.Find(headings, "id"),
            Symbol = mapping.Find(headings, "symbol"),
            Side = mapping.Find(headings, "side"),
            Quantity = mapping.Find(headings, "quantity"),
            EntryPrice = mapping.Find(headings, "price"),
            ExitPrice = mapping.Find(headings, "exitPrice"),
            EnteredAt = mapping.Find(headings, "date"),
            EntryClock = mapping.Find(headings, "time"),
            ExitedAt = mapping.Find(headings, "exitDate"),
            ExitClock = mapping.Find(headings, "exitTime"),
            Gross = mapping.Find(headings, "gross"),
            Net = mapping.Find(headings, "net"),
            Fees = mapping.FindFees(headings),
            FeesAreCash = mapping.FeesAreCash == true,
            Account = mapping.Find(headings, "account"),
            Currency = mapping.Find(headings, "currency"),
        };
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return (cells, items) =>
        {
            if (NotDone(cells, status) is { } skipped)
            {
                items.Add(skipped);
                return;
            }

            if (cells.Text(columns.ExitPrice).Length == 0 || cells.Text(columns.ExitedAt).Length == 0)
            {
                items.Add(Skip(cells.Line, "not_closed", "The trade is not closed yet.", "该交易尚未平仓。"));
                return;
            }

            ClosedTradeRow trade = columns.Read(cells, seen, mapping.Symbol);
            if (cells.Fault is null)
            {
                trade.AddTo(items, cells.Line);
            }
        };
    }

    private static SkippedRow? NoTrade(RowCells cells, ExecutionColumns columns, int status)
    {
        if (NotDone(cells, status) is { } notDone)
        {
            return notDone;
        }

        if (columns.Side >= 0 && columns.IsBuy(cells.Text(columns.Side)) is null)
        {
            string word = cells.Text(columns.Side);
            return word.Length == 0
                ? Skip(cells.Line, "not_a_trade", "The row names no side.", "该行没有方向。")
                : Skip(cells.Line, "not_a_trade", $"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。");
        }

        // Sums and remarks below the table have no date and no instrument.
        return cells.Text(columns.Date).Length == 0 && (columns.Symbol < 0 || cells.Text(columns.Symbol).Length == 0 || cells.Text(columns.Quantity).Length == 0)
            ? Skip(cells.Line, "note", "A sum or a remark, no trade.", "合计或备注，不是交易。")
            : null;
    }

    private static SkippedRow? NotDone(RowCells cells, int status) => status >= 0 && StatusText.IsDone(cells.Text(status)) == false
        ? Skip(cells.Line, "not_filled", $"The order was not filled: “{cells.Text(status)}”.", $"该订单未成交：“{cells.Text(status)}”。")
        : null;

    private static string[] Numbers(IImportSource source) =>
        [.. Enumerable.Range(1, source.Head.Count == 0 ? 1 : source.Head.Max(row => row.Cells.Count)).Select(number => "#" + number)];
}
