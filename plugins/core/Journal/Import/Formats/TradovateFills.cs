using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Fills of Tradovate as other programs pass them on; an id may come in several rows and each row counts.</summary>
internal sealed class TradovateFills : ExecutionFormat
{
    public override string Id => "tradovate_fills";

    public override Text Name => new("Tradovate fills", "Tradovate 成交");

    protected override string[] Signature => ["orderId", "execId", "contractName", "action", "qty", "price", "timestamp"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["timestamp"],
        Symbol = ["contractName"],
        Quantity = ["qty"],
        Price = ["price"],
        Side = ["action"],
        Fees = ["commission"],
        ExecutionId = ["execId"],
        Account = ["accountId"],
    };
}
