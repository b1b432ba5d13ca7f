using System.Text.Json;

namespace AIWendy.Host.Configuration;

/// <summary>
/// The settings that plugins state in their manifests. Read before any plugin is loaded and without judging the rest
/// of the manifest; the plugin runtime does that later and reports it.
/// </summary>
internal static class PluginEnvironment
{
    /// <summary>Reads every <c>plugin.json</c> one level below the built-in and two levels below the installed plugins.</summary>
    public static PluginEnvironmentNames Read(string builtInFolder, string installedFolder)
    {
        List<SettingDefinition> settings = [];
        HashSet<string> features = new(StringComparer.Ordinal);
        IEnumerable<string> folders = Children(builtInFolder).Concat(Children(installedFolder).SelectMany(Children));
        foreach (string folder in folders)
        {
            string manifest = Path.Combine(folder, "plugin.json");
            if (File.Exists(manifest))
            {
                ReadManifest(manifest, settings, features);
            }
        }

        return new PluginEnvironmentNames([.. settings.DistinctBy(setting => setting.Key)], features);
    }

    /// <summary>Name of the variable that switches a feature: <c>journal.import</c> becomes <c>FEATURE_JOURNAL_IMPORT</c>.</summary>
    public static string FeatureVariable(string feature) =>
        "FEATURE_" + feature.ToUpperInvariant().Replace('.', '_').Replace('-', '_');

    private static string[] Children(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];

    private static void ReadManifest(string path, List<SettingDefinition> settings, HashSet<string> features)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            string group = Text(root, "name") ?? "Plugins";
            string? groupZh = Text(root, "nameZh");
            bool isCloud = Text(root, "edition") == "cloud";
            foreach (JsonElement item in Items(root, "environment"))
            {
                if (Text(item, "key") is { Length: > 0 } key)
                {
                    settings.Add(new SettingDefinition(key, TypeOf(item), Text(item, "default") ?? string.Empty, Text(item, "description") ?? string.Empty, group)
                    {
                        DescriptionZh = Text(item, "descriptionZh"),
                        GroupZh = groupZh,
                        Secret = item.TryGetProperty("secret", out JsonElement secret) && secret.ValueKind == JsonValueKind.True,
                        IsCloud = isCloud,
                        Administrable = true,
                        Choices = [.. Items(item, "choices").Where(choice => choice.ValueKind == JsonValueKind.String).Select(choice => choice.GetString()!)],
                        Minimum = Number(item, "minimum") ?? int.MinValue,
                        Maximum = Number(item, "maximum") ?? int.MaxValue,
                    });
                }
            }

            foreach (JsonElement item in Items(root, "features"))
            {
                if (Text(item, "key") is { Length: > 0 } key)
                {
                    features.Add(FeatureVariable(key));
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            // The plugin runtime reports a manifest that can not be read, with the plugin's name.
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    // A type that this host does not know is no reason to refuse a value.
    private static SettingType TypeOf(JsonElement item) => Text(item, "type") switch
    {
        "integer" => SettingType.Integer,
        "boolean" => SettingType.Boolean,
        "choice" => SettingType.Choice,
        "address" => SettingType.Address,
        _ => SettingType.Text,
    };

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>What the manifests state.</summary>
/// <param name="Settings">Settings of plugins, each once.</param>
/// <param name="FeatureVariables">Names of the variables that switch features.</param>
internal sealed record PluginEnvironmentNames(IReadOnlyList<SettingDefinition> Settings, IReadOnlySet<string> FeatureVariables);
