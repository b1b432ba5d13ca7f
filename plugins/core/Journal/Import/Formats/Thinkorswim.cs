using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// thinkorswim: the activity of a day, whose filled orders count, and the account statement, whose trade history is
/// joined with the cash balance for its costs. Both are many tables in one file.
/// </summary>
internal sealed class Thinkorswim : ITradeImporter
{
    // The two sections of a statement may differ by a second or two.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public string Id => "thinkorswim";

    public Text Name => new("thinkorswim statement", "thinkorswim 结单");

    public ImportRecognition? Recognise(IImportSource source)
    {
        bool trades = source.Head.Any(row => IsTitle(row, out bool counts) && counts);
        bool header = source.Head.Any(row => Header(row) is not null);
        bool named = source.Head.Any(row => row.Cells.Any(cell => cell.Contains("Today's Trade Activity", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("Account Statement for", StringComparison.OrdinalIgnoreCase)));
        return (trades && header) || named ? new ImportRecognition(100) : null;
    }

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        TableStyle style = new(new NumberText('.'), DateOrder.MonthFirst, options);
        List<Charge> charges = Charges(source, style);
        Headings? headings = null;
        bool counts = false;
        DateTimeOffset last = default;
        foreach (ImportRow row in source.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Cells.Count(cell => cell.Length > 0) <= 1)
            {
                headings = null;
                counts = IsTitle(row, out bool filled) && filled;
                continue;
            }

            if (Header(row) is { } found)
            {
                headings = counts ? found : null;
                continue;
            }

            if (headings is null)
            {
                yield return new SkippedRow(row.Line, "other_section", new Text("The line belongs to a section that lists no fills.", "该行所在部分不含成交。"));
                continue;
            }

            RowCells cells = new(row, headings, style);
            ImportItem item = ReadFill(cells, headings, charges, ref last);
            yield return cells.Fault ?? item;
        }
    }

    private static ImportItem ReadFill(RowCells cells, Headings headings, List<Charge> charges, ref DateTimeOffset last)
    {
        // The legs of a spread after the first one leave the time empty.
        int when = headings.Find("Exec Time");
        DateTimeOffset time = cells.Text(when).Length == 0 && last != default ? last : cells.Time(when);
        last = time;
        decimal quantity = cells.Number(headings.Find("Qty"));
        string side = cells.Text("Side");
        string type = cells.Text("Type").ToUpperInvariant();
        bool option = type is "CALL" or "PUT";
        string root = cells.Required(headings.Find("Symbol"));
        string symbol = option ? $"{root} {cells.Text("Exp")} {cells.Text("Strike")} {type}" : root;
        bool isBuy = SideText.IsBuy(side) ?? quantity > 0;
        return new ImportedExecution(cells.Line, symbol, isBuy, Math.Abs(quantity), cells.Number(headings.Find("Price")), time)
        {
            Kind = option ? InstrumentKind.Option : type == "STOCK" || type == "ETF" ? InstrumentKind.Stock : root.StartsWith('/') ? InstrumentKind.Future : InstrumentKind.Unknown,
            Fee = Take(charges, root, isBuy, Math.Abs(quantity), time),
        };
    }

    private static decimal Take(List<Charge> charges, string root, bool isBuy, decimal quantity, DateTimeOffset time)
    {
        int index = charges.FindIndex(charge => charge.IsBuy == isBuy && charge.Quantity == quantity && (charge.At - time).Duration() <= Tolerance && charge.Words.Contains(root));
        if (index < 0)
        {
            return 0;
        }

        decimal amount = charges[index].Amount;
        charges.RemoveAt(index);
        return amount;
    }

    // "BOT +100 AAPL @190.50" with its costs, from the cash balance.
    private static List<Charge> Charges(IImportSource source, TableStyle style)
    {
        List<Charge> charges = [];
        Headings? headings = null;
        foreach (ImportRow row in source.ReadRows())
        {
            Headings candidate = new(row.Cells);
            if (candidate.HasAll("DATE", "TIME", "DESCRIPTION", "AMOUNT"))
            {
                headings = candidate;
                continue;
            }

            if (row.Cells.Count(cell => cell.Length > 0) <= 1)
            {
                headings = null;
            }

            if (headings is null)
            {
                continue;
            }

            RowCells cells = new(row, headings, style);
            string[] words = cells.Text("DESCRIPTION").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int verb = Array.FindIndex(words, word => word is "BOT" or "SOLD");
            decimal costs = -(cells.NumberOrZero("Misc Fees") + cells.NumberOrZero("Commissions & Fees"));
            if (verb >= 0 && verb + 1 < words.Length && costs != 0 && new NumberText('.').TryParse(words[verb + 1], out decimal quantity))
            {
                DateTimeOffset at = cells.Time(headings.Find("DATE"), headings.Find("TIME"));
                charges.Add(new Charge(at, words[verb] == "BOT", Math.Abs(quantity), [.. words], costs));
            }
        }

        return charges;
    }

    private static bool IsTitle(ImportRow row, out bool counts)
    {
        string title = row.Cells.FirstOrDefault(cell => cell.Length > 0) ?? string.Empty;
        counts = title.Equals("Filled Orders", StringComparison.OrdinalIgnoreCase) || title.Equals("Account Trade History", StringComparison.OrdinalIgnoreCase);
        return row.Cells.Count(cell => cell.Length > 0) == 1;
    }

    private static Headings? Header(ImportRow row)
    {
        Headings headings = new(row.Cells);
        return headings.HasAll("Exec Time", "Side", "Qty", "Symbol", "Price") ? headings : null;
    }

    private sealed record Charge(DateTimeOffset At, bool IsBuy, decimal Quantity, HashSet<string> Words, decimal Amount);
}
