using System.Globalization;
using System.Text.RegularExpressions;
using AIWendy.Sdk.Coaching;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>
/// Compares what an answer cites with what tools returned. A citation counts as unbacked when nobody returned the
/// figure or trade, or when the number shown is not the figure's value.
/// </summary>
internal static partial class CitationGuard
{
    /// <param name="text">The answer as Markdown.</param>
    /// <param name="current">What the tools of this answer returned.</param>
    /// <param name="earlier">What earlier answers of the conversation rest on.</param>
    /// <returns>
    /// The evidence to store: everything from <paramref name="current"/>, what is cited from
    /// <paramref name="earlier"/>, and the citations that nothing backs.
    /// </returns>
    public static Evidence Check(string text, Evidence current, Evidence earlier)
    {
        List<EvidenceFigure> figures = [.. current.Figures];
        List<EvidenceTrade> trades = [.. current.Trades];
        List<string> unbacked = [];
        foreach (Match match in Citations().Matches(text))
        {
            string shown = match.Groups["shown"].Value;
            string id = match.Groups["id"].Value;
            bool backed = match.Groups["kind"].Value == "trade"
                ? FindTrade(id, trades, earlier.Trades)
                : FindFigure(id, shown, figures, earlier.Figures);
            if (!backed)
            {
                unbacked.Add(match.Groups["target"].Value);
            }
        }

        return new Evidence { Figures = figures, Trades = trades, Unbacked = [.. unbacked.Distinct(StringComparer.Ordinal)] };
    }

    private static bool FindFigure(string id, string shown, List<EvidenceFigure> figures, IReadOnlyList<EvidenceFigure> earlier)
    {
        if (figures.Any(figure => figure.Id == id && Shows(shown, figure)))
        {
            return true;
        }

        EvidenceFigure? old = earlier.LastOrDefault(figure => figure.Id == id && Shows(shown, figure));
        if (old is null)
        {
            return false;
        }

        figures.Add(old);
        return true;
    }

    private static bool FindTrade(string id, List<EvidenceTrade> trades, IReadOnlyList<EvidenceTrade> earlier)
    {
        if (!Guid.TryParse(id, out Guid tradeId))
        {
            return false;
        }

        if (trades.Any(trade => trade.Id == tradeId))
        {
            return true;
        }

        EvidenceTrade? old = earlier.LastOrDefault(trade => trade.Id == tradeId);
        if (old is null)
        {
            return false;
        }

        trades.Add(old);
        return true;
    }

    /// <summary>
    /// Whether the text shows the figure's value, rounded as it likes and with or without its sign. A text without a
    /// number, or with more than one ("26 of 71"), says nothing against it.
    /// </summary>
    internal static bool Shows(string shown, EvidenceFigure figure)
    {
        MatchCollection numbers = Numbers().Matches(shown);
        if (numbers.Count != 1)
        {
            return true;
        }

        string digits = numbers[0].Value.Replace(",", string.Empty, StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return true;
        }

        if (value == figure.N || figure.Value is null)
        {
            return value == figure.N;
        }

        int decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        decimal unit = 1m;
        for (int i = 0; i < decimals; i++)
        {
            unit /= 10m;
        }

        return Math.Abs(Math.Abs(figure.Value.Value) - value) <= unit;
    }

    [GeneratedRegex(@"\[(?<shown>[^\]\n]{0,200})\]\((?<target>(?<kind>evidence|trade):(?<id>[^)\s]{1,120}))\)", RegexOptions.CultureInvariant)]
    private static partial Regex Citations();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
