using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Rithmic's performance report: trades grouped below lines that name the account and the instrument, with the headings
/// repeated for each group.
/// </summary>
internal sealed class RithmicPerformance : ITradeImporter
{
    public string Id => "rithmic_performance";

    public Text Name => new("Rithmic performance", "Rithmic 绩效报告");

    public ImportRecognition? Recognise(IImportSource source) => source.Head.Any(row => Header(row) is not null) ? new ImportRecognition(100) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        TableStyle style = new(new NumberText('.'), DateOrder.MonthFirst, options);
        Headings? headings = null;
        string account = string.Empty;
        string instrument = string.Empty;
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Header(row) is { } found)
            {
                headings = found;
                continue;
            }

            string[] filled = [.. row.Cells.Where(cell => cell.Length > 0)];
            if (filled is ["Account" or "Account:", { } name, ..])
            {
                account = name;
            }
            else if (filled is ["Instrument" or "Instrument:" or "Symbol" or "Symbol:", { } symbol, ..])
            {
                instrument = symbol;
            }
            else if (filled is [{ } single])
            {
                _ = account.Length == 0 || single.Length > 12 ? account = single : instrument = single;
            }
            else if (headings is not null && instrument.Length > 0)
            {
                RowCells cells = new(row, headings, style);
                List<ImportItem> items = [];
                ReadTrade(cells, headings, account, instrument, seen, items);
                foreach (ImportItem item in cells.Fault is { } fault ? [fault] : items)
                {
                    yield return item;
                }
            }
        }
    }

    private static void ReadTrade(RowCells cells, Headings headings, string account, string instrument, Dictionary<string, int> seen, List<ImportItem> items)
    {
        if (SideText.IsBuy(cells.Text("Entry Buy/Sell")) is null)
        {
            items.Add(new SkippedRow(cells.Line, "summary", new Text("The line sums up trades that are listed themselves.", "该行是汇总，交易已单独列出。")));
            return;
        }

        ClosedTradeRow trade = new ClosedTradeColumns
        {
            Symbol = headings.Find("Instrument", "Symbol"),
            Side = headings.Find("Entry Buy/Sell"),
            Quantity = headings.Find("Fill Size"),
            EntryPrice = headings.Find("Entry Price"),
            ExitPrice = headings.Find("Exit Price"),
            EnteredAt = headings.Find("Entry Time"),
            ExitedAt = headings.Find("Exit Time"),
            Gross = headings.Find("Trade P&L"),
            Fees = [headings.Find("Commission & Fees")],
        }.Read(cells, seen, instrument);
        if (cells.Fault is null)
        {
            (trade with { AccountName = account.Length > 0 ? account : null, Fee = Math.Abs(trade.Fee) }).AddTo(items, cells.Line);
        }
    }

    private static Headings? Header(ImportRow row)
    {
        Headings headings = new(row.Cells);
        return headings.HasAll("Fill Size", "Trade P&L", "Entry Buy/Sell", "Entry Price", "Entry Time", "Exit Price", "Exit Time") ? headings : null;
    }
}
