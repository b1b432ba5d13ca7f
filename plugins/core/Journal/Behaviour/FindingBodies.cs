using AIWendy.Plugins.Journal.Engine.Behaviour;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>Turns findings into what clients see.</summary>
internal sealed class FindingBodies(string? currency, string language, IReadOnlyDictionary<string, string> feedback)
{
    private readonly FindingSentences sentences = new(currency, language);

    /// <summary>One finding.</summary>
    public FindingBody Of(Finding finding)
    {
        Dictionary<string, FindingFigure> figures = FindingFigures.Of(finding).ToDictionary(figure => figure.Id);
        decimal? Value(string id) => figures.GetValueOrDefault(id)?.Value;
        return new FindingBody(
            FigureId(finding.Detector),
            finding.Detector,
            DetectorTexts.All[finding.Detector].Title.For(language),
            sentences.Of(finding),
            Value("score"),
            Value("effect"),
            finding.EffectUnit,
            finding.Interval is { } interval ? new FindingIntervalBody(Round(interval.Low, finding), Round(interval.High, finding), 0.95m) : null,
            Value("p_value"),
            Value("corrected"),
            finding.Significant,
            finding.N,
            finding.RequiredN,
            Value("cost") is { } cost && currency is not null ? new FindingCostBody(cost, currency) : null,
            finding.Reason,
            finding.Evidence,
            [.. finding.Parts.Where(part => figures.ContainsKey(part.Id)).Select(part => new FindingPartBody(part.Id, PartTexts.Label(part.Id).For(language), Value(part.Id)!.Value, part.Unit))],
            feedback.GetValueOrDefault(finding.Detector));
    }

    /// <summary>Id of a finding, or of one of its numbers, by which coaches cite it.</summary>
    public static string FigureId(string detector, string? number = null) => number is null ? $"behaviour_{detector}" : $"behaviour_{detector}_{number}";

    private static decimal Round(double value, Finding finding) => FindingFigures.Round(value, finding.EffectUnit);
}
