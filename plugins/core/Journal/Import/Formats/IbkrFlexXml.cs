using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>A Flex query as XML: trades and trade confirmations are elements whose attributes are the columns.</summary>
internal sealed class IbkrFlexXml : ITradeImporter
{
    public string Id => "ibkr_trades";

    public Text Name => new("Interactive Brokers Flex query (XML)", "盈透证券 Flex 查询（XML）");

    public ImportRecognition? Recognise(IImportSource source) =>
        source is ImportFile { Kind: SourceKind.Xml } && source.Head.Any(row => row.Cells[0] is "FlexQueryResponse" or "FlexStatement" or "FlexStatements") ? new ImportRecognition(100) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        TableStyle style = new(new NumberText('.'), DateOrder.MonthFirst, options);
        Headings? headings = null;
        bool any = false;
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Cells[0] is not ("Trade" or "TradeConfirm"))
            {
                continue;
            }

            if (row.Cells[1] == "Header")
            {
                headings = new Headings(row.Cells);
                continue;
            }

            if (headings is not null)
            {
                any = true;
                RowCells cells = new(row, headings, style);
                ImportItem item = ReadTrade(cells, headings);
                yield return cells.Fault ?? item;
            }
        }

        if (!any)
        {
            yield return new ImportWarning(0, "no_trades_section", new Text(
                "The query is valid but holds no trades. Add the section Trades at execution level.", "查询有效，但没有成交。请加上 Trades 部分（execution 级别）。"));
        }
    }

    private static ImportItem ReadTrade(RowCells cells, Headings headings)
    {
        string level = cells.Text("levelOfDetail");
        if (level.Length > 0 && !level.Equals("EXECUTION", StringComparison.OrdinalIgnoreCase))
        {
            return new SkippedRow(cells.Line, "summary", new Text("The element sums up executions that are listed themselves.", "该元素是汇总，成交已单独列出。"));
        }

        if (cells.Text("assetCategory").Equals("CASH", StringComparison.OrdinalIgnoreCase))
        {
            return new SkippedRow(cells.Line, "fx_conversion", new Text("A conversion of one currency into another.", "货币兑换。"));
        }

        if (cells.Text("buySell").Contains("(Ca", StringComparison.OrdinalIgnoreCase))
        {
            return new SkippedRow(cells.Line, "cancelled", new Text("The broker cancelled this trade.", "该成交已被券商取消。"));
        }

        return new ExecutionColumns
        {
            Date = headings.Find("dateTime", "tradeDate"),
            Time = headings.Find("dateTime") >= 0 ? -1 : headings.Find("tradeTime"),
            Symbol = headings.Find("symbol"),
            Quantity = headings.Find("quantity"),
            Price = headings.Find("tradePrice", "price"),
            Side = headings.Find("buySell"),
            SignTellsSide = true,
            Fees = [headings.Find("ibCommission", "commission"), headings.Find("taxes", "tax")],
            FeesAreCash = true,
            Currency = headings.Find("currency"),
            Multiplier = headings.Find("multiplier"),
            ExecutionId = headings.Find("ibExecID", "execID", "tradeID", "transactionID"),
            Account = headings.Find("accountId"),
            Kind = headings.Find("assetCategory"),
        }.Read(cells);
    }
}
