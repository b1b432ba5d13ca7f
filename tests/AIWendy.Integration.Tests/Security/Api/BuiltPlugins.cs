namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>The plugins of the product, as they were built beside these tests.</summary>
internal static class BuiltPlugins
{
    /// <summary>Root of the source tree.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Links every built plugin into a folder; returns the folder.</summary>
    public static string LinkInto(string folder)
    {
        Directory.CreateDirectory(folder);
        string output = Path.GetRelativePath(Path.Combine(Repository, "tests", "AIWendy.Integration.Tests"), AppContext.BaseDirectory).TrimEnd('/');
        foreach (string source in Directory.GetDirectories(Path.Combine(Repository, "plugins")).SelectMany(Directory.GetDirectories))
        {
            string built = Path.Combine(source, output);
            string link = Path.Combine(folder, Path.GetFileName(source));
            if (File.Exists(Path.Combine(built, "plugin.json")) && !Directory.Exists(link))
            {
                Directory.CreateSymbolicLink(link, built);
            }
        }

        return folder;
    }

    private static string FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AIWendy.sln")))
        {
            directory = directory.Parent;
        }

        return directory!.FullName;
    }
}
