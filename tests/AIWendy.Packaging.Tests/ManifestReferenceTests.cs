using System.Text.Json;
using AIWendy.Packaging.Commands;
using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;

namespace AIWendy.Packaging.Tests;

/// <summary>The reference of plugin.json in the guides is what the schema says.</summary>
public sealed class ManifestReferenceTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public async Task The_pages_in_the_source_tree_are_fresh()
    {
        StringWriter output = new();

        int code = await PackagingCommands.RunAsync(["manifest-reference", "--source", Root], output, output);

        code.Should().Be(0, "./aiwendy plugin manifest-reference --write brings them up to date: {0}", output);
    }

    [Fact]
    public async Task A_stale_page_is_named_and_written()
    {
        string tree = Directory.CreateTempSubdirectory("aiwendy-reference-").FullName;
        foreach (string language in ManifestReference.Languages)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(tree, ManifestReference.PathOf(language)))!);
        }

        StringWriter output = new();
        (await PackagingCommands.RunAsync(["manifest-reference", "--source", tree], output, output)).Should().Be(PackagingCommands.Refused);
        output.ToString().Should().Contain("docs/zh-CN/plugins/manifest.md");
        (await PackagingCommands.RunAsync(["manifest-reference", "--source", tree, "--write"], output, output)).Should().Be(0);
        (await PackagingCommands.RunAsync(["manifest-reference", "--source", tree], output, output)).Should().Be(0);
        Directory.Delete(tree, recursive: true);
    }

    [Fact]
    public async Task The_example_is_a_manifest_that_uses_every_property()
    {
        JsonElement schema = await SchemaAsync();
        JsonElement example = schema.GetProperty("examples")[0];

        PluginManifest manifest = await ManifestReader.ParseAsync(example.GetRawText());

        manifest.Id.Should().Be("org.example.position-size");
        string[] unused = ["$schema", "provides", "consumes"];
        example.EnumerateObject().Select(property => property.Name).Concat(unused).Should()
            .BeEquivalentTo(schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Every_property_is_explained_in_both_languages_and_settable_in_a_project()
    {
        JsonElement schema = await SchemaAsync();
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            property.Value.TryGetProperty("description", out _).Should().BeTrue(property.Name);
            property.Value.TryGetProperty("x-description-zh", out _).Should().BeTrue(property.Name);
        }

        string targets = await File.ReadAllTextAsync(Path.Combine(Root, "sdk/AIWendy.Sdk/build/AIWendy.Sdk.Package.targets"))
            + await File.ReadAllTextAsync(Path.Combine(Root, "sdk/AIWendy.Sdk/build/AIWendy.Sdk.Package.props"));
        IEnumerable<string> names = schema.GetProperty("properties").EnumerateObject()
            .Where(property => property.Value.TryGetProperty("x-project", out _))
            .SelectMany(property => property.Value.GetProperty("x-project").GetString()!.Split(", "));
        names.Where(name => !targets.Contains($"({name})", StringComparison.Ordinal) && !targets.Contains($"@({name}-", StringComparison.Ordinal))
            .Should().BeEmpty("the build must know what the reference promises");
    }

    private static async Task<JsonElement> SchemaAsync() =>
        JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "sdk/AIWendy.Sdk/plugin.schema.json")));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "AIWendy.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
