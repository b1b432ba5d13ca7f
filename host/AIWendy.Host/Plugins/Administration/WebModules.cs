using System.Text.Json;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>Knows where the shell finds the web module of each active plugin.</summary>
internal sealed class WebModules(PluginRuntimeOptions options, ActivePlugins active)
{
    private readonly Lock gate = new();
    private (DateTime Stamp, IReadOnlyDictionary<string, string> Files) built = (DateTime.MinValue, new Dictionary<string, string>());

    public WebModule[] List()
    {
        List<WebModule> modules = [];
        foreach (PluginInstance instance in active.Current.Instances)
        {
            if (Entry(instance) is { } entry)
            {
                modules.Add(new WebModule(instance.Id, instance.Package.Manifest.Name, instance.Package.Manifest.Version, entry));
            }
        }

        return [.. modules];
    }

    private string? Entry(PluginInstance instance)
    {
        if (instance.Package.Manifest.Web is not { } web)
        {
            return null;
        }

        if (instance.Package.BuiltIn && BuiltFiles().TryGetValue("plugins/" + instance.Id, out string? file))
        {
            return "/" + file;
        }

        return File.Exists(Path.Combine(instance.Package.Directory, web))
            ? $"/plugins/{instance.Id}/{instance.Package.Stamp}/{web}"
            : null;
    }

    // The build lays its manifest beside or inside the folder that is served.
    private IReadOnlyDictionary<string, string> BuiltFiles()
    {
        string[] candidates = [Path.Combine(options.WebDirectory, "manifest.json"), Path.Combine(options.WebDirectory, "..", "manifest.json"), Path.Combine(options.WebDirectory, ".vite", "manifest.json")];
        string? path = candidates.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return new Dictionary<string, string>();
        }

        DateTime stamp = File.GetLastWriteTimeUtc(path);
        lock (gate)
        {
            if (built.Stamp != stamp)
            {
                built = (stamp, Read(path));
            }

            return built.Files;
        }
    }

    private static Dictionary<string, string> Read(string path)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonProperty chunk in manifest.RootElement.EnumerateObject())
        {
            if (chunk.Value.ValueKind != JsonValueKind.Object || !chunk.Value.TryGetProperty("file", out JsonElement file))
            {
                continue;
            }

            bool isEntry = chunk.Value.TryGetProperty("isEntry", out JsonElement entry) && entry.ValueKind == JsonValueKind.True;
            string? name = chunk.Value.TryGetProperty("name", out JsonElement given) ? given.GetString() : null;
            if (isEntry && name is not null)
            {
                files[name] = file.GetString()!;
            }

            files.TryAdd(chunk.Name, file.GetString()!);
        }

        return files;
    }
}
