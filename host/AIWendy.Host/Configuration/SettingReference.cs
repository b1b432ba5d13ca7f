using System.Globalization;
using System.Text;
using Words = AIWendy.Sdk.Localization.Text;

namespace AIWendy.Host.Configuration;

/// <summary>Writes the page of the documentation that lists every setting.</summary>
internal static class SettingReference
{
    private static readonly Words Title = Words.Of("Settings reference", "设置一览");

    private static readonly Words Lead = Words.Of(
        """
        Every setting of the host and of the plugins that come with it; [configuration](configuration.md) says how to give them. Those of the cloud pack
        are explained with its plugins. This page is made from the program itself: `./aiwendy config --reference en > docs/en/settings.md`.

        - Changed in: `environment` stands for the environment and the file `.env`; `page` for the administration page and
          `PATCH /api/admin/settings`, where the environment leaves the setting open.
        - Counts: `at once` on every replica when it is changed on the page, or `after a restart`. What the environment says always needs one.
        """,
        """
        程序和随附插件的全部设置；设置的方式见[配置](configuration.md)。云端功能包的设置在其插件的说明中。本页由程序生成：`./aiwendy config --reference zh-CN > docs/zh-CN/settings.md`。

        - 在哪里修改：`环境` 指环境变量和 `.env` 文件；`页面` 指管理页面和 `PATCH /api/admin/settings`，仅当环境变量没有指定时可用。
        - 何时生效：在页面上修改后，`立即` 在所有副本生效，或 `重启后` 生效。环境变量的修改总是需要重启。
        """);

    private static readonly Words[] Headings =
    [
        Words.Of("Setting", "设置"), Words.Of("Default", "默认值"), Words.Of("Takes", "取值"), Words.Of("Changed in", "在哪里修改"), Words.Of("Counts", "何时生效"), Words.Of("Meaning", "含义"),
    ];

    private static readonly Words Environment = Words.Of("environment", "环境");
    private static readonly Words Page = Words.Of("environment, page", "环境、页面");
    private static readonly Words AtOnce = Words.Of("at once", "立即");
    private static readonly Words AfterRestart = Words.Of("after a restart", "重启后");
    private static readonly Words Secret = Words.Of(", secret", "，机密");

    /// <summary>The page in a language.</summary>
    /// <param name="settings">All settings; those of the host first.</param>
    /// <param name="language"><c>en</c> or <c>zh-CN</c>.</param>
    public static string Of(IEnumerable<SettingDefinition> settings, string language)
    {
        StringBuilder text = new();
        text.Append("# ").Append(Title.For(language)).Append("\n\n").Append(Lead.For(language)).Append('\n');
        foreach (IGrouping<string, SettingDefinition> group in Ordered(settings).GroupBy(setting => setting.Group))
        {
            text.Append("\n## ").Append(HostSettingTexts.Group(group.First()).For(language)).Append("\n\n");
            text.Append("| ").AppendJoin(" | ", Headings.Select(heading => heading.For(language))).Append(" |\n");
            text.Append("| ").AppendJoin(" | ", Headings.Select(_ => "---")).Append(" |\n");
            foreach (SettingDefinition setting in group)
            {
                text.Append("| ").AppendJoin(" | ", Cells(setting, language)).Append(" |\n");
            }
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    // The order in which folders of plugins are found differs between an installation and the source tree.
    private static IEnumerable<SettingDefinition> Ordered(IEnumerable<SettingDefinition> settings)
    {
        HashSet<string> ofTheHost = [.. HostSettingCatalogue.All.Select(setting => setting.Key)];
        return HostSettingCatalogue.All.Concat(settings
            .Where(setting => !setting.IsCloud && !ofTheHost.Contains(setting.Key))
            .OrderBy(setting => setting.Group, StringComparer.Ordinal));
    }

    private static string[] Cells(SettingDefinition setting, string language) =>
    [
        $"`{setting.Key}`",
        setting.Default.Length > 0 ? $"`{setting.Default}`" : "",
        Taken(setting).For(language) + (setting.Secret ? Secret.For(language) : ""),
        (setting.Administrable ? Page : Environment).For(language),
        (setting.Administrable && !setting.Restart ? AtOnce : AfterRestart).For(language),
        HostSettingTexts.Description(setting).For(language).Replace("|", "\\|", StringComparison.Ordinal),
    ];

    private static Words Taken(SettingDefinition setting) => setting.Type switch
    {
        SettingType.Integer => Number(setting),
        SettingType.Boolean => Words.Of("`1` or `0`", "`1` 或 `0`"),
        SettingType.Choice => Words.Of(
            string.Join(", ", setting.Choices.Select(choice => $"`{choice}`")), string.Join("、", setting.Choices.Select(choice => $"`{choice}`"))),
        SettingType.Folder => Words.Of("folder", "文件夹"),
        SettingType.Address => Words.Of("address", "网址"),
        SettingType.Proxy => Words.Of("address of a proxy", "代理地址"),
        SettingType.Hosts => Words.Of("names of hosts", "主机名"),
        _ => Words.Of("text", "文本"),
    };

    private static Words Number(SettingDefinition setting)
    {
        string least = setting.Minimum.ToString(CultureInfo.InvariantCulture);
        string greatest = setting.Maximum.ToString(CultureInfo.InvariantCulture);
        return (setting.Minimum, setting.Maximum) switch
        {
            (int.MinValue, int.MaxValue) => Words.Of("number", "数字"),
            (_, int.MaxValue) => Words.Of($"number from {least}", $"不小于 {least} 的数字"),
            (int.MinValue, _) => Words.Of($"number up to {greatest}", $"不大于 {greatest} 的数字"),
            _ => Words.Of($"number from {least} to {greatest}", $"{least} 到 {greatest} 的数字"),
        };
    }
}
