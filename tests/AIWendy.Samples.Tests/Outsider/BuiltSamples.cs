using System.Text;
using AIWendy.Packaging;

namespace AIWendy.Samples.Tests.Outsider;

/// <summary>
/// The samples in a folder of their own, far from the repository, built in two versions with nothing but the packages
/// of <c>./aiwendy sdk pack</c>.
/// </summary>
internal sealed class BuiltSamples : IDisposable
{
    /// <summary>Templates and the names of the projects that are made from them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Templates = new Dictionary<string, string>
    {
        ["aiwendy-plugin"] = "RiverNotes",
        ["aiwendy-coach"] = "RiverCoach",
        ["aiwendy-importer"] = "RiverImport",
    };

    private const string All = """
        <Project>
          <PropertyGroup>
            <Common>Configuration=Release;AppendTargetFrameworkToOutputPath=false;PluginPackageFolder=$(MSBuildThisFileDirectory)../packages/;PluginSigningKey=$(MSBuildThisFileDirectory)../publisher.key</Common>
          </PropertyGroup>
          <ItemGroup>
            <Sample Include="*/*.csproj" />
            <First Include="@(Sample)" AdditionalProperties="Version=1.0.0;OutputPath=out/1.0.0/;IntermediateOutputPath=obj/1/" />
            <Second Include="@(Sample)" AdditionalProperties="Version=1.1.0;OutputPath=out/1.1.0/;IntermediateOutputPath=obj/2/" />
          </ItemGroup>
          <Target Name="Restore"><MSBuild Projects="@(Sample)" Targets="Restore" BuildInParallel="true" /></Target>
          <Target Name="Build">
            <MSBuild Projects="@(First)" Targets="SignPlugin;VerifyPlugin" Properties="$(Common)" BuildInParallel="true" />
            <MSBuild Projects="@(Second)" Targets="SignPlugin" Properties="$(Common)" BuildInParallel="true" />
          </Target>
        </Project>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-outsider-").FullName;

    /// <summary>What the build said.</summary>
    public string Output { get; private set; } = string.Empty;

    public string Feed => Path.Combine(folder, "artifacts", "sdk");

    /// <summary>Id of the key that signed.</summary>
    public string KeyId { get; private set; } = string.Empty;

    /// <summary>Public key of the publisher, as PEM.</summary>
    public string PublicKey { get; private set; } = string.Empty;

    /// <summary>Copies, packs the SDK, makes a project of every template, then builds, packs, signs and verifies all.</summary>
    public async Task BuildAsync()
    {
        string samples = Path.Combine(folder, "samples");
        Copy(Repository.Path("samples"), samples);
        HandbookPages.WriteTo(Path.Combine(samples, "Handbook"));
        using (PublisherKey key = PublisherKey.Create())
        {
            (KeyId, PublicKey) = (key.KeyId, key.PublicKeyPem);
            await key.SaveAsync(Path.Combine(folder, "publisher.key"));
        }

        await Terminal.RunAsync(Repository.Root, "bash", "./aiwendy", "sdk", "pack", "--output", Feed);
        string hive = Path.Combine(folder, "hive");
        await Terminal.RunAsync(folder, "dotnet", "new", "install", Directory.GetFiles(Feed, "AIWendy.Templates.*.nupkg").Single(), "--debug:custom-hive", hive);
        foreach ((string template, string name) in Templates)
        {
            await Terminal.RunAsync(samples, "dotnet", "new", template, "-n", name, "--skipRestore", "--debug:custom-hive", hive);
        }

        await File.WriteAllTextAsync(Path.Combine(samples, "all.proj"), All, Encoding.UTF8);
        await Terminal.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Restore", "-v:quiet", "-m");
        Output = await Terminal.RunAsync(samples, "dotnet", "msbuild", "all.proj", "-t:Build", "-v:minimal", "-m");
    }

    /// <summary>Runs the tests that a sample has, against an installation; returns what they said.</summary>
    public Task<string> TestAsync(string sample, IReadOnlyDictionary<string, string> environment) =>
        Terminal.RunAsync(Path.Combine(folder, "samples", sample), environment, "dotnet", "test", "tests");

    /// <summary>Folder of a built plugin.</summary>
    public string Plugin(string sample, string version) => Path.Combine(folder, "samples", sample, "out", version);

    /// <summary>The signed package of a built plugin.</summary>
    public string Package(string id, string version) => Path.Combine(folder, "packages", $"{id}.{version}.aiwp");

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
