using System.Text;

namespace AIWendy.Host.Configuration;

/// <summary>Writes settings in the form of <c>.env.example</c>: commented out, with default and meaning, by group.</summary>
internal static class EnvExample
{
    private const int Width = 110;

    public static string Of(IEnumerable<SettingDefinition> settings)
    {
        StringBuilder text = new();
        text.AppendLine("# Settings of AIWendy. Copy this file to .env and remove the # before what you change; an empty value means the default.");
        text.AppendLine("# What the environment already sets wins over the file. FEATURE_<NAME>=0 or 1 switches a feature of a plugin off or on,");
        text.AppendLine("# for example FEATURE_JOURNAL_IMPORT=0.");
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
