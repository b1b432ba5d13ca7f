using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>TradeZella's export of trades.</summary>
internal sealed class TradeZellaTrades : ClosedTradeFormat
{
    public override string Id => "tradezella";

    public override Text Name => new("TradeZella trades", "TradeZella 交易");

    protected override string[] Signature => ["Symbol", "Side", "Quantity", "Open Date", "Close Date", "Entry Price", "Exit Price"];

    protected override ClosedTradeNames Names { get; } = new()
    {
        Symbol = ["Symbol"],
        Side = ["Side"],
        Quantity = ["Quantity"],
        EntryPrice = ["Entry Price"],
        ExitPrice = ["Exit Price"],
        EnteredAt = ["Open Date"],
        EntryClock = ["Open Time"],
        ExitedAt = ["Close Date"],
        ExitClock = ["Close Time"],
        Gross = ["Gross P&L"],
        Fees = ["Commission", "Fee", "Swap"],
        Account = ["Account Name"],
    };
}
