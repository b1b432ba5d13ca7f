using System.Text;
using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>One group of trades as a model reads it.</summary>
internal sealed record BreakdownCellAnswer(
    string Key, string Label, int N, string NetId, decimal Net, string? MeanId, decimal? Mean, string? WinRateId, decimal? WinRate, bool Significant, bool LowSample);

/// <summary>What <c>journal_breakdown</c> answers.</summary>
internal sealed record BreakdownAnswer(string Dimension, string? Currency, string Note, IReadOnlyList<BreakdownCellAnswer> Cells);

/// <summary>Results by symbol, weekday, hour and other groups, as a tool.</summary>
internal sealed class BreakdownTool(TradeAnalysis analysis, ICurrentUser user) : ICoachTool
{
    private const int MostCells = 24;

    private static readonly JsonElement Schema = ToolSchemas.Of(
        $"\"dimension\": {{ \"type\": \"string\", \"enum\": [{string.Join(", ", TradeDimension.Names.Select(name => $"\"{name}\""))}] }},", "dimension");

    public string Name => "journal_breakdown";

    public Text Title => new("Compares groups of your trades", "比较你的各类交易");

    public string Description =>
        "The user's closed trades in groups: by symbol, side, weekday, hour of entry, duration, size, account, month, outcome, tag or setup; each group with number of trades, net, mean and win rate, and the ids to cite them by. "
        + "significant says whether a group differs from the user's other trades by more than chance, corrected for looking at many groups: call no other group better or worse. Groups below 5 trades have no mean.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.JournalSummary;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        BreakdownResult result = await analysis.BreakdownAsync(
            ToolAnswers.Text(arguments, "dimension") ?? string.Empty, TradeMoment.Entry, ToolAnswers.Filter(arguments), TradeView.Default, cancellationToken);
        List<BreakdownCellAnswer> cells = [];
        List<Figure> figures = [];
        for (int i = 0; i < Math.Min(result.Cells.Count, MostCells); i++)
        {
            cells.Add(Answer(result, i, figures));
        }

        string note = result.Cells.Count > MostCells ? $"{result.Cells.Count - MostCells} smaller groups are left out." : "In-sample: it describes past trades.";
        BreakdownAnswer answer = new(result.Dimension, result.Currency, note, cells);
        return new CoachToolResult(JsonSerializer.Serialize(answer, AnalysisJsonContext.Default.BreakdownAnswer)) { Figures = figures };
    }

    private BreakdownCellAnswer Answer(BreakdownResult result, int index, List<Figure> figures)
    {
        BreakdownCell cell = result.Cells[index];
        Text label = result.Labels[index];
        string prefix = $"{result.Dimension}_{Slug(cell.Key, index)}";
        string Add(string suffix, Text name, decimal? value, string unit)
        {
            Text full = new($"{label.En}: {name.En}", $"{label.For("zh")}：{name.For("zh")}");
            figures.Add(new Figure($"{prefix}_{suffix}", full, value, unit, cell.N, null, unit == FigureUnits.Money ? result.Currency : null));
            return $"{prefix}_{suffix}";
        }

        bool shown = cell.Shown != CellVisibility.Hidden;
        return new BreakdownCellAnswer(
            cell.Key,
            label.For(user.Language),
            cell.N,
            Add("net", FigureTexts.Label("net_pnl"), cell.Sum, FigureUnits.Money),
            DisplayRounding.Round(cell.Sum, FigureUnits.Money, result.Currency),
            shown ? Add("mean", FigureTexts.Label("expectancy"), cell.Mean, FigureUnits.Money) : null,
            shown ? DisplayRounding.Round(cell.Mean, FigureUnits.Money, result.Currency) : null,
            shown && cell.WinRate is not null ? Add("win_rate", FigureTexts.Label("win_rate"), cell.WinRate, FigureUnits.Percent) : null,
            shown && cell.WinRate is { } rate ? DisplayRounding.Round(rate, FigureUnits.Percent, null) : null,
            cell.IsSignificant,
            cell.Shown != CellVisibility.Full);
    }

    // Ids have letters and digits only; the place makes them unique when symbols differ in nothing else.
    private static string Slug(string key, int index)
    {
        StringBuilder slug = new();
        foreach (char letter in key)
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_');
        }

        return key.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter) || char.IsAsciiLetterLower(letter)) ? slug.ToString() : $"{slug}_{index + 1}";
    }
}
