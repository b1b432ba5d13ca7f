using AIWendy.Sdk;

namespace AIWendy.Architecture.Tests;

/// <summary>
/// What plugins were built against stays. The files of <c>sdk/AIWendy.Sdk/api</c> hold the public API of each released
/// version of the SDK; a line of them may go only with the next major version.
/// </summary>
public sealed class SdkApiTests
{
    // Plugins implement these, so that a new member without a body breaks those that exist.
    private static readonly string[] ImplementedByPlugins =
    [
        "IPlugin", "IPluginStartup", "IPluginHealthCheck", "ICoachTool", "ITradeImporter", "IPluginJob", "IRunHandler", "IEventHandler", "IPluginEvent",
        "IRequestAuthenticator", "IChatModelProvider", "IPlanEntitlements", "ITenantOwned",
    ];

    private static readonly IReadOnlyList<string> Current = PublicApi.Of(typeof(IPlugin).Assembly);

    [Fact]
    public void Nothing_of_a_released_version_was_removed_or_changed()
    {
        foreach (string baseline in Baselines())
        {
            string[] gone = [.. File.ReadAllLines(baseline).Except(Current)];

            gone.Should().BeEmpty("plugins that were built against {0} use it; keep it beside what is new", Path.GetFileName(baseline));
        }
    }

    [Fact]
    public void What_plugins_implement_has_grown_only_by_members_with_a_body()
    {
        string[] baseline = File.ReadAllLines(Baselines()[^1]);
        string[] before = [.. baseline.Where(line => line.StartsWith("interface ", StringComparison.Ordinal)).Select(line => line["interface ".Length..].Split(" where ")[0])];
        IEnumerable<string> grown = Current.Except(baseline).Where(line =>
            line.Contains("abstract ", StringComparison.Ordinal)
            && before.Any(type => line.StartsWith(type + ".", StringComparison.Ordinal) && ImplementedByPlugins.Contains(type.Split('<')[0].Split('.')[^1])));

        grown.Should().BeEmpty();
    }

    [Fact]
    public void The_current_version_has_a_baseline()
    {
        string version = typeof(IPlugin).Assembly.GetName().Version!.ToString(3);
        string actual = Path.Combine(AppContext.BaseDirectory, version + ".txt");
        File.WriteAllText(actual, string.Join('\n', Current) + "\n");

        Baselines().Select(Path.GetFileNameWithoutExtension).Should().Contain(version, "a release of the SDK notes its public API; it is in {0}", actual);
    }

    private static string[] Baselines()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "sdk", "AIWendy.Sdk", "api"), "*.txt").OrderBy(file => Version.Parse(Path.GetFileNameWithoutExtension(file)))];
        files.Should().NotBeEmpty();
        return files;
    }
}
