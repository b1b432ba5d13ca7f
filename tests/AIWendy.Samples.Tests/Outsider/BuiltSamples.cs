using System.Text;

namespace AIWendy.Samples.Tests.Outsider;

/// <summary>
/// The samples in a folder of their own, far from the repository, built in two versions with nothing but the packages
/// of <c>./aiwendy sdk pack</c>.
/// </summary>
internal sealed class BuiltSamples : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-outsider-").FullName;

    /// <summary>What the build said.</summary>
    public string Output { get; private set; } = string.Empty;

    public string Feed => Path.Combine(folder, "artifacts", "sdk");

    /// <summary>Copies, packs the SDK and builds; both versions in one run of MSBuild.</summary>
    public async Task BuildAsync()
    {
        Copy(Repository.Path("samples"), Path.Combine(folder, "samples"));
        await Terminal.RunAsync(Repository.Root, "bash", "./aiwendy", "sdk", "pack", "--output", Feed);
        string all = Path.Combine(folder, "samples", "all.proj");
        await File.WriteAllTextAsync(all, """
            <Project>
              <ItemGroup>
                <Sample Include="*/*.csproj" />
                <Built Include="@(Sample)" Properties="Version=1.0.0;OutputPath=out/1.0.0/;IntermediateOutputPath=obj/1/" />
                <Built Include="@(Sample)" Properties="Version=1.1.0;OutputPath=out/1.1.0/;IntermediateOutputPath=obj/2/" />
              </ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Sample)" Targets="Restore" BuildInParallel="true" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Built)" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """, Encoding.UTF8);
        string samples = Path.Combine(folder, "samples");
        await Terminal.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Restore", "-v:quiet", "-m");
        Output = await Terminal.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Build", "-p:Configuration=Release;AppendTargetFrameworkToOutputPath=false", "-v:minimal", "-m");
    }

    /// <summary>Folder of a built sample.</summary>
    public string Plugin(string sample, string version) => Path.Combine(folder, "samples", sample, "out", version);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(from, file);
            if (relative.Split('/', '\\').Any(part => part is "bin" or "obj" or ".aiwendy"))
            {
                continue;
            }

            string target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
