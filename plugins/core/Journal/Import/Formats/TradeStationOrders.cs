using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>TradeStation's list of orders: only what was filled counts.</summary>
internal sealed class TradeStationOrders : ExecutionFormat
{
    public override string Id => "tradestation_orders";

    public override Text Name => new("TradeStation orders", "TradeStation 订单");

    protected override string[] Signature => ["Account", "Symbol", "Entered", "Order Status", "Qty Filled", "Filled Price"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Filled/Canceled", "Filled", "Entered"],
        Symbol = ["Symbol"],
        Quantity = ["Qty Filled"],
        Price = ["Filled Price"],
        Side = ["Type", "Side", "B/S"],
        Fees = ["Commission", "Routing Fee"],
        ExecutionId = ["Order #", "Order Number"],
        Account = ["Account"],
    };

    protected override SkippedRow? NoTrade(RowCells cells) => cells.NumberOrZero("Qty Filled") == 0
        ? Skip(cells.Line, "not_filled", "The order was not filled.", "该订单未成交。")
        : base.NoTrade(cells);
}
