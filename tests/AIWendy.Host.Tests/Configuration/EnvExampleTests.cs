using System.Text.Json;
using System.Text.RegularExpressions;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Tests.Configuration;

/// <summary>Keeps code and <c>.env.example</c> together. `./aiwendy config --example` prints what the file should be.</summary>
public sealed partial class EnvExampleTests
{
    // Read by the platform or about it; nobody sets them for AIWendy.
    // AIWENDY_HOST is read by the packages that authors test with, in their own processes.
    private static readonly string[] OfThePlatform =
        ["DOTNET_RUNNING_IN_CONTAINER", "DOTNET_ENVIRONMENT", "LD_LIBRARY_PATH", "LC_ALL", "PG_VERSION", "TRUSTED_PLATFORM_ASSEMBLIES", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "AIWENDY_HOST"];

    private const string CoreFile = ".env.example";
    private const string CloudFile = ".env.cloud.example";

    [Fact]
    public void The_file_lists_every_setting_with_its_default_and_meaning()
    {
        foreach (SettingDefinition setting in Known())
        {
            string file = setting.IsCloud ? CloudFile : CoreFile;
            string[] lines = File.ReadAllLines(Path.Combine(Root, file));
            int line = Array.IndexOf(lines, $"#{setting.Key}={setting.Default}");
            line.Should().BePositive($"{setting.Key} with the default '{setting.Default}' belongs into {file}");
            lines[line - 1].Should().MatchRegex("^# \\S", $"{setting.Key} needs its meaning above it");
        }
    }

    [Fact]
    public void The_file_lists_nothing_that_is_no_setting() =>
        Listed().Should().BeSubsetOf(Known().Select(setting => setting.Key)).And.OnlyHaveUniqueItems();

    [Fact]
    public void Code_reads_nothing_that_the_file_lacks()
    {
        IEnumerable<string> read = Sources().SelectMany(source => Literal().Matches(source.Text).Select(match => match.Groups[1].Value)).Distinct();
        read.Except(OfThePlatform).Should().BeSubsetOf(Listed());
    }

    [Fact]
    public void Nothing_is_listed_that_no_code_reads()
    {
        Dictionary<string, string> properties = typeof(HostSettingCatalogue).GetFields()
            .Where(field => field.FieldType == typeof(SettingDefinition))
            .ToDictionary(field => ((SettingDefinition)field.GetValue(null)!).Key, field => $"HostSettingCatalogue.{field.Name}");
        string code = string.Concat(Sources()
            .Where(source => Path.GetFileName(source.Path) is not ("HostSettingCatalogue.cs" or "HostSettingTexts.cs")).Select(source => source.Text));
        Listed().Where(key => !code.Contains($"\"{key}\"") && !(properties.TryGetValue(key, out string? property) && code.Contains(property)))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_setting_says_in_both_languages_what_it_means_and_where_it_belongs()
    {
        PluginEnvironmentNames plugins = PluginEnvironment.Read(Path.Combine(Root, "plugins/core"), Path.Combine(Root, "plugins"));
        plugins.Settings.Should().Contain(setting => setting.Key == "AIWENDY_SMTP_HOST");
        foreach (SettingDefinition setting in HostSettingCatalogue.All.Concat(plugins.Settings))
        {
            HostSettingTexts.Description(setting).Zh.Should().MatchRegex("[\u4e00-\u9fff]", $"{setting.Key} needs its meaning in Chinese");
            HostSettingTexts.Group(setting).Zh.Should().MatchRegex("[\u4e00-\u9fff]", $"the heading {setting.Group} needs its name in Chinese");
        }
    }

    private static IReadOnlyList<SettingDefinition> Known()
    {
        List<SettingDefinition> known = [.. HostSettingCatalogue.All];
        foreach (string manifest in Directory.GetFiles(Path.Combine(Root, "plugins"), "plugin.json", SearchOption.AllDirectories).Where(InSource))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(manifest));
            bool isCloud = document.RootElement.TryGetProperty("edition", out JsonElement edition) && edition.ValueEquals("cloud");
            if (document.RootElement.TryGetProperty("environment", out JsonElement environment))
            {
                known.AddRange(environment.EnumerateArray().Select(item => new SettingDefinition(
                    item.GetProperty("key").GetString()!,
                    SettingType.Text,
                    item.TryGetProperty("default", out JsonElement value) ? value.GetString()! : string.Empty,
                    item.GetProperty("description").GetString()!,
                    string.Empty)
                {
                    IsCloud = isCloud,
                }));
            }
        }

        return known;
    }

    // A repository without the cloud pack has nothing that reads the settings of its file.
    private static string[] Files() => Directory.Exists(Path.Combine(Root, "plugins/cloud")) ? [CoreFile, CloudFile] : [CoreFile];

    private static string[] Listed() =>
        [.. Files().SelectMany(file => File.ReadAllLines(Path.Combine(Root, file))).Select(line => Line().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    private static IEnumerable<(string Path, string Text)> Sources() =>
        new[] { "host", "plugins", "sdk" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(InSource)
            .Select(path => (path, File.ReadAllText(path)));

    private static bool InSource(string path) => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/node_modules/");

    private static string Root
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "AIWendy.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
            }

            return folder;
        }
    }

    [GeneratedRegex("^#([A-Z][A-Z0-9_]*)=")]
    private static partial Regex Line();

    // A name of at least two words in capitals, alone in its quotes: no other text of the code looks like that.
    [GeneratedRegex("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Literal();
}
