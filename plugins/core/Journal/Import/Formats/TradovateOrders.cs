using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Tradovate's orders: only what was filled counts.</summary>
internal sealed class TradovateOrders : ExecutionFormat
{
    public override string Id => "tradovate_orders";

    public override Text Name => new("Tradovate orders", "Tradovate 订单");

    protected override string[] Signature => ["B/S", "Contract", "Avg Fill Price", "Filled Qty", "Fill Time"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Fill Time"],
        Symbol = ["Contract", "Product"],
        Quantity = ["Filled Qty", "filledQty"],
        Price = ["Avg Fill Price", "avgPrice"],
        Side = ["B/S"],
        Fees = ["Commission", "commission"],
        ExecutionId = ["Order ID", "orderId"],
        Account = ["Account"],
    };

    protected override SkippedRow? NoTrade(RowCells cells) => cells.NumberOrZero("Filled Qty") == 0
        ? Skip(cells.Line, "not_filled", "The order was not filled.", "该订单未成交。")
        : base.NoTrade(cells);
}
