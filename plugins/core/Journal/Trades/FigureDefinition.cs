using System.Collections.Frozen;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>What a figure is called, how it is computed and when it has no value.</summary>
/// <param name="Id">Stable snake_case id.</param>
/// <param name="Unit">One of <see cref="FigureUnits"/>; results follow the unit that was asked for.</param>
/// <param name="Label">Its name.</param>
/// <param name="Formula">How it is computed, in plain text.</param>
/// <param name="Reasons">The reasons with which it may have no value, apart from there being no trades.</param>
internal sealed record FigureDefinition(string Id, string Unit, Text Label, Text Formula, params string[] Reasons);

/// <summary>Every figure of the statistics. The documentation lists the same, in the same order.</summary>
internal static class FigureCatalogue
{
    /// <summary>Place of the explanation of a figure within the documentation of a language; the id follows.</summary>
    public const string Reference = "statistics.md#";

    /// <summary>All definitions, in the order in which figures are computed.</summary>
    public static readonly IReadOnlyList<FigureDefinition> All = [.. ResultDefinitions.All, .. RiskDefinitions.All, .. CourseDefinitions.All];

    private static readonly FrozenDictionary<string, FigureDefinition> ById = All.ToFrozenDictionary(definition => definition.Id);

    private static readonly FrozenDictionary<string, Text> Reasons = new Dictionary<string, Text>
    {
        [FigureReasons.NoTrades] = new("There is no closed trade.", "没有已平仓的交易。"),
        [FigureReasons.NoWins] = new("There is no winning trade.", "没有盈利的交易。"),
        [FigureReasons.NoLosses] = new("There is no losing trade; a ratio to losses has no bound.", "没有亏损的交易；与亏损相比没有上限。"),
        [FigureReasons.OnlyBreakeven] = new("Every trade ended at breakeven.", "每笔交易都持平。"),
        [FigureReasons.TooFewTrades] = new("There are too few trades to say anything.", "交易太少，说明不了什么。"),
        [FigureReasons.NoStartBalance] = new("The account has no start balance, so nothing is a share of it.", "账户没有起始资金，无法计算占比。"),
        [FigureReasons.EquityNotPositive] = new("Equity was not above zero all the time, so percentages say nothing.", "权益曾经不大于零，百分比没有意义。"),
        [FigureReasons.TooSmall] = new("Spread needs at least two observations.", "至少需要两个数据才有离散程度。"),
        [FigureReasons.NoSpread] = new("All observations are equal, so there is no spread to divide by.", "所有数据都相同，没有可以相除的离散程度。"),
        [FigureReasons.NoStop] = new("No trade has a stop, so its risk is not known.", "没有一笔交易有止损，风险未知。"),
        [FigureReasons.NoRisk] = new("The stop lies at the entry price.", "止损价就是入场价。"),
        [FigureReasons.NoDrawdown] = new("Equity never fell below a peak.", "权益从未低于高点。"),
        [FigureReasons.NoDownside] = new("No day fell below the target.", "没有一天低于目标。"),
        [FigureReasons.TooFewDays] = new("A yearly figure needs at least 20 days.", "年化数字至少需要 20 天。"),
        [FigureReasons.PeriodTooShort] = new("A yearly rate needs at least 90 days from the first to the last.", "年化收益率需要首尾相隔至少 90 天。"),
        [FigureReasons.NoEdge] = new("These wins and losses leave no edge.", "这样的盈亏没有优势。"),
        [FigureReasons.NoProfit] = new("The total is not a profit.", "总和不是盈利。"),
        [FigureReasons.NoBars] = new("There are no prices of the holding time. Load price bars.", "没有持仓期间的价格。请导入价格数据。"),
        [FigureReasons.NoRate] = new("No exchange rate is known for the day.", "当天没有汇率。"),
        [FigureReasons.LowSample] = new("The sample is too small for a chance of zero.", "样本太小，不能说概率为零。"),
        [FigureReasons.NoSolution] = new("The calculation has no solution for these results.", "这些结果下没有解。"),
    }.ToFrozenDictionary();

    /// <summary>The definition of a figure, or <see langword="null"/> when it is not one of the statistics.</summary>
    public static FigureDefinition? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>A reason in words.</summary>
    public static Text Reason(string reason) => Reasons.TryGetValue(reason, out Text? text) ? text : new Text(reason);
}
