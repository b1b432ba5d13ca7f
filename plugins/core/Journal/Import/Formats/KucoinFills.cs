using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>KuCoin's fills, in the form of its interface and in that of its export.</summary>
internal sealed class KucoinFills : ExecutionFormat
{
    public override string Id => "kucoin_fills";

    public override Text Name => new("KuCoin fills", "KuCoin 成交");

    protected override string[] Signature => ["tradeCreatedAt", "symbol", "side", "price", "size", "funds", "fee", "feeCurrency"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["tradeCreatedAt"],
        Symbol = ["symbol"],
        Quantity = ["size"],
        Price = ["price"],
        Side = ["side"],
        Fees = ["fee"],
        ExecutionId = ["tradeId"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) =>
        execution with { Currency = CurrencyText.QuoteOf(execution.Symbol) ?? execution.Currency, Kind = InstrumentKind.Crypto };
}
