using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>The statistics page as a tool.</summary>
internal sealed class StatisticsTool(TradeAnalysis analysis, ICurrentUser user) : ICoachTool
{
    private static readonly JsonElement Schema = ToolSchemas.Of("""
        "detail": { "type": "string", "enum": ["main", "all"], "description": "main (the default) for the figures that most questions need, all for every figure" },
        """);

    // What is asked about most; the rest only when it is wanted, because a model reads every word.
    private static readonly string[] Main =
    [
        "trades", "net_pnl", "win_rate", "profit_factor", "expectancy", "average_win", "average_loss", "max_drawdown", "gross_pnl", "fees", "wins", "losses",
        "breakeven", "win_rate_all", "payoff_ratio", "max_drawdown_percent", "largest_win", "largest_loss", "median_trade", "expectancy_r", "r_coverage",
        "drawdown_days", "best_day", "worst_day", "best_day_share", "max_win_streak", "max_loss_streak", "average_hold_wins", "average_hold_losses", "hold_ratio",
    ];

    public string Name => "journal_statistics";

    public Text Title => new("Reads your statistics", "读取你的统计数据");

    public string Description =>
        "Statistics over the user's closed trades: number of trades, net P&L, win rate with interval, profit factor, expectancy, average win, average loss, max drawdown and more; "
        + "with detail=all also quality number, Sharpe, Sortino, Calmar, Kelly, risk of ruin, runs test and others. "
        + "Call it before any statement about results. Each figure has an id to cite, a value, a unit, the number of trades n and, when it has no value, the reason. Never compute figures yourself.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.JournalSummary;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        StatisticsResult result = await analysis.StatisticsAsync(ToolAnswers.Filter(arguments), TradeView.Default, cancellationToken);
        bool all = string.Equals(ToolAnswers.Text(arguments, "detail"), "all", StringComparison.OrdinalIgnoreCase);
        FigureValue[] figures = all ? [.. result.Figures] : [.. result.Figures.Where(figure => Main.Contains(figure.Id))];
        StatisticsBody body = new(
            result.Currency,
            [.. result.Currencies.Select(count => new CurrencyBody(count.Code, count.Trades))],
            figures.ToRoundedBodies(result.Currency, user.Language));
        return new CoachToolResult(JsonSerializer.Serialize(body, JournalJsonContext.Default.StatisticsBody))
        {
            Figures = figures.ToEvidence(result.Currency),
        };
    }
}
