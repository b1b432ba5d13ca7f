using System.Text.Json;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary>Plugins on disk, for commands that run without the plugin runtime.</summary>
internal static class PluginFolders
{
    /// <summary>Id, version and folder of everything that has a readable manifest.</summary>
    public static IReadOnlyList<(string Id, string Version, string Folder)> Find(HostSettings settings) =>
    [
        .. Children(settings.PluginsFolder)
            .Concat(Children(settings.InstalledPluginsFolder).SelectMany(Children))
            .Select(Read)
            .OfType<(string Id, string Version, string Folder)>()
            .OrderBy(plugin => plugin.Id, StringComparer.Ordinal),
    ];

    private static string[] Children(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static (string Id, string Version, string Folder)? Read(string folder)
    {
        string path = Path.Combine(folder, "plugin.json");
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(path));
            return (manifest.RootElement.GetProperty("id").GetString() ?? "?", manifest.RootElement.GetProperty("version").GetString() ?? "?", folder);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (Path.GetFileName(folder), "plugin.json is not readable", folder);
        }
    }
}
