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
    private static readonly JsonElement Schema = ToolAnswers.Schema("""
        {
          "type": "object",
          "properties": {
            "from": { "type": "string", "description": "First day, yyyy-MM-dd; leave out for all" },
            "to": { "type": "string", "description": "Last day, yyyy-MM-dd; leave out for all" },
            "symbol": { "type": "string", "description": "Only this instrument" },
            "side": { "type": "string", "enum": ["long", "short"] },
            "currency": { "type": "string", "description": "ISO code; leave out for the currency with most trades" }
          },
          "additionalProperties": false
        }
        """);

    public string Name => "journal_statistics";

    public Text Title => new("Reads your statistics", "读取你的统计数据");

    public string Description =>
        "Statistics over the user's closed trades: number of trades, net P&L, win rate with interval, profit factor, expectancy, average win, average loss, max drawdown and more. "
        + "Call it before any statement about results. Each figure has an id to cite, a value, a unit, the number of trades n and, when it has no value, the reason. Never compute figures yourself.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.JournalSummary;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        TradeSelection selection = await analysis.SelectAsync(ToolAnswers.Filter(arguments), cancellationToken);
        IReadOnlyList<FigureValue> figures = TradeStatistics.Compute(selection.ClosedTrades, selection.StartBalance);
        StatisticsBody body = new(
            selection.Currency,
            [.. selection.Currencies.Select(count => new CurrencyBody(count.Code, count.Trades))],
            figures.ToBodies(selection.Currency, user.Language));
        return new CoachToolResult(JsonSerializer.Serialize(body, JournalJsonContext.Default.StatisticsBody))
        {
            Figures = figures.ToEvidence(selection.Currency),
        };
    }
}
