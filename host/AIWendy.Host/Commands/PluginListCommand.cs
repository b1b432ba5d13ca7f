using System.CommandLine;
using System.Text.Json;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin list</c> and <c>plugin info</c>: what the running host says of its plugins, or what lies in the folders.</summary>
internal static class PluginListCommand
{
    public static Command CreateList() =>
        new Command("list", "List the plugins and their state; without a running host, what lies in the folders.").Does(async (_, client, cancellationToken) =>
        {
            try
            {
                JsonElement plugins = await client.GetAsync("/api/admin/plugins", cancellationToken);
                return new Answer(
                    Table.Of([["PLUGIN", "VERSION", "STATE", "TRUST", "REASON"], .. Words.List(plugins, "items").Select(Row)]),
                    plugins);
            }
            catch (AdminException exception) when (exception.Code == "not_running")
            {
                IReadOnlyList<(string Id, string Version, string Folder)> found = PluginFolders.Find(HostConfiguration.Load().Settings);
                string text = exception.Message + "\nThese lie in the folders:\n"
                    + Table.Of([["PLUGIN", "VERSION", "FOLDER"], .. found.Select(plugin => new[] { plugin.Id, plugin.Version, plugin.Folder })]);
                return new Answer(text, JsonSerializer.SerializeToElement(new { items = found.Select(plugin => new { id = plugin.Id, version = plugin.Version, folder = plugin.Folder }) }));
            }
        });

    public static Command CreateInfo()
    {
        Argument<string> id = PluginCommand.Id();
        return new Command("info", "Show everything that the host knows of a plugin.") { id }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement plugin = await client.GetAsync(PluginCommand.Path(parsed.GetValue(id)!), cancellationToken);
            return new Answer(Describe(plugin), plugin);
        });
    }

    /// <summary>A plugin in lines.</summary>
    public static string Describe(JsonElement plugin)
    {
        List<string[]> rows =
        [
            ["Plugin", $"{Words.Of(plugin, "name")} ({Words.Of(plugin, "id")}) {Words.Of(plugin, "version")}"],
            ["State", Words.Of(plugin, "reason") is { Length: > 0 } reason ? $"{Words.Of(plugin, "state")}: {reason}" : Words.Of(plugin, "state")],
            ["Trust", Words.Of(plugin, "trust")],
            ["Publisher", Words.Of(plugin, "publisher")],
            ["Description", Words.Of(plugin, "description")],
            ["Permissions", Words.Join(plugin, "permissions")],
            ["Needs", string.Join(", ", plugin.GetProperty("dependsOn").EnumerateObject().Select(item => $"{item.Name} {item.Value}"))],
            ["Needed by", Words.Join(plugin, "dependants", string.Empty)],
            ["Features", string.Join(", ", Words.List(plugin, "features").Select(feature => $"{Words.Of(feature, "key")} {(feature.GetProperty("isOn").GetBoolean() ? "on" : "off")} ({Words.Of(feature, "reason")})"))],
            ["Versions", string.Join(", ", Words.List(plugin, "versions").Select(version => Words.Of(version, "version") + (version.GetProperty("active").GetBoolean() ? " (serves)" : string.Empty)))],
            ["Folder", Words.Of(plugin, "folder")],
        ];
        if (Words.Has(plugin, "figures"))
        {
            JsonElement figures = plugin.GetProperty("figures");
            rows.Add(["Figures", $"{Words.Of(figures, "requests")} requests, {Words.Of(figures, "errors")} errors, p50 {Words.Of(figures, "p50Ms")} ms, p99 {Words.Of(figures, "p99Ms")} ms"]);
        }

        if (Words.Has(plugin, "failure"))
        {
            JsonElement failure = plugin.GetProperty("failure");
            rows.Add(["Last upgrade", $"to {Words.Of(failure, "version")} failed: {Words.Of(failure, "reason")}"]);
        }

        return Table.Of([.. rows.Where(row => row[1].Length > 0)]);
    }

    private static string[] Row(JsonElement plugin) =>
        [Words.Of(plugin, "id"), Words.Of(plugin, "version"), Words.Of(plugin, "state"), Words.Of(plugin, "trust"), Words.Of(plugin, "reason")];
}
