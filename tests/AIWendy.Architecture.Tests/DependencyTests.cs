using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace AIWendy.Architecture.Tests;

/// <summary>Who may know whom: the host knows the SDK, a plugin knows the SDK, the SDK knows nobody.</summary>
public sealed class DependencyTests
{
    private const string Sdk = "sdk/AIWendy.Sdk/AIWendy.Sdk.csproj";
    private const string Packaging = "sdk/AIWendy.Packaging/AIWendy.Packaging.csproj";

    public static TheoryData<string> Plugins { get; } = [.. Repository.PluginFolders.Select(Repository.Relative)];

    [Fact]
    public void There_are_plugins_to_look_at() => Repository.PluginFolders.Should().HaveCountGreaterThanOrEqualTo(4);

    [Fact]
    public void The_sdk_references_no_project() => References("sdk/AIWendy.Sdk/AIWendy.Sdk.csproj").Should().BeEmpty();

    [Fact]
    public void The_host_references_the_sdk_and_its_packaging_and_nothing_else_of_ours()
    {
        References("host/AIWendy.Host/AIWendy.Host.csproj").Should().Equal(Packaging, Sdk);
        OurAssemblies(Built("AIWendy.Host")).Should().Equal("AIWendy.Packaging", "AIWendy.Sdk");
    }

    [Fact]
    public void Packaging_references_the_sdk_and_nothing_else_of_ours()
    {
        References(Packaging).Should().Equal(Sdk);
        OurAssemblies(Built("AIWendy.Packaging")).Should().Equal("AIWendy.Sdk");
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_references_the_sdk_and_nothing_else_of_ours(string folder)
    {
        string project = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj").Single();
        References(Repository.Relative(project)).Should().BeSubsetOf([Sdk]);
        OurAssemblies(Built(Path.GetFileNameWithoutExtension(project))).Should().BeSubsetOf(["AIWendy.Sdk"]);
    }

    [Fact]
    public void What_every_plugin_gets_is_the_sdk_alone() =>
        References("plugins/Directory.Build.targets").Concat(References("plugins/Directory.Build.props"))
            .Should().Equal(Sdk);

    [Theory]
    [MemberData(nameof(Plugins))]
    public void The_host_and_the_sdk_name_no_plugin(string folder)
    {
        string id = Repository.ReadJson(Path.Combine(Repository.Root, folder, "plugin.json")).GetProperty("id").GetString()!;
        string[] names = [id, "AIWendy.Plugins." + Path.GetFileName(folder)];

        Repository.Files(["host/AIWendy.Host", "sdk/AIWendy.Sdk", "sdk/AIWendy.Packaging"], ".cs", ".csproj")
            .SelectMany(file => CodeLines(file).Select((line, number) => (File: Repository.Relative(file), Line: line, Number: number + 1)))
            .Where(entry => names.Any(name => Names(entry.Line, name)))
            .Select(entry => $"{entry.File}:{entry.Number}: {entry.Line.Trim()}")
            .Should().BeEmpty();
    }

    [Fact]
    public void The_shell_imports_no_plugin() =>
        Repository.Files(["host/web/src", "sdk/web/src"], ".ts", ".tsx")
            .SelectMany(file => File.ReadLines(file).Select(line => (File: Repository.Relative(file), Line: line)))
            .Where(entry => entry.Line.Contains("from '", StringComparison.Ordinal) && entry.Line.Contains("plugins/core", StringComparison.Ordinal))
            .Should().BeEmpty();

    private static IEnumerable<string> CodeLines(string file) =>
        File.ReadLines(file).Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? string.Empty : line);

    /// <summary>Whether a line holds the name as a whole, so that <c>aiwendy.journal</c> is not found in a longer word.</summary>
    private static bool Names(string line, string name)
    {
        int at = line.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at + name.Length == line.Length || !char.IsLetterOrDigit(line[at + name.Length]));
    }

    private static string[] References(string project)
    {
        string file = Path.Combine(Repository.Root, project);
        string folder = Path.GetDirectoryName(file)!;
        return
        [
            .. XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Replace("$(MSBuildThisFileDirectory)", string.Empty, StringComparison.Ordinal))
                .Select(path => Repository.Relative(Path.GetFullPath(Path.Combine(folder, path))))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Built(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    /// <summary>Assemblies of this product that a built assembly refers to.</summary>
    private static string[] OurAssemblies(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using PEReader reader = new(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith("AIWendy.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
