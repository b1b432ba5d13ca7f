using System.Text.Json.Nodes;
using AIWendy.Packaging;

namespace AIWendy.Bench.Lifecycle;

/// <summary>Signed packages of one built plugin under as many versions as are asked for.</summary>
internal sealed class PackageVersions(string folder, PublisherKey key)
{
    public string Id => Manifest()["id"]!.GetValue<string>();

    public async Task<PluginArchive> PackAsync(string version)
    {
        string draft = Directory.CreateTempSubdirectory("aiwendy-bench-package-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(draft, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            JsonObject manifest = Manifest();
            manifest["version"] = version;
            manifest["publisher"] ??= "Benchmark";
            await File.WriteAllTextAsync(Path.Combine(draft, PluginArchive.ManifestName), manifest.ToJsonString());
            return await PluginArchive.PackAsync(draft, key);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private JsonObject Manifest() => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, PluginArchive.ManifestName)))!.AsObject();
}
