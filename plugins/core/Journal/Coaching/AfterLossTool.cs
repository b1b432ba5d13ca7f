using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>What happens right after a loss, as a tool.</summary>
internal sealed class AfterLossTool(TradeAnalysis analysis, ICurrentUser user) : ICoachTool
{
    private static readonly JsonElement Schema = ToolSchemas.Parse("""
        {
          "type": "object",
          "properties": {
            "from": { "type": "string", "description": "First day, yyyy-MM-dd; leave out for all" },
            "to": { "type": "string", "description": "Last day, yyyy-MM-dd; leave out for all" },
            "symbol": { "type": "string", "description": "Only this instrument" },
            "currency": { "type": "string", "description": "ISO code; leave out for the currency with most trades" }
          },
          "additionalProperties": false
        }
        """);

    public string Name => "journal_after_loss";

    public Text Title => new("Looks at what follows your losses", "查看你亏损之后的行为");

    public string Description =>
        "What the user does right after a losing trade, beside what the same user does after a winning one: how often a new trade follows within minutes, its net result and win rate, the size against the usual size, "
        + "and the chance that the difference is chance. Call it for questions about losing, revenge trading, tilt or discipline. Figures without a value say why; fewer than 10 trades on either side say nothing. It is no diagnosis.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.Behaviour;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        (string? currency, AfterLoss result) = await analysis.AfterLossAsync(ToolAnswers.Filter(arguments) with { Side = null }, cancellationToken);
        IReadOnlyList<TradeRow> evidence = await analysis.RowsAsync([.. result.Evidence.Select(trade => trade.Id)], cancellationToken);
        AfterLossBody body = new(
            currency,
            result.WindowMinutes is { } minutes ? DisplayRounding.Round(minutes, FigureUnits.Minutes, null) : null,
            result.Figures.ToRoundedBodies(currency, user.Language),
            [.. evidence.Select(trade => trade.ToBody().Rounded())]);
        return new CoachToolResult(JsonSerializer.Serialize(body, JournalJsonContext.Default.AfterLossBody))
        {
            Figures = result.Figures.ToEvidence(currency),
            Trades = [.. evidence.Select(trade => trade.ToEvidence())],
        };
    }
}
