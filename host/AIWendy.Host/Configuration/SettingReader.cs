using System.Globalization;

namespace AIWendy.Host.Configuration;

/// <summary>Turns texts into values and collects every problem instead of stopping at the first.</summary>
internal sealed class SettingReader(SettingValues values, string workingFolder, string? home, ICollection<string> problems)
{
    public string? Text(SettingDefinition setting) => values.Find(setting.Key).Value;

    public int Integer(SettingDefinition setting)
    {
        string text = Text(setting) ?? setting.Default;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= setting.Minimum && value <= setting.Maximum)
        {
            return value;
        }

        problems.Add($"{setting.Key} must be a whole number from {setting.Minimum} to {setting.Maximum}; it is '{text}'.");
        return setting.Minimum;
    }

    /// <summary>Null where neither a value nor a default is given.</summary>
    public bool? Boolean(SettingDefinition setting)
    {
        string text = Text(setting) ?? setting.Default;
        switch (text.ToLowerInvariant())
        {
            case "":
                return null;
            case "1" or "true" or "yes" or "on":
                return true;
            case "0" or "false" or "no" or "off":
                return false;
            default:
                problems.Add($"{setting.Key} must be 1 or 0; it is '{text}'.");
                return null;
        }
    }

    public string Choice(SettingDefinition setting)
    {
        string text = (Text(setting) ?? setting.Default).ToLowerInvariant();
        if (setting.Choices.Contains(text))
        {
            return text;
        }

        problems.Add($"{setting.Key} must be one of {string.Join(", ", setting.Choices)}; it is '{text}'.");
        return setting.Default;
    }

    /// <summary>An absolute path, or null when nothing is set.</summary>
    public string? Folder(SettingDefinition setting)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal))
        {
            if (home is null)
            {
                problems.Add($"{setting.Key} starts with ~ but HOME is not set.");
                return workingFolder;
            }

            text = Path.Join(home, text[1..]);
        }

        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text, workingFolder));
        if (File.Exists(path))
        {
            problems.Add($"{setting.Key} must be a folder; {path} is a file.");
        }

        return path;
    }

    /// <summary>Like <see cref="Folder"/>, and the folder must be there.</summary>
    public string? ExistingFolder(SettingDefinition setting)
    {
        string? path = Folder(setting);
        if (path is not null && !Directory.Exists(path) && !File.Exists(path))
        {
            problems.Add($"{setting.Key} names the folder {path}, which does not exist.");
        }

        return path;
    }

    /// <summary>Absolute path of a file that must be there, or null when nothing is set.</summary>
    public string? ExistingFile(SettingDefinition setting)
    {
        if (Text(setting) is not { } text)
        {
            return null;
        }

        string path = Path.GetFullPath(text.StartsWith("~/", StringComparison.Ordinal) && !string.IsNullOrEmpty(home) ? Path.Join(home, text[1..]) : text, workingFolder);
        if (!File.Exists(path))
        {
            problems.Add($"{setting.Key} names the file {path}, which does not exist.");
        }

        return path;
    }

    /// <summary>An absolute http or https address, or null when nothing is set.</summary>
    public string? Address(SettingDefinition setting)
    {
        string? text = Text(setting);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https")))
        {
            problems.Add($"{setting.Key} must be an http or https address; it is '{text}'.");
        }

        return text;
    }

    /// <summary>Judges a setting by its type alone, for what others read.</summary>
    public void Check(SettingDefinition setting)
    {
        if (Text(setting) is not { } text)
        {
            return;
        }

        switch (setting.Type)
        {
            case SettingType.Integer:
                Integer(setting);
                break;
            case SettingType.Boolean:
                Boolean(setting);
                break;
            case SettingType.Choice:
                Choice(setting);
                break;
            case SettingType.Address:
                Address(setting);
                break;
            case SettingType.Proxy when !IsProxy(text):
                // A proxy's address may hold a password, so the text itself is not repeated.
                problems.Add($"{setting.Key} must be the address of a proxy, such as http://proxy.example.com:3128.");
                break;
            case SettingType.Hosts:
                foreach (string host in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
                {
                    problems.Add($"{setting.Key} must list names of hosts, separated by commas; '{host}' is none.");
                }

                break;
            default:
                break;
        }
    }

    private static bool IsProxy(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out Uri? address)
        && address.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
        && Uri.CheckHostName(address.Host) != UriHostNameType.Unknown;
}
