using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>A few closed trades as a tool.</summary>
internal sealed class TradesTool(TradeAnalysis analysis) : ICoachTool
{
    private const int DefaultLimit = 5;
    private const int MaxLimit = 20;

    private static readonly JsonElement Schema = ToolSchemas.Of("""
        "order": { "type": "string", "enum": ["worst", "best", "recent"], "description": "Lowest net first, highest net first, or last closed first" },
        "limit": { "type": "integer", "minimum": 1, "maximum": 20, "description": "How many; 5 when left out" },
        """);

    public string Name => "journal_trades";

    public Text Title => new("Reads your trades", "读取你的交易");

    public string Description =>
        "Lists single closed trades of the user: the worst, the best or the latest, with instrument, side, size, times, prices and net result. Call it when single trades serve as examples; cite them by id.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.Trades;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        TradeFilter filter = ToolAnswers.Filter(arguments);
        string? currency = filter.Currency ?? await analysis.MainCurrencyAsync(filter, cancellationToken);
        TradeOrder order = TradeOrders.Parse(ToolAnswers.Text(arguments, "order"));
        (IReadOnlyList<TradeRow> trades, _) = await analysis.PageAsync(filter with { Currency = currency }, order, null, Limit(arguments), cancellationToken);
        TradesAnswer answer = new([.. trades.Select(trade => trade.ToBody().Rounded())]);
        return new CoachToolResult(JsonSerializer.Serialize(answer, JournalJsonContext.Default.TradesAnswer))
        {
            Trades = [.. trades.Select(trade => trade.ToEvidence())],
        };
    }

    private static int Limit(JsonElement arguments) => (int)Math.Clamp(ToolAnswers.Number(arguments, "limit") ?? DefaultLimit, 1, MaxLimit);
}
