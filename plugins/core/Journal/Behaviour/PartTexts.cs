using System.Collections.Frozen;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>What the numbers behind findings are called.</summary>
internal static class PartTexts
{
    private static readonly FrozenDictionary<string, Text> Labels = new Dictionary<string, Text>
    {
        ["effect"] = new("Effect", "效应"),
        ["score"] = new("Score, 0 to 100", "得分（0 到 100）"),
        ["p_value"] = new("Chance that it is chance", "纯属偶然的概率"),
        ["corrected"] = new("The same, corrected for all detectors", "同上，已按全部检测校正"),
        ["cost"] = new("Cost", "代价"),
        ["observations"] = new("Observations", "观察数"),
        ["required"] = new("Observations needed", "需要的观察数"),
        ["added_down"] = new("Trades added to at worse prices", "逆势加仓的交易"),
        ["after_loss"] = new("Entries after a loss", "亏损后的进场"),
        ["after_win"] = new("Entries after a win", "盈利后的进场"),
        ["broken_rules"] = new("Broken rules", "违反规则"),
        ["busy_days"] = new("Busy days", "交易过多的日子"),
        ["captured"] = new("Kept of the planned distance", "拿到的计划距离"),
        ["chased_days"] = new("Days with more at stake after a loss", "亏损后加大投入的日子"),
        ["days_after_gain"] = new("Days whose first half gained", "前半段盈利的日子"),
        ["days_after_loss"] = new("Days whose first half lost", "前半段亏损的日子"),
        ["early_exits"] = new("Exits before the target", "目标之前的离场"),
        ["excess_trades"] = new("Trades beyond the usual number", "超出平时数量的交易"),
        ["expected_runs"] = new("Runs expected by chance", "偶然情况下的段数"),
        ["expected_share"] = new("Share expected by chance", "偶然情况下的占比"),
        ["expected_target"] = new("Targets expected from the distances", "按距离推算到达目标的笔数"),
        ["followed"] = new("Early exits with prices afterwards", "离场后有行情的交易"),
        ["following"] = new("Trades looked at after the loss", "亏损之后查看的交易"),
        ["frequency"] = new("Number of trades", "交易数量"),
        ["gains_realised"] = new("Gains realised", "已兑现的盈利占比"),
        ["high_sessions"] = new("Sessions at 60 or more", "得分达到 60 的交易日"),
        ["larger_trades"] = new("Trades above the usual size", "大于平时仓位的交易"),
        ["largest_loss"] = new("Largest loss", "最大亏损"),
        ["last_score"] = new("Score of the last session", "最近一天的得分"),
        ["late_from"] = new("Late counts from", "“靠后”的起点"),
        ["late_trades"] = new("Late trades", "靠后的交易"),
        ["loser_held_longer"] = new("A loser held longer than a winner", "亏损单比盈利单拿得久的比例"),
        ["losers_beyond_stop"] = new("Losers beyond the stop", "超过止损的亏损交易"),
        ["losers_held_twice"] = new("Losers held more than twice as long as a usual winner", "持有超过盈利单两倍时间的亏损交易"),
        ["losses_realised"] = new("Losses realised", "已了结的亏损占比"),
        ["mean_broken"] = new("Mean with a broken rule", "违反规则时的每笔均值"),
        ["mean_excess"] = new("Mean beyond the usual number", "超出平时数量时的每笔均值"),
        ["mean_kept"] = new("Mean with rules kept", "遵守规则时的每笔均值"),
        ["mean_other"] = new("Mean of all other trades", "其余交易的每笔均值"),
        ["mean_ratio"] = new("Size against usual, mean", "仓位与平时之比（均值）"),
        ["median_hold_losers"] = new("Median hold of losers", "亏损单持有时间中位数"),
        ["median_hold_winners"] = new("Median hold of winners", "盈利单持有时间中位数"),
        ["middle_sessions"] = new("Sessions from 30 to 60", "得分 30 到 60 的交易日"),
        ["paper_gains"] = new("Gains left open", "未兑现的盈利"),
        ["paper_losses"] = new("Losses left open", "未了结的亏损"),
        ["rate_after_gain"] = new("Rate after a gain", "盈利后的比例"),
        ["rate_after_loss"] = new("Rate after a loss", "亏损后的比例"),
        ["rate_after_win"] = new("Rate after a win", "盈利后的比例"),
        ["reached_target"] = new("Reached the target first", "先到目标的笔数"),
        ["realised_gains"] = new("Gains taken", "已兑现的盈利"),
        ["realised_losses"] = new("Losses taken", "已了结的亏损"),
        ["revenge_entries"] = new("Quick entries after a loss", "亏损后很快的进场"),
        ["round_exits"] = new("Exits on round prices", "整数价离场"),
        ["runs"] = new("Runs", "段数"),
        ["share_beyond_stop"] = new("Share beyond the stop", "超过止损的占比"),
        ["share_of_trades"] = new("Share of all trades", "占全部交易"),
        ["size"] = new("Size", "仓位"),
        ["sized_trades"] = new("Trades with a known usual size", "可比较仓位的交易"),
        ["stops_widened"] = new("Stops moved away", "放宽的止损"),
        ["streak"] = new("Losses in a row", "连续亏损"),
        ["threshold"] = new("Busy from more than", "超过此数为交易过多"),
        ["trades_broken"] = new("Trades with a broken rule", "违反规则的交易"),
        ["trades_kept"] = new("Trades with rules kept", "遵守规则的交易"),
        ["usual_trades"] = new("Usual trades per day", "平时每天的交易"),
        ["window"] = new("Window", "时间窗口"),
        ["z"] = new("Distance from chance, standard deviations", "与偶然的距离（标准差）"),
    }.ToFrozenDictionary();

    /// <summary>The label of a number.</summary>
    public static Text Label(string id) => Labels.TryGetValue(id, out Text? label) ? label : new Text(id);

    /// <summary>Whether a number has a label.</summary>
    public static bool Knows(string id) => Labels.ContainsKey(id);
}
