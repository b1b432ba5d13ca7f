using System.Collections.Frozen;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>What figures are called; those of the statistics as their definitions say.</summary>
internal static class FigureTexts
{
    private static readonly FrozenDictionary<string, Text> Labels = new Dictionary<string, Text>
    {
        ["trades_after_loss"] = new("Trades after a loss", "亏损后的交易"),
        ["trades_after_win"] = new("Trades after a win", "盈利后的交易"),
        ["reentry_after_loss_rate"] = new("Quick re-entry after a loss", "亏损后很快再进场"),
        ["reentry_after_win_rate"] = new("Quick re-entry after a win", "盈利后很快再进场"),
        ["reentry_difference"] = new("Difference, percent points", "差值（百分点）"),
        ["reentry_p_value"] = new("Chance that it is chance", "纯属偶然的概率"),
        ["reentry_after_loss_net"] = new("Net of re-entries after losses", "亏损后再进场的净盈亏"),
        ["reentry_after_win_net"] = new("Net of re-entries after wins", "盈利后再进场的净盈亏"),
        ["other_trades_net"] = new("Net of all other trades", "其余交易的净盈亏"),
        ["reentry_after_loss_win_rate"] = new("Win rate of re-entries after losses", "亏损后再进场的胜率"),
        ["reentry_after_win_win_rate"] = new("Win rate of re-entries after wins", "盈利后再进场的胜率"),
        ["reentry_after_loss_expectancy"] = new("Expectancy of re-entries after losses", "亏损后再进场的每笔期望"),
        ["reentry_after_win_expectancy"] = new("Expectancy of re-entries after wins", "盈利后再进场的每笔期望"),
        ["size_after_loss_ratio"] = new("Size after a loss, against usual", "亏损后的仓位与平时之比"),
        ["size_after_win_ratio"] = new("Size after a win, against usual", "盈利后的仓位与平时之比"),
        ["reentry_window"] = new("Re-entry window", "再进场时间窗口"),
    }.ToFrozenDictionary();

    /// <summary>The label of a figure.</summary>
    public static Text Label(string id) => FigureCatalogue.Find(id)?.Label ?? (Labels.TryGetValue(id, out Text? label) ? label : new Text(id));
}
