using System.Text.Json;
using System.Xml.Linq;

namespace AIWendy.Architecture.Tests;

/// <summary>Everything we build on may be shipped with an Apache-2.0 product; nothing unknown, nothing viral.</summary>
public sealed class LicenceTests
{
    private static readonly HashSet<string> Permissive = new(StringComparer.OrdinalIgnoreCase)
    {
        "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL", "0BSD", "BlueOak-1.0.0",
        "CC0-1.0", "Unlicense", "Zlib", "Python-2.0", "MS-PL", "OFL-1.1", "W3C", "W3C-20150513",
    };

    /// <summary>Licences that bind changes to the files themselves: used as they are, in the places named.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTF.Unknown"] = "MPL-1.1: recognises the encoding of imported files; used unchanged, as a library",
        ["axe-core"] = "MPL-2.0: accessibility tests only",
        ["@axe-core/playwright"] = "MPL-2.0: accessibility tests only",
        ["lightningcss"] = "MPL-2.0: builds the style sheets, is not shipped",
        ["Microsoft.NETCore.Platforms"] = "the .NET Library terms: names of platforms for the build of the analyzers, is not shipped",
        ["caniuse-lite"] = "CC-BY-4.0: data for the build, is not shipped",
    };

    /// <summary>Packages from before licence expressions; each was looked up.</summary>
    private static readonly Dictionary<string, string> ByUrl = new(StringComparer.OrdinalIgnoreCase)
    {
        ["https://raw.githubusercontent.com/xunit/xunit/master/license.txt"] = "Apache-2.0",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://github.com/dotnet/standard/blob/master/LICENSE.TXT"] = "MIT",
        ["http://opensource.org/licenses/mit-license.php"] = "MIT",
    };

    [Fact]
    public void Every_restored_nuget_package_has_a_permitted_licence()
    {
        string[] packages = RestoredPackages();
        packages.Should().NotBeEmpty("the projects were restored before their tests run");

        packages.Select(CheckNuspec).Where(problem => problem is not null).Should().BeEmpty();
    }

    [Theory]
    [InlineData("host/web")]
    [InlineData("tests/e2e")]
    public void Every_npm_package_has_a_permitted_licence(string folder)
    {
        JsonElement packages = Repository.ReadJson(Path.Combine(Repository.Root, folder, "package-lock.json")).GetProperty("packages");
        List<string> problems = [];
        foreach (JsonProperty package in packages.EnumerateObject())
        {
            string name = package.Name.Split("node_modules/")[^1];
            bool ours = !package.Name.Contains("node_modules/", StringComparison.Ordinal) || package.Value.TryGetProperty("link", out _);
            if (!ours && !IsPermitted(NpmLicence(package.Value)) && !IsException(name))
            {
                problems.Add($"{name}: {NpmLicence(package.Value) ?? "no licence stated"}");
            }
        }

        problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("(MIT OR GPL-3.0-only)", true)]
    [InlineData("MIT AND Apache-2.0", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("GPL-2.0-or-later", false)]
    [InlineData("AGPL-3.0", false)]
    [InlineData("SEE LICENSE IN EULA.txt", false)]
    [InlineData(null, false)]
    public void Expressions_are_understood(string? expression, bool permitted) =>
        IsPermitted(expression).Should().Be(permitted);

    private static string[] RestoredPackages() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "project.assets.json", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(PackagesOf)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Paths of the nuspec files of what one project restored.</summary>
    private static IEnumerable<string> PackagesOf(string assets)
    {
        JsonElement root = Repository.ReadJson(assets);
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        foreach (JsonProperty library in root.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() == "package")
            {
                string path = library.Value.GetProperty("path").GetString()!;
                string nuspec = path.Split('/')[0] + ".nuspec";
                yield return folders.Select(folder => Path.Combine(folder, path, nuspec)).FirstOrDefault(File.Exists)
                    ?? Path.Combine(folders[0], path, nuspec);
            }
        }
    }

    private static string? CheckNuspec(string file)
    {
        if (!File.Exists(file))
        {
            return $"{file} is missing";
        }

        XElement metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        XElement? licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        string? expression = licence?.Attribute("type")?.Value == "expression"
            ? licence.Value.Trim()
            : ByUrl.GetValueOrDefault(Text("licenseUrl") ?? string.Empty);
        string id = Text("id")!;
        return IsPermitted(expression) || IsException(id)
            ? null
            : $"{id} {Text("version")}: {expression ?? licence?.Value ?? Text("licenseUrl") ?? "no licence stated"}";
    }

    private static string? NpmLicence(JsonElement package) =>
        package.TryGetProperty("license", out JsonElement licence) && licence.ValueKind == JsonValueKind.String ? licence.GetString() : null;

    private static bool IsException(string name) =>
        Exceptions.ContainsKey(name) || name.StartsWith("lightningcss-", StringComparison.Ordinal);

    /// <summary>Any alternative of OR will do; every part of AND must.</summary>
    private static bool IsPermitted(string? expression) =>
        expression is not null
        && expression.Trim('(', ')').Split(" OR ", StringSplitOptions.TrimEntries)
            .Any(choice => choice.Trim('(', ')').Split(" AND ", StringSplitOptions.TrimEntries).All(Permissive.Contains));
}
