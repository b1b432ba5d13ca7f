using System.Globalization;
using System.Text.RegularExpressions;

namespace AIWendy.Packaging;

/// <summary>Reads change logs in the form of keepachangelog.com: a heading of level two for each version.</summary>
internal static partial class ChangeLog
{
    public const string FileName = "CHANGELOG.md";

    /// <summary>What the log says of a version, or <see langword="null"/> when it does not name it.</summary>
    public static Section? Find(string log, string version)
    {
        string[] lines = log.ReplaceLineEndings("\n").Split('\n');
        int start = Array.FindIndex(lines, line => Heading().Match(line) is { Success: true } heading && heading.Groups["version"].Value == version);
        if (start < 0)
        {
            return null;
        }

        string date = Heading().Match(lines[start]).Groups["date"].Value;
        string text = string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();
        return new Section(
            DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly published) ? published : null,
            text.Length == 0 ? null : Bound(text));
    }

    private static string Bound(string text)
    {
        if (text.Length <= FeedIndex.MaximumChanges)
        {
            return text;
        }

        int end = FeedIndex.MaximumChanges - 4;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "\n...";
    }

    [GeneratedRegex(@"^## +\[?v?(?<version>[0-9][^\s\]]*)\]?(?:\([^)]*\))?(?:\s+[-–—(]?\s*(?<date>\d{4}-\d{2}-\d{2})\)?)?")]
    private static partial Regex Heading();

    /// <summary>A version's section.</summary>
    public sealed record Section(DateOnly? Published, string? Text);
}
