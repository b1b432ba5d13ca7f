using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Trade Republic's export of transactions: mostly cash movements; fees are negative where they are charged.</summary>
internal sealed class TradeRepublic : TableImporter
{
    public override string Id => "trade_republic";

    public override Text Name => new("Trade Republic transactions", "Trade Republic 交易记录");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.HasAll("datetime", "category", "type", "asset_class", "symbol", "shares", "price", "fee", "currency", "transaction_id") ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find("shares"), headings.Find("price"), headings.Find("fee")];

    protected override int DateColumn(Headings headings) => headings.Find("datetime");

    protected override RowReader Prepare(Headings headings)
    {
        int type = headings.Find("type");
        ExecutionColumns columns = new()
        {
            Date = headings.Find("datetime"),
            Symbol = headings.Find("symbol"),
            Quantity = headings.Find("shares"),
            Price = headings.Find("price"),
            Side = type,
            Fees = [headings.Find("fee")],
            FeesAreCash = true,
            Currency = headings.Find("currency"),
            ExecutionId = headings.Find("transaction_id"),
            Kind = headings.Find("asset_class"),
        };
        return (cells, items) =>
        {
            string word = cells.Text(type);
            items.Add(SideText.IsBuy(word) is null
                ? Skip(cells.Line, "not_a_trade", $"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。")
                : columns.Read(cells));
        };
    }
}
