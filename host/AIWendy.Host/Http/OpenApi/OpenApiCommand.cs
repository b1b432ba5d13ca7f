using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>Writes the API descriptions into the source tree, or says which of them are stale.</summary>
internal static class OpenApiCommand
{
    private const string HostFile = "host/AIWendy.Host/Http/OpenApi/host.openapi.json";
    private const string CompleteFile = "docs/openapi/v1.json";

    /// <summary>Runs the command.</summary>
    /// <param name="configuration">Says where the built plugins are.</param>
    /// <param name="repository">Root of the source tree.</param>
    /// <param name="write">Whether to write; otherwise only to compare.</param>
    /// <param name="output">Takes one line for each file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>0 when everything is fresh or was written, otherwise 1.</returns>
    public static async Task<int> RunAsync(
        HostConfiguration configuration, string repository, bool write, TextWriter output, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, JsonObject> parts = await OpenApiGenerator.GenerateAsync(configuration, cancellationToken);
        Dictionary<string, string> sources = FindSources(repository);
        List<(string Path, JsonObject Part)> files = [(Path.Combine(repository, HostFile), parts[OpenApiGenerator.HostPart])];
        foreach ((string id, JsonObject part) in parts.Where(part => part.Key != OpenApiGenerator.HostPart))
        {
            if (sources.TryGetValue(id, out string? folder))
            {
                files.Add((Path.Combine(folder, "openapi.json"), part));
            }
        }

        JsonObject complete = OpenApiParts.Merge(parts[OpenApiGenerator.HostPart], files.Skip(1).Select(file => file.Part));
        files.Add((Path.Combine(repository, CompleteFile), complete));
        int stale = 0;
        foreach ((string path, JsonObject part) in files)
        {
            string text = OpenApiGenerator.Format(part);
            if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == text)
            {
                continue;
            }

            string name = Path.GetRelativePath(repository, path);
            if (write)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text, cancellationToken);
                await output.WriteLineAsync($"wrote {name}");
            }
            else
            {
                stale++;
                await output.WriteLineAsync($"{name} is stale; write it with: ./aiwendy openapi --write");
            }
        }

        return stale == 0 ? 0 : 1;
    }

    /// <summary>Source folders of the built-in plugins by id.</summary>
    private static Dictionary<string, string> FindSources(string repository)
    {
        Dictionary<string, string> sources = new(StringComparer.Ordinal);
        string root = Path.Combine(repository, "plugins");
        if (!Directory.Exists(root))
        {
            return sources;
        }

        foreach (string folder in Directory.GetDirectories(root).SelectMany(Directory.GetDirectories))
        {
            string manifest = Path.Combine(folder, "plugin.json");
            if (File.Exists(manifest))
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllText(manifest));
                sources[document.RootElement.GetProperty("id").GetString()!] = folder;
            }
        }

        return sources;
    }
}
