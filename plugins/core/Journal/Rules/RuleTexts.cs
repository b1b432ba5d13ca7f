using System.Globalization;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>Puts reasons into sentences.</summary>
internal static class RuleTexts
{
    /// <summary>What a reason says.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="currency">Currency of the account.</param>
    public static Text Of(CheckReason reason, string currency)
    {
        string value = Number(reason.Value);
        string limit = Number(reason.Limit);
        return reason.Rule switch
        {
            RuleIds.Lock => new($"You locked trading. The lock ends in {value} minutes.", $"你已锁定交易，还有 {value} 分钟解锁。"),
            RuleIds.MaxDailyLoss => new($"Today's loss is {value} {currency}; your limit is {limit}.", $"今天已亏损 {value} {currency}，你的上限是 {limit}。"),
            RuleIds.DailyLossAtRisk => new(
                $"With the risk of this trade, today's loss could reach {value} {currency}; your limit is {limit}.", $"加上这笔交易的风险，今天的亏损可能达到 {value} {currency}，你的上限是 {limit}。"),
            RuleIds.MaxTradesPerDay => new($"You opened {value} trades today; your limit is {limit}.", $"今天已开 {value} 笔交易，你的上限是 {limit} 笔。"),
            RuleIds.CoolDown => new($"Your last loss was {value} minutes ago; you want to wait {limit}.", $"距离上一笔亏损 {value} 分钟，你要求等待 {limit} 分钟。"),
            RuleIds.MaxSize => new($"The position would have {value} units; your limit is {limit}.", $"仓位将达到 {value}，你的上限是 {limit}。"),
            RuleIds.MaxOpenPositions => new($"You hold {value} open positions; your limit is {limit}.", $"你持有 {value} 个仓位，你的上限是 {limit} 个。"),
            _ => new($"Not ticked yet: {string.Join("; ", reason.Missing)}.", $"还没有勾选：{string.Join("；", reason.Missing)}。"),
        };
    }

    /// <summary>What a rule that depends on the day counts.</summary>
    public static Text Name(string rule) => rule switch
    {
        RuleIds.MaxDailyLoss => new("Loss today", "今日亏损"),
        RuleIds.MaxTradesPerDay => new("Trades today", "今日交易"),
        RuleIds.CoolDown => new("Minutes since the last loss", "距上一笔亏损的分钟数"),
        _ => new("Open positions", "持仓数"),
    };

    private static string Number(decimal value) => value.ToString("#,##0.########", CultureInfo.InvariantCulture);
}
