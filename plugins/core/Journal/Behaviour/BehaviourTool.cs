using System.Text.Json;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>The findings as a tool.</summary>
internal sealed class BehaviourTool(BehaviourService behaviour) : ICoachTool
{
    private const int MostTrades = 5;

    private static readonly JsonElement Schema = JsonElement.Parse("""
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

    public string Name => "journal_behaviour";

    public Text Title => new("Looks for habits in your trades", "查看你的交易习惯");

    public string Description =>
        "Findings about the user's habits: taking gains and keeping losses, holding losers, entries after losses, chasing losses, busy days, size after wins and losses, averaging down, exits before targets, broken rules, mood and more. "
        + "Each has a plain sentence, a score, an effect, the chance that it is chance (corrected for all detectors), what it cost and evidence trades. Speak of a habit only when significant is true and feedback is not not_me; "
        + "one with a reason says nothing yet. Cite numbers by the id of the finding followed by _effect, _cost, _p_value or the id of the part. It is no diagnosis: things go together, nothing is proven to cause anything.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.Behaviour;

    public async Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        BehaviourResult result = await behaviour.FindAsync(ToolAnswers.Filter(arguments) with { Side = null }, cancellationToken);
        FindingBody[] alerts = [.. result.Body.Items.Where(finding => finding.Significant && finding.Feedback != BehaviourFeedback.NotMe)];
        return new CoachToolResult(JsonSerializer.Serialize(result.Body, BehaviourJsonContext.Default.BehaviourBody))
        {
            Figures = [.. result.Body.Items.SelectMany(Figures)],
            Trades = [.. alerts.SelectMany(finding => finding.Evidence).Distinct().Take(MostTrades).Select(id => result.Trades[id].ToEvidence())],
        };
    }

    private static IEnumerable<Figure> Figures(FindingBody finding)
    {
        yield return Figure(finding, "observations", finding.N, FindingUnits.Count);
        yield return Figure(finding, "required", finding.NRequired, FindingUnits.Count);
        foreach ((string id, decimal? value, string unit) in new[]
        {
            ("score", finding.Score, FindingUnits.Count),
            ("effect", finding.Effect, finding.EffectUnit),
            ("p_value", finding.PValue, FindingUnits.Ratio),
            ("corrected", finding.Corrected, FindingUnits.Ratio),
            ("cost", finding.Cost?.Amount, FindingUnits.Money),
        })
        {
            if (value is not null)
            {
                yield return Figure(finding, id, value, unit, finding.Cost?.Currency);
            }
        }

        foreach (FindingPartBody part in finding.Parts)
        {
            yield return Figure(finding, part.Id, part.Value, part.Unit, finding.Cost?.Currency);
        }
    }

    private static Figure Figure(FindingBody finding, string number, decimal? value, string unit, string? currency = null)
    {
        DetectorText text = DetectorTexts.All[finding.Detector];
        Text label = PartTexts.Label(number);
        return new Figure(
            FindingBodies.FigureId(finding.Detector, number),
            new Text($"{text.Title.En}: {label.En}", $"{text.Title.Zh}：{label.Zh}"),
            value,
            unit,
            finding.N,
            Currency: unit == FindingUnits.Money ? currency : null);
    }
}
