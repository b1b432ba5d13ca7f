using AIWendy.Plugins.Journal.Engine;
using static AIWendy.Plugins.Journal.Engine.FigureReasons;
using static AIWendy.Plugins.Journal.Engine.FigureUnits;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Figures in multiples of risk, about falls of equity and about days.</summary>
internal static class RiskDefinitions
{
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        new("expectancy_r", R, new("Expectancy in R", "每笔期望（R）"), new("mean(R); R = net ÷ (|average entry − first stop| × quantity × multiplier). Trades without a stop are left out and counted.", "mean(R)；R = 净盈亏 ÷（|平均入场价 − 最初止损| × 数量 × 乘数）。没有止损的交易不计，但会列出笔数。"), NoStop, NoRisk),
        new("standard_deviation_r", R, new("Standard deviation of R", "R 的标准差"), new("√(Σ(R − mean)² ÷ (N − 1))", "√(Σ(R − 平均)² ÷ (N − 1))"), NoStop, NoRisk, TooSmall),
        new("sqn", Ratio, new("System quality number", "系统质量数（SQN）"), new("√N × mean(R) ÷ sample deviation(R), which is the one-sample t statistic; unreliable below 30 trades. About 1.6 is poor, 2 to 3 average to good, 3 to 5 excellent, above 7 exceptional.", "√N × mean(R) ÷ R 的样本标准差，即单样本 t 统计量；30 笔以下不可靠。约 1.6 较差，2 到 3 一般至良好，3 到 5 优秀，7 以上罕见。"), NoStop, NoRisk, TooSmall, NoSpread),
        new("sqn_capped", Ratio, new("System quality number, capped", "系统质量数（封顶）"), new("The same with √min(N, 100), as Tharp's material caps it", "同上，但用 √min(N, 100)，与 Tharp 的资料一致"), NoStop, NoRisk, TooSmall, NoSpread),
        new("r_coverage", Percent, new("Trades with a stop", "有止损的交易"), new("Trades with a known first stop ÷ N", "已知最初止损的交易 ÷ N")),
        new("t_statistic", Ratio, new("t statistic of results", "盈亏的 t 统计量"), new("√N × mean(net) ÷ sample deviation(net): the quality number of results that have no stop", "√N × mean(净盈亏) ÷ 净盈亏的样本标准差：没有止损时的质量数"), TooSmall, NoSpread),
        new("t_statistic_capped", Ratio, new("t statistic of results, capped", "盈亏的 t 统计量（封顶）"), new("The same with √min(N, 100)", "同上，但用 √min(N, 100)"), TooSmall, NoSpread),
        new("max_drawdown_day", Money, new("Max drawdown, end of day", "最大回撤（日终）"), new("max(peak − equity) at the end of each day", "每日结束时 max(高点 − 权益)")),
        new("max_drawdown_day_percent", Percent, new("Max drawdown, end of day, percent", "最大回撤百分比（日终）"), new("max((peak − equity) ÷ peak) at the end of each day", "每日结束时 max((高点 − 权益) ÷ 高点)"), NoStartBalance, EquityNotPositive),
        new("drawdown_days", FigureUnits.Days, new("Longest drawdown", "最长回撤"), new("Longest time from a peak to the last close below it, in calendar days", "从高点到其下最后一次平仓的最长时间，按日历天")),
        new("recovery_factor", Ratio, new("Recovery factor", "恢复系数"), new("|Σ net| ÷ max drawdown", "|Σ净盈亏| ÷ 最大回撤"), NoDrawdown, OnlyBreakeven),
        new("ulcer_index", Percent, new("Ulcer index", "溃疡指数"), new("√mean(drawdown %²) over the closes of all trades", "所有平仓时 √mean(回撤%²)"), NoStartBalance, EquityNotPositive),
        new("trading_days", Count, new("Days with a close", "有平仓的天数"), new("Days in the account's zone on which a trade closed", "按账户时区，有交易平仓的天数")),
        new("winning_days", Count, new("Winning days", "盈利天数"), new("Days with Σ net > 0", "Σ净盈亏 > 0 的天数")),
        new("losing_days", Count, new("Losing days", "亏损天数"), new("Days with Σ net < 0", "Σ净盈亏 < 0 的天数")),
        new("best_day", Money, new("Best day", "最好的一天"), new("max Σ net of a day", "单日 Σ净盈亏的最大值")),
        new("worst_day", Money, new("Worst day", "最差的一天"), new("min Σ net of a day", "单日 Σ净盈亏的最小值")),
        new("best_day_share", Percent, new("Share of the best day", "最好一天的占比"), new("best day ÷ Σ net", "最好的一天 ÷ Σ净盈亏"), NoProfit),
        new("daily_mean", Money, new("Mean day", "日均盈亏"), new("Σ net ÷ days with a close", "Σ净盈亏 ÷ 有平仓的天数")),
        new("daily_deviation", Money, new("Deviation of days", "每日盈亏标准差"), new("Sample deviation of the days' Σ net", "每日 Σ净盈亏的样本标准差"), TooSmall),
        new("sharpe_daily", Ratio, new("Sharpe ratio, daily", "夏普比率（日）"), new("mean(r − rf) ÷ sample deviation(r − rf); r = net of the day ÷ equity at its start. With days=weekdays every Monday to Friday counts, with returns=result r is the net itself.", "mean(r − rf) ÷ (r − rf) 的样本标准差；r = 当日净盈亏 ÷ 当日开始时的权益。days=weekdays 时每个周一至周五都计入，returns=result 时 r 就是净盈亏。"), NoStartBalance, EquityNotPositive, TooSmall, NoSpread),
        new("sharpe_annual", Ratio, new("Sharpe ratio, yearly", "夏普比率（年化）"), new("Sharpe ratio, daily × √252; from 20 days on", "夏普比率（日）× √252；至少 20 天"), NoStartBalance, EquityNotPositive, TooSmall, NoSpread, TooFewDays),
        new("sortino_daily", Ratio, new("Sortino ratio, daily", "索提诺比率（日）"), new("mean(r − T) ÷ √(Σ min(0, r − T)² ÷ N) over all N days; T is the risk-free rate of a day, 0 unless set", "mean(r − T) ÷ √(Σ min(0, r − T)² ÷ N)，对全部 N 天；T 为每日无风险利率，默认 0"), NoStartBalance, EquityNotPositive, NoDownside, NoSpread),
        new("sortino_annual", Ratio, new("Sortino ratio, yearly", "索提诺比率（年化）"), new("Sortino ratio, daily × √252; from 20 days on", "索提诺比率（日）× √252；至少 20 天"), NoStartBalance, EquityNotPositive, NoDownside, NoSpread, TooFewDays),
    ];
}
