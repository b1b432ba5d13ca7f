using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>A Flex query as CSV. Commissions are cash movements: a charge is negative. Sales have negative quantities.</summary>
internal sealed class IbkrFlexTable : TableImporter
{
    public override string Id => "ibkr_trades";

    public override Text Name => new("Interactive Brokers Flex query", "盈透证券 Flex 查询");

    protected override ImportRecognition? Match(Headings headings)
    {
        bool flex = headings.Find("ClientAccountID", "AccountID") >= 0 && headings.Find("Buy/Sell") >= 0 && headings.Find("CurrencyPrimary", "Currency") >= 0
            && headings.Find("Symbol") >= 0 && headings.Find("Quantity") >= 0;
        if (!flex)
        {
            return null;
        }

        return headings.Find("Price", "TradePrice") >= 0 && When(headings) >= 0
            ? new ImportRecognition(100)
            : new ImportRecognition(100)
            {
                Refusal = new Text(
                    "This Flex query lacks the columns Price or Date/Time. Add them in the query's trade section at execution level and run it again.",
                    "这个 Flex 查询缺少 Price 或 Date/Time 列。请在查询的交易部分（execution 级别）加上它们，再重新导出。"),
            };
    }

    protected override int[] NumberColumns(Headings headings) =>
        [headings.Find("Quantity"), headings.Find("Price", "TradePrice"), headings.Find("Commission", "IBCommission")];

    protected override int DateColumn(Headings headings) => When(headings);

    protected override RowReader Prepare(Headings headings)
    {
        int side = headings.Find("Buy/Sell");
        int detail = headings.Find("LevelOfDetail");
        int kind = headings.Find("AssetClass", "AssetCategory");
        ExecutionColumns columns = new()
        {
            Date = When(headings),
            Symbol = headings.Find("Symbol"),
            Quantity = headings.Find("Quantity"),
            Price = headings.Find("Price", "TradePrice"),
            Side = side,
            Fees = [headings.Find("Commission", "IBCommission")],
            FeesAreCash = true,
            Currency = headings.Find("CurrencyPrimary", "Currency"),
            Multiplier = headings.Find("Multiplier"),
            ExecutionId = headings.Find("IBExecID", "ExecID", "TradeID", "TransactionID"),
            Account = headings.Find("ClientAccountID", "AccountID"),
            Kind = kind,
        };
        return (cells, items) => items.Add(NoTrade(cells, side, detail, kind) ?? columns.Read(cells));
    }

    private static int When(Headings headings) => headings.Find("Date/Time", "DateTime", "TradeDateTime", "TradeDate");

    private static SkippedRow? NoTrade(RowCells cells, int side, int detailColumn, int kind)
    {
        string word = cells.Text(side);
        string detail = cells.Text(detailColumn);
        if (word.Equals("Buy/Sell", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "heading", "The headings are repeated here.", "此处重复了表头。");
        }

        if (detail.Length > 0 && !detail.Equals("EXECUTION", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "summary", $"“{detail}” sums up executions that are listed themselves.", $"“{detail}”是汇总行，成交已单独列出。");
        }

        if (cells.Text(kind).Equals("CASH", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "fx_conversion", "A conversion of one currency into another.", "货币兑换。");
        }

        if (word.Contains("(Ca", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "cancelled", "The broker cancelled this trade.", "该成交已被券商取消。");
        }

        return SideText.IsBuy(word) is null ? Skip(cells.Line, "not_a_trade", "The row is neither a buy nor a sell.", "该行既不是买入也不是卖出。") : null;
    }
}
