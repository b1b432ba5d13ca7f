using System.Text;
using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Puts figures and trades into a sentence, each as a link to its evidence.</summary>
internal static partial class Template
{
    private const int TradesNamed = 3;

    /// <summary>The sentence, or <see langword="null"/> when something that it needs is missing or undefined.</summary>
    public static string? Fill(string line, ToolFacts facts, string language, string? label = null)
    {
        StringBuilder result = new(line.Length + 128);
        int position = 0;
        foreach (Match place in Places().Matches(line))
        {
            string name = place.Groups["name"].Value;
            string? text = name == "label" ? label
                : name is "worst" or "best" or "recent" or "reentries" ? TradesText(facts.Trades(name), language)
                : FigureText(facts.Figure(name), place.Groups["part"].Value, language);
            if (text is null)
            {
                return null;
            }

            result.Append(line, position, place.Index - position).Append(text);
            position = place.Index + place.Length;
        }

        return result.Append(line, position, line.Length - position).ToString();
    }

    private static string? FigureText(Fact? figure, string part, string language)
    {
        if (figure is null || (figure.Value is null && part != "n"))
        {
            return null;
        }

        string shown = part == "n"
            ? NumberText.Of(figure.N, "count", null, language)
            : NumberText.Of(figure.Value!.Value, figure.Unit, figure.Currency, language);
        return $"[{shown}](evidence:{figure.Id})";
    }

    private static string? TradesText(IReadOnlyList<TradeFact> trades, string language)
    {
        bool isChinese = language == Languages.Chinese;
        string[] named = [.. trades.Where(static trade => Guid.TryParse(trade.Id, out _)).Take(TradesNamed).Select(trade => TradeText(trade, isChinese))];
        return named.Length switch
        {
            0 => null,
            1 => named[0],
            _ when isChinese => string.Join("、", named),
            _ => string.Join(", ", named[..^1]) + " and " + named[^1],
        };
    }

    private static string TradeText(TradeFact trade, bool isChinese)
    {
        string side = (trade.Side, isChinese) switch
        {
            ("long", true) => "做多",
            ("short", true) => "做空",
            ("long" or "short", false) => trade.Side,
            _ => string.Empty,
        };
        string what = $"{Plain(trade.Symbol)} {side}".Trim();
        string net = NumberText.Money(trade.Net, trade.Currency);
        string link = $"[{Plain(trade.Number)}](trade:{trade.Id})";
        return isChinese ? $"{link}（{what}，{net}）" : $"{link} ({what}, {net})";
    }

    /// <summary>Names come from files that people upload: nothing in them may act as Markdown.</summary>
    private static string Plain(string name) => Unsafe().Replace(name.Length > 24 ? name[..24] : name, string.Empty);

    [GeneratedRegex(@"\{(?<name>[a-z_]+)(:(?<part>n))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Places();

    [GeneratedRegex(@"[^\p{L}\p{Nd} ./=\-]", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();
}
