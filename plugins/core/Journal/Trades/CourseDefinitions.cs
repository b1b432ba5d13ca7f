using static AIWendy.Plugins.Journal.Engine.FigureReasons;
using static AIWendy.Plugins.Journal.Engine.FigureUnits;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Figures about returns, bets, runs, holding times and prices on the way.</summary>
internal static class CourseDefinitions
{
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        new("return_time_weighted", Percent, new("Return, time-weighted", "收益率（时间加权）"), new("Π(1 + r) − 1 over the days; deposits and withdrawals change nothing", "各日 Π(1 + r) − 1；出入金不影响"), NoStartBalance, EquityNotPositive),
        new("return_money_weighted", Percent, new("Return, money-weighted", "收益率（资金加权）"), new("The rate of the whole period at which start balance and deposits grow to the final equity", "使起始资金与入金增长到期末权益的整个期间收益率"), NoStartBalance, EquityNotPositive, NoSolution),
        new("return_annual", Percent, new("Return per year", "年化收益率"), new("(1 + time-weighted return)^(365 ÷ days) − 1; from 90 days on", "(1 + 时间加权收益率)^(365 ÷ 天数) − 1；至少 90 天"), NoStartBalance, EquityNotPositive, PeriodTooShort),
        new("calmar", Ratio, new("Calmar ratio", "卡玛比率"), new("return per year ÷ max drawdown percent", "年化收益率 ÷ 最大回撤百分比"), NoStartBalance, EquityNotPositive, PeriodTooShort, NoDrawdown),
        new("kelly", Ratio, new("Kelly fraction", "凯利比例"), new("W − (1 − W) ÷ payoff; W = wins ÷ (wins + losses). It describes past trades and is no recommendation.", "W − (1 − W) ÷ 盈亏比；W = 盈利笔数 ÷（盈利笔数 + 亏损笔数）。只描述过去的交易，不是建议。"), NoLosses, NoWins, OnlyBreakeven, NoEdge),
        new("kelly_half", Ratio, new("Half Kelly", "半凯利"), new("Kelly fraction ÷ 2", "凯利比例 ÷ 2"), NoLosses, NoWins, OnlyBreakeven, NoEdge),
        new("risk_of_ruin", Ratio, new("Risk of ruin at 10 R", "亏掉 10 R 的概率"), new("e^(−θ·10) with θ > 0 and mean(e^(−θR)) = 1; 1 when mean(R) ≤ 0; 0 only from 30 trades without a loss on", "e^(−θ·10)，其中 θ > 0 且 mean(e^(−θR)) = 1；mean(R) ≤ 0 时为 1；只有 30 笔以上且无亏损时为 0"), NoStop, NoRisk, LowSample, NoSolution),
        new("max_win_streak", Count, new("Longest winning streak", "最长连胜"), new("Most wins in a row; breakeven trades neither break nor extend", "最多连续盈利；持平既不中断也不延长")),
        new("max_loss_streak", Count, new("Longest losing streak", "最长连亏"), new("Most losses in a row; breakeven trades neither break nor extend", "最多连续亏损；持平既不中断也不延长")),
        new("current_streak", Count, new("Current streak", "当前连续"), new("The run that the last trade stands in; below zero for losses", "最后一笔所在的连续次数；亏损为负")),
        new("runs", Count, new("Runs", "游程数"), new("Runs of equal outcomes, breakeven trades dropped", "相同结果的连续段数，持平不计"), OnlyBreakeven, NoLosses, NoWins),
        new("runs_expected", Count, new("Runs expected by chance", "随机时的游程数"), new("2·W·L ÷ n + 1", "2·W·L ÷ n + 1"), OnlyBreakeven, NoLosses, NoWins),
        new("runs_z", Ratio, new("Runs test, z", "游程检验 z"), new("(runs − expected) ÷ √(2WL(2WL − n) ÷ (n²(n − 1))); below zero is streaky", "(游程数 − 期望) ÷ √(2WL(2WL − n) ÷ (n²(n − 1)))；小于零表示扎堆"), OnlyBreakeven, NoLosses, NoWins, TooSmall),
        new("average_hold", Minutes, new("Average holding time", "平均持仓时间"), new("mean(close − open)", "mean(平仓时间 − 开仓时间)")),
        new("median_hold", Minutes, new("Median holding time", "持仓时间中位数"), new("The holding time in the middle", "居中的持仓时间")),
        new("average_hold_wins", Minutes, new("Average holding time of wins", "盈利的平均持仓时间"), new("mean(close − open) of the wins", "盈利交易 mean(平仓时间 − 开仓时间)"), NoWins),
        new("average_hold_losses", Minutes, new("Average holding time of losses", "亏损的平均持仓时间"), new("mean(close − open) of the losses", "亏损交易 mean(平仓时间 − 开仓时间)"), NoLosses),
        new("hold_ratio", Ratio, new("Holding time, losses to wins", "亏损与盈利持仓时间之比"), new("average holding time of losses ÷ of wins; above 1 losers are held longer", "亏损平均持仓时间 ÷ 盈利平均持仓时间；大于 1 表示亏损拿得更久"), NoWins, NoLosses, OnlyBreakeven, NoSolution),
        new("average_mae", Money, new("Average adverse excursion", "平均最大浮亏（MAE）"), new("mean of max(0, entry − lowest low) × quantity × multiplier while held; mirrored for shorts", "持仓期间 max(0, 入场价 − 最低价) × 数量 × 乘数 的平均；做空相反"), NoBars),
        new("average_mfe", Money, new("Average favourable excursion", "平均最大浮盈（MFE）"), new("mean of max(0, highest high − entry) × quantity × multiplier while held; mirrored for shorts", "持仓期间 max(0, 最高价 − 入场价) × 数量 × 乘数 的平均；做空相反"), NoBars),
        new("capture", Ratio, new("Capture", "浮盈兑现率"), new("mean of (exit − entry) × direction ÷ MFE; negative for losers; trades that never gained are left out", "(出场价 − 入场价) × 方向 ÷ MFE 的平均；亏损为负；从未浮盈的交易不计"), NoBars),
    ];
}
