using AIWendy.Plugins.Journal.Import.Inference;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Any table of executions whose headings say plainly what they are. It catches brokers without a format of their own
/// here, and tables made by hand; formats that know more score higher.
/// </summary>
internal sealed class ExecutionsTable : TableImporter
{
    // Columns that hold day and time together.
    private static readonly string[] Moments =
        ["Date/Time", "DateTime", "FilledAt", "Executed At", "Timestamp", "tradeCreatedAt", "Transaction Time (CET)"];

    // Columns that hold a time, or day and time together; a column with the day beside them decides.
    private static readonly string[] Clocks =
        ["Exec Time", "Execution Time", "Fill Time", "Filled Time", "Trade Time", "Time", "成交时间", "时间"];

    private static readonly string[] Days =
        ["Date", "Trade Date", "TradeDate", "T/D", "Exec Date", "Execution Date", "Fill Date", "Run Date", "Activity Date", "成交日期", "日期"];

    private static readonly string[] Symbols =
        ["Symbol", "Ticker", "Instrument", "Contract", "contractName", "Underlying", "Market", "Pair", "Product", "Asset", "证券代码", "股票代码", "合约代码", "合约", "交易对"];

    private static readonly string[] Quantities =
    [
        "Quantity", "Qty", "Qty Filled", "Filled Qty", "Filled Quantity", "FilledQty", "Exec Qty", "Shares", "No. of shares", "Contracts", "Size", "Volume", "vol", "Amount Filled", "成交数量", "数量",
    ];

    private static readonly string[] Prices =
        ["Price", "Fill Price", "Filled Price", "Exec Price", "Execution Price", "Avg Price", "Average Price", "Avg Fill Price", "Unit price", "Price / share", "Price per share", "ExecutePrice", "TradePrice", "成交价格", "成交均价", "价格"];

    private static readonly string[] Sides = ["Side", "Buy/Sell", "B/S", "Action", "Type", "Transaction", "Transaction Type", "Direction", "买卖标志", "买卖方向", "方向", "操作"];

    private static readonly string[] Commissions = ["Commission", "Comm", "Commissions", "Fee", "Fees", "Commission & Fees", "Fees & Comm", "Costs", "手续费", "佣金"];

    private static readonly string[] OtherFees = ["TransFee", "ECNFee", "Misc Fees", "SEC", "TAF", "NSCC", "Nasdaq", "ECN Remove", "ECN Add", "SEC Fee", "TAF Fee", "Exchange Fee", "Clearing Fee", "Regulatory Fee"];

    public override string Id => "executions_table";

    public override Text Name => new("Table of executions", "成交记录表");

    protected override ImportRecognition? Match(Headings headings) =>
        DateColumn(headings) >= 0 && headings.Find(Symbols) >= 0 && headings.Find(Quantities) >= 0 && headings.Find(Prices) >= 0
            ? new ImportRecognition(headings.Find(Sides) >= 0 ? 40 : 20)
            : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find(Quantities), headings.Find(Prices), headings.Find(Commissions)];

    protected override int DateColumn(Headings headings) => When(headings).Date;

    protected override RowReader Prepare(Headings headings)
    {
        int side = headings.Find(Sides);
        (int date, int time) = When(headings);
        ExecutionColumns columns = new()
        {
            Date = date,
            Time = time,
            Symbol = headings.Find(Symbols),
            Quantity = headings.Find(Quantities),
            Price = headings.Find(Prices),
            Side = side,
            Fees = FeeColumns(headings),
            Currency = headings.Find("Currency", "CurrencyPrimary", "Price Currency", "Currency (Price / share)"),
            Multiplier = headings.Find("Multiplier", "Contract Size", "Point Value"),
            ExecutionId = headings.Find("Execution ID", "ExecID", "Exec ID", "Trade ID", "TradeID", "Fill ID", "txid", "transaction_id"),
            Account = headings.Find("Account", "Account Name", "accountId", "Account ID"),
            Kind = headings.Find("Asset Class", "AssetClass", "Asset Category", "Instrument Type"),
        };
        return (cells, items) => items.Add(NoTrade(cells, side) ?? columns.Read(cells));
    }

    // Every column named as a cost in any of the known languages, except sums of the others.
    private static int[] FeeColumns(Headings headings)
    {
        HashSet<int> columns = [headings.Find(Commissions), .. OtherFees.Select(name => headings.Find(name))];
        for (int i = 0; i < headings.Cells.Count; i++)
        {
            if (FieldNames.IsExact("fee", headings.Cells[i]) && !headings.Cells[i].StartsWith("total", StringComparison.OrdinalIgnoreCase))
            {
                columns.Add(i);
            }
        }

        return [.. columns.Where(column => column >= 0)];
    }

    private static (int Date, int Time) When(Headings headings)
    {
        int moment = headings.Find(Moments);
        if (moment >= 0)
        {
            return (moment, -1);
        }

        int day = headings.Find(Days);
        int clock = headings.Find(Clocks);
        return day >= 0 ? (day, clock) : (clock, -1);
    }

    private static SkippedRow? NoTrade(RowCells cells, int side)
    {
        string word = cells.Text(side);
        if (side < 0 || SideText.IsBuy(word) is not null)
        {
            return null;
        }

        return word.Length == 0
            ? Skip(cells.Line, "not_a_trade", "The row names no side.", "该行没有方向。")
            : Skip(cells.Line, "not_a_trade", $"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。");
    }
}
