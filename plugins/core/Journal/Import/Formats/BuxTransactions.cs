using System.Globalization;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>BUX' transactions. The fee of a trade is a row of its own at the same second.</summary>
internal sealed class BuxTransactions : ExecutionFormat
{
    public override string Id => "bux";

    public override Text Name => new("BUX transactions", "BUX 交易记录");

    protected override string[] Signature => ["Transaction Time (CET)", "Transaction Category", "Transaction Type", "Asset Id", "Asset Quantity", "Asset Price"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Transaction Time (CET)"],
        Symbol = ["Asset Id", "Asset Name"],
        Quantity = ["Asset Quantity"],
        Price = ["Asset Price"],
        Side = ["Transaction Type"],
        Currency = ["Asset Currency"],
    };

    protected override RowReader Prepare(Headings headings, TableStyle style, Func<IEnumerable<ImportRow>> rows)
    {
        Dictionary<string, decimal> fees = Fees(headings, style, rows());
        RowReader trades = base.Prepare(headings);
        return (cells, items) =>
        {
            trades(cells, items);
            if (items is [ImportedExecution execution] && fees.Remove(Key(execution.Symbol, execution.ExecutedAt), out decimal fee))
            {
                decimal rate = cells.NumberOrZero("Exchange Rate");
                bool converts = cells.Text("Transaction Currency") != execution.Currency;
                items[0] = execution with { Fee = converts && rate > 0 ? fee * rate : fee };
            }
        };
    }

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) => execution with { Kind = InstrumentKind.Stock };

    private static Dictionary<string, decimal> Fees(Headings headings, TableStyle style, IEnumerable<ImportRow> rows)
    {
        Dictionary<string, decimal> fees = new(StringComparer.Ordinal);
        foreach (ImportRow row in rows)
        {
            RowCells cells = new(row, headings, style);
            if (cells.Text("Transaction Type") == "Trading Fee")
            {
                string key = Key(cells.Text("Asset Id"), cells.Time(headings.Find("Transaction Time (CET)")));
                fees[key] = fees.GetValueOrDefault(key) - cells.NumberOrZero("Transaction Amount");
            }
        }

        return fees;
    }

    private static string Key(string asset, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{asset}|{at.ToUnixTimeSeconds()}");
}
