using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>TopstepX's export of trades: one row per finished trade, times with their offset, fees beside the result.</summary>
internal sealed class TopstepTrades : TableImporter
{
    public override string Id => "topstepx_trades";

    public override Text Name => new("TopstepX trades", "TopstepX 交易");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.HasAll("Id", "ContractName", "EnteredAt", "ExitedAt", "EntryPrice", "ExitPrice", "Fees", "PnL", "Size", "Type") ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find("EntryPrice"), headings.Find("ExitPrice"), headings.Find("PnL")];

    protected override int DateColumn(Headings headings) => headings.Find("EnteredAt");

    protected override RowReader Prepare(Headings headings)
    {
        int id = headings.Find("Id");
        int symbol = headings.Find("ContractName");
        int entered = headings.Find("EnteredAt");
        int exited = headings.Find("ExitedAt");
        int entry = headings.Find("EntryPrice");
        int exit = headings.Find("ExitPrice");
        int fees = headings.Find("Fees");
        int commissions = headings.Find("Commissions");
        int result = headings.Find("PnL");
        int size = headings.Find("Size");
        int type = headings.Find("Type");
        return (cells, items) =>
        {
            bool? isLong = SideText.IsBuy(cells.Text(type));
            if (isLong is null)
            {
                cells.Fail(type, "side_unknown", "The type is neither long nor short.", "类型既不是多头也不是空头。");
            }

            ClosedTradeRow trade = new(
                cells.Required(id),
                cells.Required(symbol),
                isLong ?? true,
                Math.Abs(cells.Number(size)),
                cells.Number(entry),
                cells.Number(exit),
                cells.Time(entered),
                cells.Time(exited))
            {
                Fee = cells.NumberOrZero(fees) + cells.NumberOrZero(commissions),
                Gross = cells.Number(result),
            };
            if (cells.Fault is null)
            {
                trade.AddTo(items, cells.Line);
            }
        };
    }
}
