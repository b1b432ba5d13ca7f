using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>What <c>journal_compare</c> answers.</summary>
internal sealed record CompareAnswer(string? Currency, IReadOnlyDictionary<string, FigureBody> Figures, IReadOnlyDictionary<string, FigureBody> Other, IReadOnlyDictionary<string, FigureBody> Difference);

/// <summary>Two periods side by side, as a tool.</summary>
internal sealed class CompareTool(TradeAnalysis analysis, ICurrentUser user) : ICoachTool
{
    private static readonly string[] Compared =
        ["trades", "net_pnl", "win_rate", "profit_factor", "expectancy", "average_win", "average_loss", "payoff_ratio", "max_drawdown", "fees", "max_loss_streak", "hold_ratio"];

    private static readonly JsonElement Schema = ToolSchemas.Of(
        """
        "otherFrom": { "type": "string", "description": "First day of the other period, yyyy-MM-dd" },
        "otherTo": { "type": "string", "description": "Last day of the other period, yyyy-MM-dd" },
        """,
        "from", "to", "otherFrom", "otherTo");

    public string Name => "journal_compare";

    public Text Title => new("Compares two periods", "比较两个时期");

    public string Description =>
        "The same figures of the user's closed trades for two periods, with their differences. from and to name one period, otherFrom and otherTo the other. "
        + "Ids of the other period begin with other_, those of the differences with difference_. A difference is no proof of a change when either period has few trades.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.JournalSummary;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        (StatisticsResult first, StatisticsResult other) = await analysis.CompareAsync(
            ToolAnswers.Filter(arguments),
            FilterText.Day("otherFrom", ToolAnswers.Text(arguments, "otherFrom")),
            FilterText.Day("otherTo", ToolAnswers.Text(arguments, "otherTo")),
            TradeView.Default,
            cancellationToken);
        Dictionary<string, FigureValue> others = other.Figures.ToDictionary(figure => figure.Id);
        FigureValue[] own = [.. first.Figures.Where(figure => Compared.Contains(figure.Id))];
        FigureValue[] differences = [.. own.Select(figure => new FigureValue(figure.Id, figure.Value - others[figure.Id].Value, figure.Unit, Math.Min(figure.N, others[figure.Id].N)))];
        CompareAnswer answer = new(
            first.Currency,
            own.ToRoundedBodies(first.Currency, user.Language),
            Prefixed("other_", own.Select(figure => others[figure.Id]), first.Currency),
            Prefixed("difference_", differences, first.Currency));
        return new CoachToolResult(JsonSerializer.Serialize(answer, AnalysisJsonContext.Default.CompareAnswer))
        {
            Figures =
            [
                .. own.ToEvidence(first.Currency),
                .. own.Select(figure => others[figure.Id]).ToEvidence(first.Currency).Select(figure => figure with { Id = "other_" + figure.Id }),
                .. differences.Where(figure => figure.Value is not null).ToEvidence(first.Currency).Select(figure => figure with { Id = "difference_" + figure.Id }),
            ],
        };
    }

    private Dictionary<string, FigureBody> Prefixed(string prefix, IEnumerable<FigureValue> figures, string? currency) => figures
        .ToRoundedBodies(currency, user.Language).Values
        .ToDictionary(figure => prefix + figure.Id, figure => figure with { Id = prefix + figure.Id });
}
