using System.Text.Json;
using AIWendy.Sdk;
using NJsonSchema;
using NJsonSchema.Validation;
using NuGet.Versioning;

namespace AIWendy.Packaging.Manifests;

/// <summary>Reads <c>plugin.json</c> and says in one plain sentence why it can not be used.</summary>
public static class ManifestReader
{
    private const int MaximumBytes = 256 * 1024;

    private static readonly Lazy<Task<JsonSchema>> Schema = new(LoadSchemaAsync);

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="ManifestException">It is missing, unreadable or breaks a rule.</exception>
    public static async Task<PluginManifest> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        string path = Path.Combine(directory, "plugin.json");
        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new ManifestException("The folder holds no plugin.json.");
        }

        if (file.Length > MaximumBytes)
        {
            throw new ManifestException("plugin.json is larger than 256 KiB.");
        }

        return await ParseAsync(await File.ReadAllTextAsync(path, cancellationToken));
    }

    /// <summary>Reads a manifest from its text.</summary>
    /// <exception cref="ManifestException">It breaks a rule.</exception>
    public static async Task<PluginManifest> ParseAsync(string json)
    {
        if (json.Length > MaximumBytes)
        {
            throw new ManifestException("plugin.json is larger than 256 KiB.");
        }

        JsonSchema schema = await Schema.Value;
        PluginManifest? manifest;
        try
        {
            ICollection<ValidationError> errors = schema.Validate(json);
            if (errors.Count > 0)
            {
                throw new ManifestException(ManifestErrors.Describe(errors.First()));
            }

            manifest = JsonSerializer.Deserialize<PluginManifest>(json, ManifestJson.Options);
        }
        catch (Exception exception) when (exception is JsonException or Newtonsoft.Json.JsonException)
        {
            throw new ManifestException($"plugin.json is not valid JSON: {FirstSentence(exception.Message)}");
        }

        CheckRules(manifest ?? throw new ManifestException("plugin.json is empty."));
        return manifest;
    }

    private static void CheckRules(PluginManifest manifest)
    {
        if (!NuGetVersion.TryParseStrict(manifest.Version, out _))
        {
            throw new ManifestException($"The version \"{manifest.Version}\" is no semantic version such as 1.4.0.");
        }

        if (manifest.OldestCompatibleSchema is { } oldest && !NuGetVersion.TryParseStrict(oldest, out _))
        {
            throw new ManifestException($"The version \"{oldest}\" in oldestCompatibleSchema is no semantic version such as 1.4.0.");
        }

        RequireRange(manifest.Sdk, "sdk");
        foreach ((string id, string range) in manifest.DependsOn)
        {
            RequireRange(range, $"dependsOn.{id}");
        }

        if (manifest.DependsOn.ContainsKey(manifest.Id))
        {
            throw new ManifestException("The plugin depends on itself.");
        }

        string? twice = manifest.Features.GroupBy(feature => feature.Key).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new ManifestException($"The feature \"{twice}\" is declared twice.");
        }

        if (manifest.Features.Select(feature => FeatureRule.Problem(feature, manifest.Edition)).OfType<string>().FirstOrDefault() is { } problem)
        {
            throw new ManifestException(problem);
        }
    }

    private static void RequireRange(string range, string property)
    {
        if (!VersionRange.TryParse(range, out _))
        {
            throw new ManifestException($"The range \"{range}\" in {property} is no version range such as [1.0,2.0).");
        }
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..(end + 1)];
    }

    private static async Task<JsonSchema> LoadSchemaAsync()
    {
        await using Stream stream = typeof(ManifestReader).Assembly.GetManifestResourceStream("plugin.schema.json")
            ?? throw new InvalidOperationException("The library was built without plugin.schema.json.");
        return await JsonSchema.FromJsonAsync(stream);
    }
}

/// <summary>A manifest that can not be used; the message is one sentence for an administrator.</summary>
public sealed class ManifestException(string message) : Exception(message);
