using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Huobi's trades: the fee is glued to its coin, which on purchases is the coin that was bought.</summary>
internal sealed class HuobiTrades : ExecutionFormat
{
    public override string Id => "huobi_trades";

    public override Text Name => new("Huobi trades", "火币成交记录");

    protected override string[] Signature => ["时间", "交易类型", "交易对", "方向", "价格", "数量", "成交额", "手续费"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["时间"],
        Symbol = ["交易对"],
        Quantity = ["数量"],
        Price = ["价格"],
        Side = ["方向"],
    };

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells)
    {
        (decimal Value, string? Unit)? fee = cells.NumberWithUnit(cells.Headings.Find("手续费"));
        string coin = CurrencyText.BaseOf(execution.Symbol);
        bool inCoin = fee?.Unit is { } unit && unit.Equals(new string([.. coin.Where(char.IsLetter)]), StringComparison.OrdinalIgnoreCase);
        string amount = cells.Text("手续费");
        decimal value = inCoin && amount.EndsWith(coin, StringComparison.OrdinalIgnoreCase) ? Amount(amount[..^coin.Length]) * execution.Price : fee?.Value ?? 0;
        return execution with { Fee = value, Currency = CurrencyText.QuoteOf(execution.Symbol), Kind = InstrumentKind.Crypto };
    }

    // A coin may have digits in its name: 0.00915201BTC1S.
    private static decimal Amount(string text) => new NumberText('.').TryParse(text, out decimal value) ? value : 0;
}
