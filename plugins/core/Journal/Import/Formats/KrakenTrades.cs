using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Kraken's trades; prices and fees are in the second currency of the pair.</summary>
internal sealed class KrakenTrades : ExecutionFormat
{
    public override string Id => "kraken_trades";

    public override Text Name => new("Kraken trades", "Kraken 成交");

    protected override string[] Signature => ["txid", "ordertxid", "pair", "time", "type", "ordertype", "price", "cost", "fee", "vol"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["time"],
        Symbol = ["pair"],
        Quantity = ["vol"],
        Price = ["price"],
        Side = ["type"],
        Fees = ["fee"],
        ExecutionId = ["txid"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) =>
        execution with { Currency = CurrencyText.QuoteOf(execution.Symbol) ?? execution.Currency, Kind = InstrumentKind.Crypto };
}
