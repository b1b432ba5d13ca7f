using System.Collections.Frozen;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>How a detector speaks. Names in braces stand for numbers of the finding.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Sentence">What was seen: plain, in the second person, about what goes together, never about what somebody is.</param>
/// <param name="Observation">What counts as one observation, in the plural.</param>
internal sealed record DetectorText(Text Title, Text Sentence, Text Observation)
{
    /// <summary>Said when <see cref="Sentence"/> names a number that the finding lacks.</summary>
    public Text? Shorter { get; init; }

    /// <summary>What the trades concerned lost; names <c>{cost}</c>.</summary>
    public Text Lost { get; init; } = new("The trades concerned lost {cost} together.", "相关交易合计亏损 {cost}。");

    /// <summary>What the trades concerned earned; names <c>{cost}</c>.</summary>
    public Text Earned { get; init; } = new("The trades concerned earned {cost} together.", "相关交易合计盈利 {cost}。");
}

/// <summary>The words of all detectors.</summary>
internal static class DetectorTexts
{
    /// <summary>By id of the detector.</summary>
    public static readonly FrozenDictionary<string, DetectorText> All = new Dictionary<string, DetectorText>
    {
        ["disposition"] = new(
            new("Taking gains, keeping losses", "兑现盈利，留着亏损"),
            new("While other positions were open, you closed {gains_realised} of the gains that you could have taken and {losses_realised} of the losses.",
                "在还持有其他仓位时，你兑现了可兑现盈利中的 {gains_realised}，以及可了结亏损中的 {losses_realised}。"),
            new("choices on the rarer side", "较少一侧的可选仓位")),
        ["hold_time"] = new(
            new("Holding losers longer", "亏损单拿得更久"),
            new("You held losing trades for {median_hold_losers} and winning ones for {median_hold_winners} (medians): {effect} times as long.",
                "你的亏损交易持有 {median_hold_losers}，盈利交易持有 {median_hold_winners}（中位数），前者是后者的 {effect} 倍。"),
            new("trades of the rarer outcome", "较少一类结果的交易"))
        {
            Lost = new("The losing trades that you held more than twice as long as a usual winner ({losers_held_twice}) lost {cost} together.",
                "持有时间超过盈利交易中位数两倍的亏损交易（{losers_held_twice} 笔）合计亏损 {cost}。"),
        },
        ["revenge_entry"] = new(
            new("Quick entries after losses", "亏损后急着进场"),
            new("After a loss you entered again within {window} in {rate_after_loss} of cases, after a win in {rate_after_win}: in the same instrument, with a larger size, or against a rule.",
                "亏损后，你在 {rate_after_loss} 的情况下于 {window} 内再次进场；盈利后是 {rate_after_win}。这里只算同一品种、加大仓位或违反规则的进场。"),
            new("entries after a loss, and after a win", "亏损后和盈利后的进场")),
        ["loss_chasing"] = new(
            new("Chasing losses later in the day", "当天后半段追损"),
            new("On days whose first half lost, you put more than usual at stake in the second half in {rate_after_loss} of cases; on days whose first half gained, in {rate_after_gain}.",
                "前半段亏损的日子里，你有 {rate_after_loss} 在后半段投入超过平时；前半段盈利的日子里是 {rate_after_gain}。"),
            new("days with trades in both halves", "前后两段都有交易的日子")),
        ["overtrading"] = new(
            new("Busy days", "交易过多的日子"),
            new("On {busy_days} busy days (more than {threshold} trades; usual: {usual_trades}), the trades beyond your usual number came to {mean_excess} each, all others to {mean_other}.",
                "在 {busy_days} 个交易过多的日子（超过 {threshold} 笔；平时 {usual_trades} 笔）里，超出平时数量的交易平均每笔 {mean_excess}，其余交易平均每笔 {mean_other}。"),
            new("days with entries", "有进场的日子"))
        {
            Shorter = new("You had {busy_days} days with more than {threshold} trades; usual: {usual_trades}.",
                "你有 {busy_days} 个日子的交易超过 {threshold} 笔；平时是 {usual_trades} 笔。"),
        },
        ["trade_number"] = new(
            new("Later trades of the day", "当天越往后的交易"),
            new("With each further trade of a day, your result per trade changed by {effect}.", "当天每多做一笔，你的每笔结果变化 {effect}。"),
            new("trades", "交易"))
        {
            Lost = new("The later trades of your days lost {cost} together.", "你每天靠后的交易合计亏损 {cost}。"),
            Earned = new("The later trades of your days earned {cost} together.", "你每天靠后的交易合计盈利 {cost}。"),
        },
        ["stop_discipline"] = new(
            new("Losses beyond the stop", "亏损超过止损"),
            new("Where your plan risks 1 R, your losing trades came to {effect} on average, before fees; {share_beyond_stop} of them went beyond the planned stop.",
                "计划风险为 1 R 时，你的亏损交易平均为 {effect}（未计费用）；其中 {share_beyond_stop} 超过了计划止损。"),
            new("losing trades with a planned stop", "有计划止损的亏损交易"))
        {
            Lost = new("Beyond the stop they lost {cost} more than planned.", "超过止损的部分比计划多亏了 {cost}。"),
        },
        ["tilt"] = new(
            new("Sessions unlike your usual", "偏离平时的交易日"),
            new("The session least like your usual scores {score} of 100: number of trades {frequency}, size {size}, losses in a row {streak}, broken rules {broken_rules}. Sessions at 60 or more: {high_sessions}.",
                "最偏离平时的一天得分 {score}（满分 100）：交易数量 {frequency}、仓位 {size}、连续亏损 {streak}、违反规则 {broken_rules}。得分达到 60 的有 {high_sessions} 天。"),
            new("days with entries", "有进场的日子"))
        {
            Lost = new("Sessions at 60 or more lost {cost} together.", "得分达到 60 的交易日合计亏损 {cost}。"),
            Earned = new("Sessions at 60 or more earned {cost} together.", "得分达到 60 的交易日合计盈利 {cost}。"),
        },
        ["size_after_wins"] = new(
            new("Size after wins in a row", "连胜之后的仓位"),
            new("After three or more wins in a row, your size was {effect} times your usual one (median), {mean_ratio} times on average.",
                "连胜三笔以上之后，你的仓位是平时的 {effect} 倍（中位数），平均 {mean_ratio} 倍。"),
            new("trades after three wins in a row", "连胜三笔之后的交易"))
        {
            Lost = ExtraLost,
            Earned = ExtraEarned,
        },
        ["size_after_losses"] = new(
            new("Size after losses", "亏损之后的仓位"),
            new("After a loss, your size was {effect} times your usual one (median), {mean_ratio} times on average.", "亏损之后，你的仓位是平时的 {effect} 倍（中位数），平均 {mean_ratio} 倍。"),
            new("trades after a loss", "亏损之后的交易"))
        {
            Lost = ExtraLost,
            Earned = ExtraEarned,
        },
        ["outcome_streaks"] = new(
            new("Wins and losses in streaks", "盈亏成串"),
            new("Your wins and losses form {runs} runs; independent outcomes would form {expected_runs}. Fewer runs mean longer streaks.",
                "你的盈利和亏损形成 {runs} 段；如果每笔互不相关，应为 {expected_runs} 段。段数越少，连续性越强。"),
            new("wins and losses that do not overlap", "互不重叠的盈利和亏损交易")),
        ["size_follows_result"] = new(
            new("Size goes with the last result", "仓位随上一笔结果变化"),
            new("The size of a trade goes with the result of the one before it: rank correlation {effect}.", "你的仓位与上一笔的结果有关联：等级相关系数 {effect}。"),
            new("pairs of neighbouring trades", "相邻的交易对")),
        ["averaging_down"] = new(
            new("Adding at worse prices", "逆势加仓"),
            new("When you added to a position, the price had gone against it in {effect} of cases ({added_down} trades).", "你加仓时，价格已朝不利方向走的情况占 {effect}（{added_down} 笔）。"),
            new("trades that you added to", "加过仓的交易"))
        {
            Lost = new("With the same exits and without these additions, your result would have been {cost} better.", "如果出场不变、没有这些加仓，你的结果会好 {cost}。"),
            Earned = new("With the same exits and without these additions, your result would have been {cost} worse.", "如果出场不变、没有这些加仓，你的结果会差 {cost}。"),
        },
        ["early_exit"] = new(
            new("Exits before the target", "目标之前离场"),
            new("You closed {effect} of your winning trades before the planned target and kept {captured} of the planned distance on average. After {followed} of these exits the target came before the stop in {reached_target}; the distances suggest {expected_target}.",
                "你有 {effect} 的盈利交易在计划目标之前离场，平均拿到计划距离的 {captured}。其中 {followed} 笔离场后，{reached_target} 笔先到目标再到止损；按距离推算应为 {expected_target} 笔。"),
            new("winning trades with a planned target", "有计划目标的盈利交易"))
        {
            Shorter = new("You closed {effect} of your winning trades before the planned target and kept {captured} of the planned distance on average.",
                "你有 {effect} 的盈利交易在计划目标之前离场，平均拿到计划距离的 {captured}。"),
            Lost = new("Left alone until stop or target, these trades would have made {cost} more.", "如果一直拿到止损或目标，这些交易会多赚 {cost}。"),
            Earned = new("Left alone until stop or target, these trades would have made {cost} less.", "如果一直拿到止损或目标，这些交易会少赚 {cost}。"),
        },
        ["fatigue"] = new(
            new("Later hours of the day", "当天越晚的交易"),
            new("With each further hour since your first entry of a day, your result per trade changed by {effect}.", "距离当天第一笔每多一小时，你的每笔结果变化 {effect}。"),
            new("trades", "交易"))
        {
            Lost = new("The later trades of your days lost {cost} together.", "你每天较晚的交易合计亏损 {cost}。"),
            Earned = new("The later trades of your days earned {cost} together.", "你每天较晚的交易合计盈利 {cost}。"),
        },
        ["rule_cost"] = new(
            new("What broken rules cost", "违反规则的代价"),
            new("Trades that kept to your rules came to {mean_kept} each, those that broke one to {mean_broken}.", "遵守规则的交易平均每笔 {mean_kept}，违反规则的平均每笔 {mean_broken}。"),
            new("trades of the rarer kind, kept or broken", "遵守或违反规则中较少一类的交易")),
        ["mood_link"] = new(
            new("Mood and results", "心情与结果"),
            new("The mood that you noted is associated with the result of the day by a rank correlation of {effect}. This says nothing about what causes what.",
                "你记录的心情与当天结果的等级相关系数是 {effect}。这并不说明谁是因、谁是果。"),
            new("days with a noted mood", "记录了心情的日子")),
        ["round_numbers"] = new(
            new("Exits on round prices", "在整数价离场"),
            new("{effect} of your exits lie on round prices; evenly spread exits would give {expected_share}.", "你有 {effect} 的离场价是整数价；如果均匀分布，应为 {expected_share}。"),
            new("exits on the price grid", "落在报价网格上的离场")),
        ["after_largest_loss"] = new(
            new("Size after the largest loss", "最大亏损之后的仓位"),
            new("In the {following} trades after your largest loss ({largest_loss}), your size was {effect} times that of your other trades (medians).",
                "在最大亏损（{largest_loss}）之后的 {following} 笔交易里，你的仓位是其他交易的 {effect} 倍（中位数）。"),
            new("trades with a known usual size", "可比较仓位的交易")),
    }.ToFrozenDictionary();

    private static Text ExtraLost => new("What went beyond the usual size lost {cost}.", "超出平时仓位的部分亏损 {cost}。");

    private static Text ExtraEarned => new("What went beyond the usual size earned {cost}.", "超出平时仓位的部分盈利 {cost}。");
}
