using System.Globalization;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// A statement as CSV: many tables in one file, each row naming its section and whether it is a heading or data. Trades
/// stand in "Trades" (activity statement) or in "Transaction History"; contract sizes in "Financial Instrument
/// Information".
/// </summary>
internal sealed class IbkrStatement : ITradeImporter
{
    public string Id => "ibkr_trades";

    public Text Name => new("Interactive Brokers statement", "盈透证券结单");

    public ImportRecognition? Recognise(IImportSource source) => source.Head.Any(row => row.Cells.Count >= 3
        && row.Cells[0] is "Statement" or "Trades" or "Transaction History" && row.Cells[1] is "Header" or "Data")
            ? new ImportRecognition(100)
            : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        Facts facts = Facts.Of(source);
        TableStyle style = new(new NumberText('.'), DateOrder.MonthFirst, options);
        Headings? trades = null;
        Headings? history = null;
        bool any = false;
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Cells.Count < 3 || row.Cells[0] is not ("Trades" or "Transaction History"))
            {
                continue;
            }

            any = true;
            bool isHistory = row.Cells[0] != "Trades";
            if (row.Cells[1] == "Header")
            {
                _ = isHistory ? history = new Headings(row.Cells) : trades = new Headings(row.Cells);
                continue;
            }

            Headings? headings = isHistory ? history : trades;
            if (headings is null)
            {
                continue;
            }

            RowCells cells = new(row, headings, style);
            ImportItem item = isHistory ? ReadHistory(cells, headings, facts) : ReadTrade(cells, headings, facts);
            yield return cells.Fault ?? item;
        }

        if (!any)
        {
            yield return new ImportWarning(0, "no_trades_section", new Text("The statement is valid but holds no trades.", "结单有效，但没有任何成交。"));
        }
    }

    private static ImportItem ReadTrade(RowCells cells, Headings headings, Facts facts)
    {
        string level = cells.Text(headings.Find("DataDiscriminator"));
        if (!level.Equals(facts.Level, StringComparison.OrdinalIgnoreCase))
        {
            return new SkippedRow(cells.Line, "summary", new Text("The row sums up or details executions that are counted themselves.", "该行是已计入成交的汇总或明细。"));
        }

        int category = headings.Find("Asset Category");
        if (cells.Text(category).Equals("Forex", StringComparison.OrdinalIgnoreCase))
        {
            return FxConversion(cells);
        }

        ExecutionColumns columns = new()
        {
            Date = headings.Find("Date/Time"),
            Symbol = headings.Find("Symbol"),
            Quantity = headings.Find("Quantity"),
            Price = headings.Find("T. Price", "Price"),
            Fees = headings.Cells.Select((_, index) => index).Where(index => Headings.Normalise(headings.Cells[index]).StartsWith("comm", StringComparison.Ordinal)).ToArray(),
            FeesAreCash = true,
            Currency = headings.Find("Currency"),
            Account = headings.Find("Account"),
            Kind = category,
        };
        return columns.Read(cells) is ImportedExecution execution
            ? execution with
            {
                AccountName = execution.AccountName ?? facts.Account,
                Multiplier = facts.Multipliers.TryGetValue(execution.Symbol, out decimal multiplier) ? multiplier : null,
            }
            : throw new InvalidOperationException("An execution was expected.");
    }

    private static ImportItem ReadHistory(RowCells cells, Headings headings, Facts facts)
    {
        int side = headings.Find("Transaction Type");
        string word = cells.Text(side);
        if (word.StartsWith("Forex", StringComparison.OrdinalIgnoreCase))
        {
            return FxConversion(cells);
        }

        if (SideText.IsBuy(word) is null)
        {
            return new SkippedRow(cells.Line, "not_a_trade", new Text($"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。"));
        }

        ImportItem item = new ExecutionColumns
        {
            Date = headings.Find("Date"),
            Symbol = headings.Find("Symbol"),
            Quantity = headings.Find("Quantity"),
            Price = headings.Find("Price"),
            Side = side,
            Fees = [headings.Find("Commission")],
            FeesAreCash = true,
            Currency = headings.Find("Price Currency"),
            Account = headings.Find("Account"),
        }.Read(cells);
        return item is ImportedExecution execution ? execution with { Currency = execution.Currency ?? facts.Currency } : item;
    }

    private static SkippedRow FxConversion(RowCells cells) =>
        new(cells.Line, "fx_conversion", new Text("A conversion of one currency into another.", "货币兑换。"));

    // What other sections say about the trades.
    private sealed record Facts(string Level, string? Account, string? Currency, IReadOnlyDictionary<string, decimal> Multipliers)
    {
        public static Facts Of(IImportSource source)
        {
            bool hasExecutions = false;
            string? account = null;
            string? currency = null;
            Headings? instruments = null;
            Dictionary<string, decimal> multipliers = new(StringComparer.Ordinal);
            foreach (ImportRow row in source.ReadRows())
            {
                IReadOnlyList<string> cells = row.Cells;
                if (cells.Count < 3)
                {
                    continue;
                }

                switch (cells[0])
                {
                    case "Trades" when cells[1] == "Data":
                        hasExecutions |= cells[2] == "Trade";
                        break;
                    case "Account Information" or "Statement" when cells.Count > 3 && cells[2] is "Account" or "AccountId":
                        account = cells[3];
                        break;
                    case "Account Information" or "Summary" when cells.Count > 3 && cells[2] == "Base Currency":
                        currency = cells[3];
                        break;
                    case "Financial Instrument Information" when cells[1] == "Header":
                        instruments = new Headings(cells);
                        break;
                    case "Financial Instrument Information" when instruments is not null:
                        AddMultiplier(multipliers, instruments, cells);
                        break;
                }
            }

            return new Facts(hasExecutions ? "Trade" : "Order", account, currency, multipliers);
        }

        private static void AddMultiplier(Dictionary<string, decimal> multipliers, Headings instruments, IReadOnlyList<string> cells)
        {
            int symbol = instruments.Find("Symbol");
            int multiplier = instruments.Find("Multiplier");
            if (symbol < 0 || multiplier < 0 || cells.Count <= Math.Max(symbol, multiplier))
            {
                return;
            }

            if (decimal.TryParse(cells[multiplier], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) && value > 0)
            {
                foreach (string name in cells[symbol].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    multipliers[name] = value;
                }
            }
        }
    }
}
