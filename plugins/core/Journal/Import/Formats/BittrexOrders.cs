using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Bittrex' order history: a few lines about the account, then closed orders, fees in the second currency of the market.</summary>
internal sealed class BittrexOrders : ExecutionFormat
{
    public override string Id => "bittrex_orders";

    public override Text Name => new("Bittrex order history", "Bittrex 订单记录");

    protected override string[] Signature => ["TXID", "Time (UTC)", "Transaction", "Market", "Price", "Quantity (Base)", "Fees (Quote)"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Time (UTC)"],
        Symbol = ["Market"],
        Quantity = ["Quantity (Base)"],
        Price = ["Price"],
        Side = ["Transaction"],
        Fees = ["Fees (Quote)"],
        Currency = ["Quote"],
        ExecutionId = ["TXID"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) =>
        execution with { Currency = CurrencyText.QuoteOf(execution.Symbol) ?? execution.Currency, Kind = InstrumentKind.Crypto };
}
