using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>What <c>journal_day</c> answers.</summary>
internal sealed record DayAnswer(DateOnly Day, string? Currency, IReadOnlyDictionary<string, FigureBody> Figures, IReadOnlyList<TradeBody> Trades, bool MoreTrades);

/// <summary>One trading day as a tool.</summary>
internal sealed class DayTool(TradeAnalysis analysis, ICurrentUser user) : ICoachTool
{
    private const int MostTrades = 40;

    private static readonly string[] Told = ["trades", "net_pnl", "gross_pnl", "fees", "wins", "losses", "breakeven", "win_rate", "largest_win", "largest_loss", "max_drawdown", "max_loss_streak"];

    private static readonly JsonElement Schema = ToolSchemas.Parse("""
        {
          "type": "object",
          "properties": {
            "day": { "type": "string", "description": "The trading day, yyyy-MM-dd" },
            "currency": { "type": "string", "description": "ISO code; leave out for the currency with most trades" }
          },
          "required": ["day"],
          "additionalProperties": false
        }
        """);

    public string Name => "journal_day";

    public Text Title => new("Looks at one of your days", "查看你的某一天");

    public string Description =>
        "One trading day of the user: its figures with ids to cite, and its closed trades in the order of their closes. Call it for questions about a certain day.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.Trades;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        DateOnly day = FilterText.Day("day", ToolAnswers.Text(arguments, "day"))
            ?? throw ProblemException.Invalid("day", new Text("“day” must be a day such as 2025-01-31.", "“day”必须是 2025-01-31 这样的日期。"));
        TradeFilter filter = ToolAnswers.Filter(arguments) with { From = day, To = day };
        StatisticsResult result = await analysis.StatisticsAsync(filter, TradeView.Default, cancellationToken);
        FigureValue[] figures = [.. result.Figures.Where(figure => Told.Contains(figure.Id))];
        (IReadOnlyList<TradeRow> trades, string? more) = await analysis.PageAsync(filter with { Currency = result.Currency }, TradeOrder.Oldest, null, MostTrades, cancellationToken);
        DayAnswer answer = new(
            day, result.Currency, figures.ToRoundedBodies(result.Currency, user.Language), [.. trades.Select(trade => trade.ToBody().Rounded())], more is not null);
        string note = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new CoachToolResult(JsonSerializer.Serialize(answer, AnalysisJsonContext.Default.DayAnswer))
        {
            Figures = [.. figures.ToEvidence(result.Currency).Select(figure => figure with { Label = new Text($"{figure.Label.En}, {note}", $"{figure.Label.For("zh")}，{note}") })],
            Trades = [.. trades.Select(trade => trade.ToEvidence())],
        };
    }
}
