namespace AIWendy.Sdk.Testing;

/// <summary>Where the plugins under test and the host lie.</summary>
internal static class Places
{
    private const string HostFile = "AIWendy.Host.dll";

    /// <summary>The folders that the build of the test project noted.</summary>
    public static IReadOnlyList<string> Plugins() => [.. Lines("plugin").Select(Path.TrimEndingDirectorySeparator)];

    /// <summary>The host's assembly: of <c>AIWENDY_HOST</c>, of the test project, of a clone around it, of a clone on the path.</summary>
    /// <exception cref="PluginTestException">There is none.</exception>
    public static string Host()
    {
        string? named = Environment.GetEnvironmentVariable("AIWENDY_HOST") is { Length: > 0 } variable ? variable : Lines("host").FirstOrDefault();
        if (named is not null)
        {
            string file = named.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? named : Path.Combine(named, HostFile);
            return File.Exists(file) ? Path.GetFullPath(file) : throw new PluginTestException($"AIWENDY_HOST names {named}, and there is no {HostFile}.");
        }

        return Clones().Select(clone => Path.Combine(clone, "artifacts", "app", HostFile)).FirstOrDefault(File.Exists)
            ?? throw new PluginTestException($"No host was found. Set AIWENDY_HOST to the folder that holds {HostFile}: artifacts/app of a clone after ./aiwendy build.");
    }

    private static IEnumerable<string> Clones()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }

        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(folder, "aiwendy")))
            {
                yield return folder;
            }
        }
    }

    private static IEnumerable<string> Lines(string key)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "aiwendy.testing");
        return File.Exists(file)
            ? File.ReadLines(file).Where(line => line.StartsWith(key + "=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..])
            : [];
    }
}
