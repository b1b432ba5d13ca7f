using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http.Security;

/// <summary>Chooses between the languages of the product.</summary>
internal static class RequestLanguage
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    /// <summary>The user's own choice, else the best of <c>Accept-Language</c>, else English.</summary>
    public static string Of(string? chosen, StringValues acceptLanguage) =>
        chosen is null && acceptLanguage.Count == 0 ? English : Match(chosen) ?? OfHeader(acceptLanguage.ToString());

    private static string OfHeader(string header)
    {
        string best = English;
        double bestWeight = 0;
        foreach (Range range in header.AsSpan().Split(','))
        {
            ReadOnlySpan<char> entry = header.AsSpan(range).Trim();
            int semicolon = entry.IndexOf(';');
            string? language = Match((semicolon < 0 ? entry : entry[..semicolon]).Trim());
            double weight = semicolon < 0 ? 1 : Weight(entry[(semicolon + 1)..]);
            if (language is not null && weight > bestWeight)
            {
                best = language;
                bestWeight = weight;
            }
        }

        return best;
    }

    private static double Weight(ReadOnlySpan<char> parameter)
    {
        ReadOnlySpan<char> text = parameter.Trim();
        return text.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(text[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight)
            ? weight
            : 0;
    }

    private static string? Match(ReadOnlySpan<char> tag)
    {
        bool Is(ReadOnlySpan<char> tag, ReadOnlySpan<char> language) =>
            tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] is '-' or '_');
        return Is(tag, "zh") ? Chinese : Is(tag, "en") ? English : null;
    }
}
