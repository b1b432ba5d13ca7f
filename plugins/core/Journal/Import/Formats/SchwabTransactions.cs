using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Charles Schwab's history of an account. Reinvested dividends and corporate actions are no trades; a date may carry a second one, "as of".</summary>
internal sealed class SchwabTransactions : ExecutionFormat
{
    public override string Id => "schwab";

    public override Text Name => new("Charles Schwab history", "嘉信理财交易记录");

    protected override string[] Signature => ["Date", "Action", "Symbol", "Description", "Quantity", "Price", "Fees & Comm", "Amount"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Date"],
        Symbol = ["Symbol"],
        Quantity = ["Quantity"],
        Price = ["Price"],
        Side = ["Action"],
        Fees = ["Fees & Comm"],
    };

    protected override SkippedRow? NoTrade(RowCells cells)
    {
        string action = cells.Text("Action");
        if (action.StartsWith("Reinvest", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "reinvestment", "A reinvested dividend, not a decision to trade.", "股息再投资，不是主动交易。");
        }

        return base.NoTrade(cells);
    }
}
