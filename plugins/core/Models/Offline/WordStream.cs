using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Cuts a text into the small pieces in which it is streamed: words, a few Chinese characters, never half a link.</summary>
internal static partial class WordStream
{
    public static IEnumerable<string> Split(string text)
    {
        string? waiting = null;
        foreach (Match piece in Pieces().Matches(text))
        {
            waiting += piece.Value;
            bool endsLine = piece.Value.Contains('\n', StringComparison.Ordinal);
            if (waiting.Length >= 8 || endsLine || IsHan(waiting[0]))
            {
                yield return waiting;
                waiting = null;
            }
        }

        if (waiting is not null)
        {
            yield return waiting;
        }
    }

    private static bool IsHan(char c) => c is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef';

    [GeneratedRegex(@"\[[^\]\n]*\]\([^)\s]*\)[^\s\w\[\u3000-\u9fff]*\s*|[\u3000-\u9fff\uff00-\uffef]{1,4}\s*|[^\s\[\u3000-\u9fff\uff00-\uffef]+\s*|\[|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
