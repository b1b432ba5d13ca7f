namespace AIWendy.Bench.Lifecycle;

/// <summary>The samples, built as an outsider builds them: with the packed SDK alone.</summary>
internal static class Samples
{
    private const string All = """
        <Project>
          <ItemGroup><Sample Include="*/*.csproj" /></ItemGroup>
          <Target Name="Restore"><MSBuild Projects="@(Sample)" Targets="Restore" BuildInParallel="true" /></Target>
          <Target Name="Build"><MSBuild Projects="@(Sample)" Targets="Build" Properties="Configuration=Release;AppendTargetFrameworkToOutputPath=false;OutputPath=out/" BuildInParallel="true" /></Target>
        </Project>
        """;

    /// <summary>Every sample, and what one asks for to see that it serves; null where another plugin shows its part.</summary>
    public static IReadOnlyDictionary<string, string?> Paths { get; } = new Dictionary<string, string?>
    {
        ["StoicCoach"] = null,
        ["PositionSize"] = "/api/position-size?account=10000&riskPercent=1&entry=100&stop=98",
        ["FirstradeImporter"] = null,
        ["DailyLimit"] = "/api/daily-limit",
        ["WebhookNotifier"] = null,
    };

    /// <returns>The folder in which each sample has one of its name, with the built plugin in <c>out</c>.</returns>
    public static async Task<string> BuildAsync(Workspace workspace)
    {
        string outside = Path.Combine(workspace.Root, "outside");
        string samples = Path.Combine(outside, "samples");
        string source = Path.Combine(workspace.Repository, "samples");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "out"))
            {
                string copy = Path.Combine(samples, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        await File.WriteAllTextAsync(Path.Combine(samples, "all.proj"), All);
        await Workspace.RunAsync(workspace.Repository, "bash", "./aiwendy", "sdk", "pack", "--output", Path.Combine(outside, "artifacts", "sdk"));
        await Workspace.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Restore", "-v:quiet", "-m");
        await Workspace.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Build", "-v:quiet", "-m");
        return samples;
    }
}
