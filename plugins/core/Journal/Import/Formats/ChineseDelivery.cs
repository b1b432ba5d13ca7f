using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Statements of mainland Chinese brokers (交割单, 成交): codes get their leading zeros back, sales may be negative, all charges count. The payment for a subscription stands before
/// its units, as a purchase of none.</summary>
internal sealed class ChineseDelivery : ExecutionFormat
{
    public override string Id => "cn_broker";

    public override Text Name => new("Chinese broker statement", "A 股券商交割单");

    protected override string[] Signature => ["证券代码", "成交价格", "成交数量"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["成交日期", "发生日期", "交收日期", "日期"],
        Time = ["成交时间", "委托时间"],
        Symbol = ["证券代码"],
        Quantity = ["成交数量"],
        Price = ["成交价格", "成交均价"],
        Side = ["买卖标志", "操作", "买卖方向", "业务名称", "方向", "摘要", "交易类别"],
        Account = ["资金账号", "资金帐号"],
        ZeroCounts = true,
    };

    private const int CodeLength = 6;
    private static readonly string[] Parts = ["佣金", "净佣金", "印花税", "过户费", "其他费", "其他费用", "规费", "附加费", "交易规费", "经手费", "证管费", "结算费"];

    protected override ImportRecognition? Match(Headings headings) =>
        base.Match(headings) is { } match && DateColumn(headings) >= 0 && headings.Find(Names.Side) >= 0 ? match : null;

    // Some statements name the sum of all charges 手续费, others only the broker's own.
    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells)
    {
        decimal parts = Parts.Sum(part => cells.NumberOrZero(part));
        decimal charge = cells.NumberOrZero("手续费");
        bool isSum = cells.Headings.Find("佣金") >= 0 && charge >= parts - 0.01m;
        string code = execution.Symbol;
        return execution with
        {
            Symbol = code.Length < CodeLength && code.All(char.IsAsciiDigit) ? code.PadLeft(CodeLength, '0') : code,
            Fee = isSum ? charge : parts + charge,
            Currency = CurrencyText.Code(cells.Text("币种", "货币")) ?? "CNY",
            Kind = InstrumentKind.Stock,
            Multiplier = 1,
        };
    }
}
