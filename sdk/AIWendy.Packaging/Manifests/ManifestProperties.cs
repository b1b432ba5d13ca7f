using System.Globalization;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Manifests;

/// <summary>Reads the properties of a build, one on a line.</summary>
internal static class ManifestProperties
{
    private static readonly HashSet<string> Scalars = new(StringComparer.Ordinal)
    {
        "id", "name", "nameZh", "version", "sdk", "entry", "description", "descriptionZh", "publisher", "edition", "web",
        "oldestCompatibleSchema", "settings",
    };

    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["permission"] = "permissions",
        ["provides"] = "provides",
        ["consumes"] = "consumes",
    };

    // Name of the line, name of the list, name of the first part.
    private static readonly Dictionary<string, (string List, string Key)> Objects = new(StringComparer.Ordinal)
    {
        ["feature"] = ("features", "key"),
        ["menu"] = ("menu", "path"),
        ["environment"] = ("environment", "key"),
    };

    public static JsonObject Read(string text)
    {
        JsonObject manifest = [];
        int number = 0;
        foreach (string line in text.Split('\n').Select(line => line.Trim('\r', ' ', '\t', '\uFEFF')))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Refuse(number, $"\"{line}\" is no name=value; a value must fit on its line");
            }

            Add(manifest, line[..equals].Trim(), line[(equals + 1)..].Trim(), number);
        }

        return manifest;
    }

    private static void Add(JsonObject manifest, string name, string value, int number)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (Scalars.Contains(name))
        {
            if (!manifest.TryAdd(name, JsonValue.Create(value)))
            {
                throw Refuse(number, $"{name} is stated twice");
            }
        }
        else if (Lists.TryGetValue(name, out string? list))
        {
            ListOf(manifest, list).Add((JsonNode)value);
        }
        else if (Objects.TryGetValue(name, out (string List, string Key) target))
        {
            ListOf(manifest, target.List).Add((JsonNode)Parts(value, target.Key, number, switches: target.List == "features"));
        }
        else if (name == "dependsOn")
        {
            JsonObject parts = Parts(value, "id", number, switches: false);
            JsonObject dependencies = manifest["dependsOn"] as JsonObject ?? [];
            manifest["dependsOn"] = dependencies;
            dependencies[parts["id"]!.ToString()] = parts["version"]?.ToString() ?? throw Refuse(number, "a dependency states its version, e.g. |version=[1.0,2.0)");
        }
        else
        {
            throw Refuse(number, $"there is no property \"{name}\"");
        }
    }

    private static JsonObject Parts(string value, string key, int number, bool switches)
    {
        string[] parts = value.Split('|');
        JsonObject result = new() { [key] = parts[0].Trim() };
        foreach (string part in parts.Skip(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw Refuse(number, $"\"{part}\" is no name=value");
            }

            string name = part[..equals].Trim();
            string text = part[(equals + 1)..].Trim();
            if (text.Length > 0)
            {
                result[name] = Value(name, text, number, switches);
            }
        }

        return result;
    }

    // The default of a feature is a switch, that of an environment variable a text.
    private static JsonNode Value(string name, string text, int number, bool switches) => name switch
    {
        "modes" or "choices" => new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => JsonValue.Create(word))]),
        "secret" => Truth(text, number),
        "minimum" or "maximum" => Number(text, number),
        "default" when switches => Truth(text, number),
        _ => text,
    };

    private static bool Truth(string text, int number) =>
        bool.TryParse(text, out bool truth) ? truth : throw Refuse(number, $"\"{text}\" is neither true nor false");

    private static int Number(string text, int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : throw Refuse(number, $"\"{text}\" is no whole number");

    private static JsonArray ListOf(JsonObject manifest, string name)
    {
        if (manifest[name] is not JsonArray list)
        {
            list = [];
            manifest[name] = list;
        }

        return list;
    }

    private static PackageException Refuse(int number, string why) =>
        new(PackageErrors.Manifest, FormattableString.Invariant($"Line {number} of the properties: {why}."));
}
