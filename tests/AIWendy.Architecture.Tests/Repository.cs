using System.Text.Json;

namespace AIWendy.Architecture.Tests;

/// <summary>The source tree that the tests look at.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Generated = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin", "obj", "node_modules", "wwwroot", "dist", "artifacts", "generated", ".git", "TestResults", "playwright-report",
    };

    public static string Root { get; } = FindRoot();

    /// <summary>Everything that is shipped: neither tests nor documentation.</summary>
    public static readonly string[] Product = ["host", "sdk", "plugins"];

    public static IEnumerable<string> Files(IEnumerable<string> folders, params string[] extensions) =>
        folders
            .Select(folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Walk(folder))
            .Where(file => extensions.Length == 0 || extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The folders of the plugins in this repository.</summary>
    public static IReadOnlyList<string> PluginFolders { get; } =
        [.. Files(["plugins"], ".json").Where(file => Path.GetFileName(file) == "plugin.json").Select(file => Path.GetDirectoryName(file)!)];

    public static JsonElement ReadJson(string file)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            if (!Generated.Contains(Path.GetFileName(child)))
            {
                foreach (string file in Walk(child))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AIWendy.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("AIWendy.sln was not found above the tests.");
    }
}
