using System.Text;

namespace AIWendy.Host.Configuration;

/// <summary>Writes settings in the form of <c>.env.example</c> and <c>.env.cloud.example</c>: commented out, with default and meaning, by group.</summary>
internal static class EnvExample
{
    private const int Width = 110;

    private const string Head = """
        # Settings of AIWendy. Copy this file to .env and remove the # before what you change; an empty value means the default.
        # What the environment already sets wins over the file. FEATURE_<NAME>=0 or 1 switches a feature of a plugin off or on,
        # for example FEATURE_JOURNAL_IMPORT=0.
        """;

    private const string CloudHead = """
        # Further settings that count with DEPLOYMENT_MODE=cloud, for the plugins of the cloud pack. Add what you need to .env; those of
        # .env.example hold as well.
        """;

    /// <summary>The settings of the open core, for <c>.env.example</c>.</summary>
    public static string OfCore(IEnumerable<SettingDefinition> settings) => Of(Head, settings.Where(setting => !setting.IsCloud));

    /// <summary>The settings of the cloud pack, for <c>.env.cloud.example</c>.</summary>
    public static string OfCloud(IEnumerable<SettingDefinition> settings) => Of(CloudHead, settings.Where(setting => setting.IsCloud));

    private static string Of(string head, IEnumerable<SettingDefinition> settings)
    {
        StringBuilder text = new();
        text.AppendLine(head);
        foreach (IGrouping<string, SettingDefinition> group in settings.GroupBy(setting => setting.Group))
        {
            text.AppendLine().AppendLine("# --- " + group.Key + " ---");
            foreach (SettingDefinition setting in group)
            {
                text.AppendLine();
                foreach (string line in Wrap(setting.Description))
                {
                    text.AppendLine("# " + line);
                }

                text.AppendLine("#" + setting.Key + "=" + setting.Default);
            }
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static IEnumerable<string> Wrap(string description)
    {
        StringBuilder line = new();
        foreach (string word in description.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > Width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
