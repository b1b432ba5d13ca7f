using AIWendy.Host.Configuration;

namespace AIWendy.Host.Tests.Configuration;

/// <summary>Keeps the page that lists every setting what the program says.</summary>
public sealed class SettingReferenceTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void The_page_in_the_documentation_is_the_one_that_the_program_writes(string language)
    {
        string[] page = File.ReadAllLines(Path.Combine(Root, "docs", language, "settings.md"));
        string[] written = SettingReference.Of(Known(), language).TrimEnd('\n').Split('\n');
        page.Should().Equal(written, "./aiwendy config --reference {0} > docs/{0}/settings.md writes it", language);
    }

    [Theory]
    [InlineData("AIWENDY_AUDIT_DAYS", "number from 0 to 36500", "environment, page", "at once")]
    [InlineData("AIWENDY_PORT", "number from 1 to 65535", "environment", "after a restart")]
    [InlineData("AIWENDY_SMTP_PASSWORD", "text, secret", "environment, page", "after a restart")]
    public void A_row_says_what_a_setting_takes_where_it_is_changed_and_when_that_counts(string key, string takes, string changed, string counts) =>
        SettingReference.Of(Known(), "en").Should().MatchRegex($"(?m)^\\| `{key}` \\| .* \\| {takes} \\| {changed} \\| {counts} \\| .+ \\|$");

    [Fact]
    public void Every_setting_is_explained_in_chinese() =>
        SettingReference.Of(Known(), "zh-CN").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.Split(" | ")[^1].Any(letter => letter > '\u3000'))
            .Should().BeEmpty();

    private static IEnumerable<SettingDefinition> Known()
    {
        string plugins = Path.Combine(Root, "plugins");
        return HostSettingCatalogue.All.Concat(PluginEnvironment.Read(Path.Combine(plugins, "core"), plugins).Settings);
    }

    private static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
            {
                folder = folder.Parent;
            }

            return folder!.FullName;
        }
    }
}
