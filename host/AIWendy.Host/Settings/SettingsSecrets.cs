using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Sdk;

namespace AIWendy.Host.Settings;

/// <summary>
/// Keeps those settings encrypted that a schema marks as <c>writeOnly</c>: they lie sealed in the database, reach the
/// plugin in plain text, and never leave the host again.
/// </summary>
internal sealed class SettingsSecrets(ISecrets secrets)
{
    private const string Mark = "$sealed";

    /// <summary>Names of the secret settings.</summary>
    public static IReadOnlyList<string> Names(JsonElement? schema)
    {
        if (schema is not { ValueKind: JsonValueKind.Object } document
            || !document.TryGetProperty("properties", out JsonElement properties)
            || properties.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. properties.EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.Object
                && property.Value.TryGetProperty("writeOnly", out JsonElement writeOnly)
                && writeOnly.ValueKind == JsonValueKind.True)
            .Select(property => property.Name)];
    }

    /// <summary>What is new together with the secrets that stay: one that is missing keeps its value, one that is null or empty goes.</summary>
    /// <param name="pluginId">Whose settings they are.</param>
    /// <param name="schema">The schema of the settings.</param>
    /// <param name="given">The new settings, in plain text.</param>
    /// <param name="saved">What is stored, or null.</param>
    /// <returns>The settings in plain text.</returns>
    public string Complete(string pluginId, JsonElement? schema, string given, string? saved)
    {
        IReadOnlyList<string> names = Names(schema);
        if (names.Count == 0 || JsonNode.Parse(given) is not JsonObject settings)
        {
            return given;
        }

        JsonObject? before = saved is null ? null : JsonNode.Parse(Open(pluginId, schema, saved)) as JsonObject;
        foreach (string name in names)
        {
            if (!settings.TryGetPropertyValue(name, out JsonNode? value))
            {
                if (before?[name] is { } kept)
                {
                    settings[name] = kept.DeepClone();
                }
            }
            else if (value is null || (value is JsonValue text && text.TryGetValue(out string? content) && content.Length == 0))
            {
                settings.Remove(name);
            }
        }

        return settings.ToJsonString();
    }

    /// <summary>The settings as they are stored.</summary>
    public string Seal(string pluginId, JsonElement? schema, string settings) => Change(schema, settings, (name, value) =>
        new JsonObject { [Mark] = secrets.Protect(value.ToJsonString(), Purpose(pluginId, name)) });

    /// <summary>The settings as the plugin reads them; a secret that can no longer be read is missing.</summary>
    public string Open(string pluginId, JsonElement? schema, string stored) => Change(schema, stored, (name, value) =>
    {
        if (value is not JsonObject { Count: 1 } box || box[Mark] is not JsonValue text || !text.TryGetValue(out string? ciphertext))
        {
            // Stored before the schema called it a secret.
            return value.DeepClone();
        }

        try
        {
            return JsonNode.Parse(secrets.Unprotect(ciphertext, Purpose(pluginId, name)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    });

    /// <summary>The settings without their secrets, for everybody else than the plugin, and the names of the secrets that are set.</summary>
    public static (string Settings, IReadOnlyList<string> Set) Hide(JsonElement? schema, string stored)
    {
        List<string> set = [];
        string rest = Change(schema, stored, (name, _) =>
        {
            set.Add(name);
            return null;
        });
        return (rest, set);
    }

    private static string Purpose(string pluginId, string name) => $"settings|{pluginId}|{name}";

    private static string Change(JsonElement? schema, string json, Func<string, JsonNode, JsonNode?> change)
    {
        IReadOnlyList<string> names = Names(schema);
        if (names.Count == 0 || JsonNode.Parse(json) is not JsonObject settings)
        {
            return json;
        }

        foreach (string name in names)
        {
            if (settings[name] is not { } value)
            {
                settings.Remove(name);
            }
            else if (change(name, value) is { } changed)
            {
                settings[name] = changed;
            }
            else
            {
                settings.Remove(name);
            }
        }

        return settings.ToJsonString();
    }
}
