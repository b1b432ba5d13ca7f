using System.Text.RegularExpressions;

namespace AIWendy.Guide.Tests;

/// <summary>A page of the guide, of which the commands count.</summary>
internal static partial class GuidePage
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Find();

    /// <summary>The blocks of commands of a page, in order.</summary>
    public static IReadOnlyList<string> Commands(string language) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Root, "docs", language, "plugins", "first-plugin.md"))).Select(block => block.Groups[1].Value)];

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AIWendy.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex("^```bash\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
