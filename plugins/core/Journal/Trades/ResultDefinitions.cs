using static AIWendy.Plugins.Journal.Engine.FigureReasons;
using static AIWendy.Plugins.Journal.Engine.FigureUnits;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Figures about how much and how often is won.</summary>
internal static class ResultDefinitions
{
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        new("trades", Count, new("Trades", "交易笔数"), new("Closed round trips, from flat to flat. Open positions are not counted.", "已平仓的完整交易，从空仓到空仓。未平仓不计入。")),
        new("net_pnl", Money, new("Net P&L", "净盈亏"), new("Σ net; net = gross − fees. Before fees in the gross view.", "Σ净盈亏；净盈亏 = 毛盈亏 − 费用。毛盈亏视图下不扣费用。")),
        new("win_rate", Percent, new("Win rate", "胜率"), new("W ÷ (W + L); breakeven trades are left out. Wilson interval at 95 %.", "盈利笔数 ÷（盈利笔数 + 亏损笔数），持平不计。95% Wilson 区间。"), OnlyBreakeven),
        new("profit_factor", Ratio, new("Profit factor", "盈亏比（总盈利÷总亏损）"), new("Σ wins ÷ |Σ losses|; 0 without wins.", "Σ盈利 ÷ |Σ亏损|；没有盈利时为 0。"), NoLosses, OnlyBreakeven),
        new("expectancy", Money, new("Expectancy per trade", "每笔期望"), new("Σ net ÷ N over all closed trades, breakeven ones included. Student's t interval at 95 %.", "Σ净盈亏 ÷ N，包含持平交易。95% t 区间。")),
        new("average_win", Money, new("Average win", "平均盈利"), new("Σ wins ÷ W", "Σ盈利 ÷ 盈利笔数"), NoWins),
        new("average_loss", Money, new("Average loss", "平均亏损"), new("|Σ losses| ÷ L", "|Σ亏损| ÷ 亏损笔数"), NoLosses),
        new("max_drawdown", Money, new("Max drawdown", "最大回撤"), new("max(peak − equity) at the close of each trade; the first peak is the start balance; deposits and withdrawals do not count.", "每笔平仓时 max(高点 − 权益)；第一个高点是起始资金；出入金不计。")),
        new("gross_pnl", Money, new("Gross P&L", "毛盈亏"), new("Σ gross, before fees; always money", "Σ毛盈亏，未扣费用；始终为金额")),
        new("fees", Money, new("Fees", "费用"), new("Σ fees; rebates are negative; always money", "Σ费用；返佣为负；始终为金额")),
        new("wins", Count, new("Wins", "盈利笔数"), new("Trades with net > b; b is the breakeven band", "净盈亏 > b 的交易；b 为持平区间")),
        new("losses", Count, new("Losses", "亏损笔数"), new("Trades with net < −b", "净盈亏 < −b 的交易")),
        new("breakeven", Count, new("Breakeven", "持平笔数"), new("Trades with |net| ≤ b; b is 0 unless the account says otherwise", "|净盈亏| ≤ b 的交易；除非账户另有设置，b 为 0")),
        new("win_rate_all", Percent, new("Win rate, breakevens included", "胜率（含持平）"), new("W ÷ N. Wilson interval at 95 %.", "盈利笔数 ÷ N。95% Wilson 区间。")),
        new("payoff_ratio", Ratio, new("Payoff ratio", "平均盈利÷平均亏损"), new("average win ÷ average loss", "平均盈利 ÷ 平均亏损"), NoLosses, NoWins),
        new("max_drawdown_percent", Percent, new("Max drawdown, percent", "最大回撤百分比"), new("max((peak − equity) ÷ peak); it may be another fall than the largest in money", "max((高点 − 权益) ÷ 高点)；可能与金额最大的回撤不是同一次"), NoStartBalance, EquityNotPositive),
        new("gross_profit", Money, new("Sum of wins", "盈利总和"), new("Σ wins", "Σ盈利")),
        new("gross_loss", Money, new("Sum of losses", "亏损总和"), new("|Σ losses|", "|Σ亏损|")),
        new("largest_win", Money, new("Largest win", "最大盈利"), new("max net of the wins", "盈利中的最大净盈亏"), NoWins),
        new("largest_loss", Money, new("Largest loss", "最大亏损"), new("max |net| of the losses", "亏损中的最大 |净盈亏|"), NoLosses),
        new("median_trade", Money, new("Median trade", "中位数盈亏"), new("The net in the middle; of an even number the mean of the two in the middle", "居中的净盈亏；偶数笔时取中间两笔的平均")),
        new("standard_deviation", Money, new("Standard deviation", "标准差"), new("√(Σ(net − mean)² ÷ (N − 1))", "√(Σ(净盈亏 − 平均)² ÷ (N − 1))"), TooSmall),
    ];
}
