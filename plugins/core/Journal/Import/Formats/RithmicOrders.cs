using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Rithmic's completed orders: only what was filled counts; the rate is a charge for each contract.</summary>
internal sealed class RithmicOrders : ExecutionFormat
{
    public override string Id => "rithmic_orders";

    public override Text Name => new("Rithmic orders", "Rithmic 订单");

    protected override string[] Signature => ["Buy/Sell", "Symbol", "Qty Filled", "Avg Fill Price", "Update Time"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Update Time"],
        Symbol = ["Symbol"],
        Quantity = ["Qty Filled"],
        Price = ["Avg Fill Price"],
        Side = ["Buy/Sell"],
        ExecutionId = ["Order Number", "Basket ID"],
        Account = ["Account"],
    };

    protected override SkippedRow? NoTrade(RowCells cells) => cells.NumberOrZero("Qty Filled") == 0
        ? Skip(cells.Line, "not_filled", "The order was not filled.", "该订单未成交。")
        : base.NoTrade(cells);

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells) =>
        execution with { Fee = cells.NumberOrZero("Commission Fill Rate") * execution.Quantity };
}
