using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Revolut's statement of stocks: amounts with a sign of their currency.</summary>
internal sealed class RevolutStocks : ExecutionFormat
{
    public override string Id => "revolut_stocks";

    public override Text Name => new("Revolut stocks", "Revolut 股票");

    protected override string[] Signature => ["Date", "Ticker", "Type", "Quantity", "Price per share", "Total Amount", "Currency", "FX Rate"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Date"],
        Symbol = ["Ticker"],
        Quantity = ["Quantity"],
        Price = ["Price per share"],
        Side = ["Type"],
        Currency = ["Currency"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) => execution with { Kind = InstrumentKind.Stock };
}
