using System.Globalization;
using System.Text;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>Puts findings into plain sentences. Every number in them is one of the finding's figures.</summary>
internal sealed class FindingSentences(string? currency, string language)
{
    private static readonly Text NotEnough = new("Not enough data yet: {observations} of {required} {observation}.", "数据还不够：{observation} {observations} / {required}。");
    private static readonly Text NoComparison = new("There is not enough data for a comparison yet.", "数据还不足以比较。");
    private static readonly Text Alike = new("All observations are alike, so there is nothing to compare.", "所有观察都一样，无从比较。");
    private static readonly Text HardlyChance = new("This is hardly chance ({p}, corrected for all detectors).", "这几乎不会只是巧合（{p}，已按全部检测校正）。");
    private static readonly Text MayBeChance = new("This can be chance ({p}, corrected for all detectors).", "这可能只是巧合（{p}，已按全部检测校正）。");
    private static readonly Text Small = new("The difference is too small to matter.", "差异很小，不必在意。");

    private readonly bool chinese = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a finding says.</summary>
    public string Of(Finding finding)
    {
        DetectorText text = DetectorTexts.All[finding.Detector];
        Dictionary<string, string> values = FindingFigures.Of(finding).ToDictionary(figure => figure.Id, Format);
        values["required"] = finding.RequiredN.ToString(CultureInfo.InvariantCulture);
        values["observation"] = text.Observation.For(language);
        if (finding.Effect is null && finding.Reason is not null)
        {
            Text silence = finding.Reason == FindingReasons.NoVariation ? Alike : finding.N >= finding.RequiredN ? NoComparison : NotEnough;
            return Fill(silence, values)!;
        }

        values["p"] = values.TryGetValue("corrected", out string? chance) ? (chance == "0.0001" ? "p ≤ 0.0001" : $"p = {chance}") : string.Empty;
        List<string?> sentences = [Fill(text.Sentence, values) ?? (text.Shorter is null ? null : Fill(text.Shorter, values))];
        if (finding.Cost is { } cost && cost != 0)
        {
            values["cost"] = Money(decimal.Round(Math.Abs(cost), 2, MidpointRounding.AwayFromZero));
            sentences.Add(Fill(cost > 0 ? text.Lost : text.Earned, values));
        }

        if (finding.Corrected is { } corrected)
        {
            sentences.Add(Fill(finding.Significant ? HardlyChance : corrected > BehaviourBattery.Level ? MayBeChance : Small, values));
        }

        return string.Join(chinese ? string.Empty : " ", sentences.OfType<string>());
    }

    // Null when the text names a number that is not there.
    private string? Fill(Text text, Dictionary<string, string> values)
    {
        ReadOnlySpan<char> rest = text.For(language);
        StringBuilder filled = new(rest.Length + 32);
        while (rest.IndexOf('{') is >= 0 and int start)
        {
            int end = rest.IndexOf('}');
            if (!values.TryGetValue(rest[(start + 1)..end].ToString(), out string? value))
            {
                return null;
            }

            filled.Append(rest[..start]).Append(value);
            rest = rest[(end + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private string Format(FindingFigure figure) => figure.Unit switch
    {
        FindingUnits.Percent => Plain(figure.Value) + "%",
        FindingUnits.Minutes => Plain(figure.Value) + (chinese ? " 分钟" : figure.Value == 1 ? " minute" : " minutes"),
        FindingUnits.Money => Money(figure.Value),
        FindingUnits.R => Plain(figure.Value) + " R",
        _ => Plain(figure.Value),
    };

    private string Money(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture) + (currency is null ? string.Empty : " " + currency);

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
