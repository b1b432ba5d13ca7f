using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Revolut's statement of crypto: the currency stands beside the price.</summary>
internal sealed class RevolutCrypto : ExecutionFormat
{
    public override string Id => "revolut_crypto";

    public override Text Name => new("Revolut crypto", "Revolut 加密货币");

    protected override string[] Signature => ["Symbol", "Type", "Quantity", "Price", "Value", "Fees", "Date"];

    protected override int Score => 95;

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Date"],
        Symbol = ["Symbol"],
        Quantity = ["Quantity"],
        Price = ["Price"],
        Side = ["Type"],
        Fees = ["Fees"],
    };

    protected override ImportRecognition? Match(Headings headings) => headings.Cells.Count(cell => cell.Length > 0) == Signature.Length ? base.Match(headings) : null;

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) =>
        execution with { Currency = CurrencyText.OfAmount(cells.Text("Price")), Kind = InstrumentKind.Crypto };
}
