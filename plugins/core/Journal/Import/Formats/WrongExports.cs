using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Exports that hold no fills and are often sent instead of them: lists of orders, movements of cash, holdings. They are
/// refused with the name of the export to make.
/// </summary>
internal sealed class WrongExports : ITradeImporter
{
    private const int Unlikely = 12;

    private static readonly string[] Prices = ["Price", "Fill Price", "Avg Price", "Average Price", "Filled Price", "Trade Price", "Exec Price", "Avg Fill Price", "成交价格", "成交均价", "Kurs", "Cours"];

    public string Id => "wrong_export";

    public Text Name => new("Exports without executions", "不含成交的导出文件");

    public ImportRecognition? Recognise(IImportSource source)
    {
        foreach (ImportRow row in source.Head.Where(row => row.Cells.Count > 2))
        {
            if (Refusal(new Headings(row.Cells)) is { } refusal)
            {
                return new ImportRecognition(Unlikely) { Refusal = refusal };
            }
        }

        return null;
    }

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken) => [];

    private static Text? Refusal(Headings headings)
    {
        bool price = headings.Find(Prices) >= 0;
        bool quantity = headings.Find("Quantity", "Qty", "Shares", "Size", "数量", "委托数量", "Order Quantity", "Ordered Qty") >= 0;
        if (headings.Find("Status", "Order Status", "State", "状态", "委托状态") >= 0 && quantity && headings.Find("Limit Price", "Order Price", "Limit", "Stop Price", "Order Type", "委托价格", "Type") >= 0)
        {
            return new Text(
                "This is a list of orders: it says what was ordered, not at which price and when it was filled. Export the executions, also called fills, trades or trade history.",
                "这是订单列表：只有委托，没有成交的价格和时间。请导出成交（executions、fills、trade history）记录。");
        }

        bool money = headings.Find("Amount", "Debit", "Credit", "Net Amount", "Value", "金额", "发生金额", "Betrag", "Montant", "Importe") >= 0;
        bool when = headings.Find("Date", "Time", "Datum", "Fecha", "日期", "Timestamp", "Transaction Date", "发生日期") >= 0;
        if (when && money && headings.Find("Balance", "Running Balance", "Cash Balance", "余额", "Saldo", "Solde", "Description", "Memo", "摘要") >= 0 && !price && !quantity)
        {
            return new Text(
                "This is a ledger of cash movements; it lists no executions. Export the trade history or the executions instead.",
                "这是资金流水，没有成交记录。请改为导出交易历史或成交明细。");
        }

        return quantity && !when && headings.Find("Market Value", "Cost Basis", "Average Cost", "Unrealized P&L", "Unrealised P&L", "市值", "成本价", "持仓数量") >= 0
            ? new Text(
                "This is a list of holdings; it says what you own now, not what you bought and sold. Export the trade history or the executions instead.",
                "这是持仓列表，只有当前持有，没有买卖记录。请改为导出交易历史或成交明细。")
            : null;
    }
}
