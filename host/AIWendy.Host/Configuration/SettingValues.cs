namespace AIWendy.Host.Configuration;

/// <summary>Where a value comes from.</summary>
internal enum SettingOrigin
{
    /// <summary>Nothing was set.</summary>
    Default,

    /// <summary>The environment of the process.</summary>
    Environment,

    /// <summary>The <c>.env</c> file of the working folder.</summary>
    DotEnv,
}

/// <summary>The environment of the process over the <c>.env</c> file. An empty value counts as not set.</summary>
internal sealed class SettingValues(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> dotEnv)
{
    /// <summary>Every name that is set anywhere.</summary>
    public IEnumerable<string> Keys => environment.Keys.Union(dotEnv.Keys, StringComparer.Ordinal);

    /// <summary>The value and where it comes from; null when nothing is set.</summary>
    public (string? Value, SettingOrigin Origin) Find(string key)
    {
        // A variable that is set to nothing switches the line of the .env file off.
        if (environment.TryGetValue(key, out string? value))
        {
            return string.IsNullOrWhiteSpace(value) ? (null, SettingOrigin.Default) : (value.Trim(), SettingOrigin.Environment);
        }

        return dotEnv.TryGetValue(key, out value) && !string.IsNullOrWhiteSpace(value)
            ? (value.Trim(), SettingOrigin.DotEnv)
            : (null, SettingOrigin.Default);
    }

    /// <summary>What the process was started with.</summary>
    public static Dictionary<string, string> OfProcess()
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            values[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
        }

        return values;
    }
}
