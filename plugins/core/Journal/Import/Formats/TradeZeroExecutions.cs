using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>TradeZero's executions, which TradeNote takes too: 22 columns, costs in six of them, month first.</summary>
internal sealed class TradeZeroExecutions : ExecutionFormat
{
    public override string Id => "tradezero";

    public override Text Name => new("TradeZero executions", "TradeZero 成交");

    protected override string[] Signature => ["T/D", "S/D", "Currency", "Type", "Side", "Symbol", "Qty", "Price", "Exec Time", "Comm", "SEC", "TAF", "NSCC", "Nasdaq"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["T/D"],
        Time = ["Exec Time"],
        Symbol = ["Symbol"],
        Quantity = ["Qty"],
        Price = ["Price"],
        Side = ["Side"],
        Fees = ["Comm", "SEC", "TAF", "NSCC", "Nasdaq", "ECN Remove", "ECN Add"],
        Currency = ["Currency"],
        Account = ["Account"],
    };
}
