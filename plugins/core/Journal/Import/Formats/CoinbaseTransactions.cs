using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Coinbase's transactions. A conversion is a sale of one coin and a purchase of another.</summary>
internal sealed class CoinbaseTransactions : ExecutionFormat
{
    public override string Id => "coinbase";

    public override Text Name => new("Coinbase transactions", "Coinbase 交易记录");

    protected override string[] Signature => ["Timestamp", "Transaction Type", "Asset", "Quantity Transacted", "Subtotal"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Timestamp"],
        Symbol = ["Asset"],
        Quantity = ["Quantity Transacted"],
        Price = ["Price at Transaction", "Spot Price at Transaction"],
        Side = ["Transaction Type"],
        Fees = ["Fees and/or Spread"],
        Currency = ["Price Currency", "Spot Price Currency"],
        ExecutionId = ["ID"],
    };

    protected override SkippedRow? NoTrade(RowCells cells) => IsConversion(cells) ? null : base.NoTrade(cells);

    protected override RowReader Prepare(Headings headings)
    {
        RowReader trades = base.Prepare(headings);
        return (cells, items) =>
        {
            if (IsConversion(cells))
            {
                Convert(cells, items);
            }
            else
            {
                trades(cells, items);
            }
        };
    }

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) => execution with { Kind = InstrumentKind.Crypto };

    private static bool IsConversion(RowCells cells) => cells.Text("Transaction Type").Equals("Convert", StringComparison.OrdinalIgnoreCase);

    // "Converted 0.00363125 BTC to 156.145683 XRP": what is received stands in the note alone.
    private static void Convert(RowCells cells, List<ImportItem> items)
    {
        Headings headings = cells.Headings;
        string[] words = cells.Text("Notes").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        decimal quantity = Math.Abs(cells.Number(headings.Find("Quantity Transacted")));
        decimal value = cells.Number(headings.Find("Subtotal"));
        DateTimeOffset time = cells.Time(headings.Find("Timestamp"));
        string? currency = CurrencyText.Code(cells.Text("Price Currency", "Spot Price Currency"));
        string id = cells.Text("ID");
        if (words is not [_, _, _, "to", { } received, { } coin, ..] || !new NumberText('.').TryParse(received, out decimal bought) || bought <= 0 || quantity <= 0)
        {
            cells.Fail(headings.Find("Notes"), "conversion_unclear", "The note does not say what was received for what.", "备注没有说明兑换了什么。");
            return;
        }

        items.Add(new ImportedExecution(cells.Line, cells.Required(headings.Find("Asset")), false, quantity, cells.Number(headings.Find("Price at Transaction", "Spot Price at Transaction")), time)
        {
            Currency = currency,
            Kind = InstrumentKind.Crypto,
            Fee = cells.NumberOrZero("Fees and/or Spread"),
            ExecutionId = id.Length > 0 ? id + ":out" : null,
        });
        items.Add(new ImportedExecution(cells.Line, coin, true, bought, value / bought, time) { Currency = currency, Kind = InstrumentKind.Crypto, ExecutionId = id.Length > 0 ? id + ":in" : null });
    }
}
