using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Swissquote's transactions: trades beside dividends, fees and currency conversions.</summary>
internal sealed class SwissquoteTransactions : ExecutionFormat
{
    public override string Id => "swissquote";

    public override Text Name => new("Swissquote transactions", "Swissquote 交易记录");

    protected override string[] Signature => ["Order #", "Transaction", "Symbol", "ISIN", "Unit price", "Costs", "Net Amount", "Currency"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Date"],
        Symbol = ["Symbol", "ISIN"],
        Quantity = ["Quantity"],
        Price = ["Unit price"],
        Side = ["Transaction"],
        Fees = ["Costs"],
        Currency = ["Currency"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) => execution with { Kind = InstrumentKind.Stock };
}
