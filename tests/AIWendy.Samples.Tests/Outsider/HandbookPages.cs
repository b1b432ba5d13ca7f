using System.Text.RegularExpressions;

namespace AIWendy.Samples.Tests.Outsider;

/// <summary>The examples that stand in the pages for authors: every fenced block with a file name is a file of one plugin.</summary>
internal static partial class HandbookPages
{
    private static readonly string[] Languages = ["en", "zh-CN"];

    /// <summary>Files by their name, as the pages of one language hold them.</summary>
    public static IReadOnlyDictionary<string, string> Files(string language) => Pages(language)
        .SelectMany(page => Block().Matches(page))
        .Where(block => !block.Groups["file"].Value.StartsWith("web/", StringComparison.Ordinal))
        .ToDictionary(block => block.Groups["file"].Value, block => block.Groups["text"].Value, StringComparer.Ordinal);

    /// <summary>The text of every page about extension points in one language.</summary>
    public static string Text(string language) => string.Join('\n', Pages(language));

    /// <summary>Both languages.</summary>
    public static IReadOnlyList<string> AllLanguages => Languages;

    /// <summary>Lays the examples out as the project that they are.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in Files("en"))
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }

    private static IEnumerable<string> Pages(string language) =>
        Directory.GetFiles(Repository.Path("docs", language, "plugins"), "extension-points*.md")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    [GeneratedRegex(@"^```\w+ file=(?<file>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
