using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Manifests;

/// <summary>Makes a manifest from what a build knows and what the author wrote by hand.</summary>
public static class ManifestComposer
{
    private static readonly string[] Order =
    [
        "$schema", "id", "name", "nameZh", "version", "sdk", "entry", "description", "descriptionZh", "edition", "publisher",
        "dependsOn", "provides", "consumes", "features", "permissions", "web", "menu", "oldestCompatibleSchema", "environment", "settings",
    ];

    /// <summary>Puts both together, checks the result, and writes it in one stable form.</summary>
    /// <param name="properties">What the build knows: JSON, or lines of <c>name=value</c>.</param>
    /// <param name="written">The author's <c>plugin.json</c>, complete or not.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="PackageException">One of them can not be read, they contradict each other, or the result breaks a rule.</exception>
    public static async Task<string> ComposeAsync(string properties, string written, CancellationToken cancellationToken = default)
    {
        JsonObject built = properties.TrimStart() is ['{', ..]
            ? Parse(properties, "The file of properties")
            : ManifestProperties.Read(properties);
        await LoadSettingsAsync(built, cancellationToken);
        JsonObject own = Parse(written, "The plugin.json of the project");
        await LoadSettingsAsync(own, cancellationToken);
        RequireSameId(built, own);
        string manifest = Write(Merge(built, own));
        try
        {
            await ManifestReader.ParseAsync(manifest);
        }
        catch (ManifestException exception)
        {
            throw new PackageException(PackageErrors.Manifest, exception.Message, exception);
        }

        return manifest;
    }

    private static void RequireSameId(JsonObject built, JsonObject own)
    {
        if (built["id"] is { } project && own["id"] is { } file && !JsonNode.DeepEquals(project, file))
        {
            throw new PackageException(PackageErrors.Manifest, $"The project calls the plugin {project}, its plugin.json calls it {file}. Take the id out of one of them.");
        }
    }

    private static JsonObject Merge(JsonObject built, JsonObject own)
    {
        JsonObject result = [];
        foreach (string name in built.Select(item => item.Key).Union(own.Select(item => item.Key)))
        {
            result[name] = (built[name], own[name], name) switch
            {
                ({ } one, null, _) => one.DeepClone(),
                (JsonArray one, JsonArray other, _) => Union(one, other),
                (JsonObject one, JsonObject other, "dependsOn") => Merge(one, other),
                (_, var other, _) => other?.DeepClone(),
            };
        }

        return result;
    }

    // Of two entries with one key, the author's stands in the place of the built one.
    private static JsonArray Union(JsonArray built, JsonArray own)
    {
        Dictionary<string, JsonNode?> entries = new(StringComparer.Ordinal);
        foreach (JsonNode? entry in built.Concat(own))
        {
            entries[KeyOf(entry)] = entry?.DeepClone();
        }

        return new JsonArray([.. entries.Values]);
    }

    private static string KeyOf(JsonNode? entry) =>
        entry is JsonObject item ? (item["key"] ?? item["path"])?.ToString() ?? item.ToString() : entry?.ToString() ?? string.Empty;

    private static async Task LoadSettingsAsync(JsonObject manifest, CancellationToken cancellationToken)
    {
        if (manifest["settings"] is not JsonValue value || !value.TryGetValue(out string? path))
        {
            return;
        }

        if (!File.Exists(path))
        {
            throw new PackageException(PackageErrors.Manifest, $"The settings schema {path} is missing.");
        }

        manifest["settings"] = Parse(await File.ReadAllTextAsync(path, cancellationToken), $"The settings schema {path}");
    }

    private static JsonObject Parse(string json, string what)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false }) as JsonObject
                ?? throw new PackageException(PackageErrors.Manifest, $"{what} is no JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new PackageException(PackageErrors.Manifest, $"{what} is not valid JSON: {exception.Message}", exception);
        }
    }

    private static string Write(JsonObject manifest)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach ((string name, JsonNode? value) in manifest.OrderBy(item => Place(item.Key)).ThenBy(item => item.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                (value ?? JsonValue.Create(string.Empty))!.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static int Place(string name) => Array.IndexOf(Order, name) is >= 0 and var place ? place : Order.Length;
}
