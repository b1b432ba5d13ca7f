using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Tradovate's performance report: one row per matched pair of fills. Sold before bought is a short trade.</summary>
internal sealed class TradovatePerformance : TableImporter
{
    public override string Id => "tradovate_performance";

    public override Text Name => new("Tradovate performance", "Tradovate 绩效报告");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.HasAll("symbol", "buyFillId", "sellFillId", "qty", "buyPrice", "sellPrice", "pnl", "boughtTimestamp", "soldTimestamp") ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find("buyPrice"), headings.Find("sellPrice"), headings.Find("pnl")];

    protected override int DateColumn(Headings headings) => headings.Find("boughtTimestamp");

    protected override RowReader Prepare(Headings headings)
    {
        int symbol = headings.Find("symbol");
        int buyId = headings.Find("buyFillId");
        int sellId = headings.Find("sellFillId");
        int quantity = headings.Find("qty");
        int buyPrice = headings.Find("buyPrice");
        int sellPrice = headings.Find("sellPrice");
        int result = headings.Find("pnl");
        int bought = headings.Find("boughtTimestamp");
        int sold = headings.Find("soldTimestamp");
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        return (cells, items) =>
        {
            DateTimeOffset boughtAt = cells.Time(bought);
            DateTimeOffset soldAt = cells.Time(sold);
            bool isLong = boughtAt <= soldAt;
            string pair = $"{cells.Required(buyId)}-{cells.Required(sellId)}";
            int ordinal = seen[pair] = seen.GetValueOrDefault(pair) + 1;
            decimal buy = cells.Number(buyPrice);
            decimal sell = cells.Number(sellPrice);
            ClosedTradeRow trade = new(
                ordinal == 1 ? pair : $"{pair}#{ordinal}",
                cells.Required(symbol),
                isLong,
                Math.Abs(cells.Number(quantity)),
                isLong ? buy : sell,
                isLong ? sell : buy,
                isLong ? boughtAt : soldAt,
                isLong ? soldAt : boughtAt)
            {
                Gross = cells.Number(result),
            };
            if (cells.Fault is null)
            {
                trade.AddTo(items, cells.Line);
            }
        };
    }
}
