using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>TopstepX' export of orders: filled ones are executions. A bid buys.</summary>
internal sealed class TopstepOrders : ExecutionFormat
{
    public override string Id => "topstepx_orders";

    public override Text Name => new("TopstepX orders", "TopstepX 订单");

    protected override string[] Signature => ["ContractName", "Status", "Size", "ExecutePrice", "Side", "FilledAt"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["FilledAt"],
        Symbol = ["ContractName"],
        Quantity = ["Size"],
        Price = ["ExecutePrice"],
        Side = ["Side"],
        Fees = ["Fees", "Commissions"],
        ExecutionId = ["Id", "OrderId"],
        Account = ["AccountName"],
    };

    protected override SkippedRow? NoTrade(RowCells cells) => !cells.Text("Status").Equals("Filled", StringComparison.OrdinalIgnoreCase)
        ? Skip(cells.Line, "not_filled", "The order was not filled.", "该订单未成交。")
        : base.NoTrade(cells);
}
