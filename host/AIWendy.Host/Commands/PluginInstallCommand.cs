using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Packaging;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin install|upgrade</c>: shows what would happen, asks, and does it.</summary>
internal static class PluginInstallCommand
{
    public static Command Create(string name, string description)
    {
        Argument<string> source = new("source") { Description = "A package file (.aiwp), a folder with a published plugin, or an id of the feed, with @version or without." };
        Option<string?> unsigned = new("--allow-unsigned") { Description = "Id of the plugin that may come in without a trusted signature." };
        Option<bool> downgrade = new("--allow-downgrade") { Description = "Let an older version replace a newer one." };
        Option<bool> yes = new("--yes") { Description = "Do not ask." };
        return new Command(name, description) { source, unsigned, downgrade, yes }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement plan = await StageAsync(client, parsed.GetValue(source)!, cancellationToken);
            bool allowDowngrade = parsed.GetValue(downgrade);
            Require(plan, name, parsed.GetValue(unsigned), allowDowngrade);
            if (!parsed.GetValue(yes))
            {
                string changes = await ChangesAsync(client, plan, cancellationToken);
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Describe(plan) + changes);
                if (!AdminCommand.Agrees("Go on?"))
                {
                    return new Answer("Nothing was changed.", plan, AdminCommand.Refused);
                }
            }

            JsonObject wanted = new()
            {
                ["sha256"] = Words.Of(plan, "sha256"),
                ["allowUnsigned"] = parsed.GetValue(unsigned),
                ["allowDowngrade"] = allowDowngrade,
            };
            JsonElement plugin = await client.PostAsync("/api/admin/plugins/installations", wanted, cancellationToken);
            return PluginSwitchCommand.Say(plugin, "rollback");
        });
    }

    private static async Task<JsonElement> StageAsync(AdminClient client, string source, CancellationToken cancellationToken)
    {
        const string Packages = "/api/admin/plugins/packages";
        if (File.Exists(source))
        {
            return await client.UploadAsync(Packages, source, cancellationToken);
        }

        if (Directory.Exists(source))
        {
            string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + PluginArchive.FileExtension);
            try
            {
                await PluginArchive.PackAsync(source, file, cancellationToken: cancellationToken);
                return await client.UploadAsync(Packages, file, cancellationToken);
            }
            finally
            {
                File.Delete(file);
            }
        }

        if (source.Contains('/', StringComparison.Ordinal) || source.EndsWith(PluginArchive.FileExtension, StringComparison.OrdinalIgnoreCase))
        {
            throw new AdminException("file", $"There is no file or folder {source}.");
        }

        string[] parts = source.Split('@', 2);
        return await client.PostAsync(Packages, new JsonObject { ["feedId"] = parts[0], ["version"] = parts.Length == 2 ? parts[1] : null }, cancellationToken);
    }

    // What the publisher says of this version, where the package is one of the feed's.
    private static async Task<string> ChangesAsync(AdminClient client, JsonElement plan, CancellationToken cancellationToken)
    {
        try
        {
            JsonElement feed = await client.GetAsync("/api/admin/feed", cancellationToken);
            string changes = Words.List(feed, "items")
                .SelectMany(item => Words.List(item, "versions"))
                .Where(version => Words.Of(version, "sha256") == Words.Of(plan, "sha256"))
                .Select(version => Words.Of(version, "changes"))
                .FirstOrDefault(string.Empty);
            return changes.Length == 0 ? string.Empty : $"\n\nChanges\n{changes}\n";
        }
        catch (AdminException)
        {
            // The package is here already; a feed that does not answer takes nothing from it.
            return string.Empty;
        }
    }

    private static void Require(JsonElement plan, string name, string? unsigned, bool allowDowngrade)
    {
        string id = Words.Of(plan, "id");
        string from = Words.Of(plan.GetProperty("changes"), "fromVersion");
        if (name == "upgrade" && from.Length == 0)
        {
            throw new AdminException("plugin_not_found", $"{id} is not installed. Install it with: ./aiwendy plugin install");
        }

        List<string> reasons = [];
        foreach (JsonElement problem in Words.List(plan, "problems"))
        {
            string message = Words.Of(problem, "message");
            switch (Words.Of(problem, "consent"))
            {
                case "unsigned" when unsigned != id:
                    reasons.Add($"{message} To let it in all the same: --allow-unsigned {id}");
                    break;
                case "downgrade" when !allowDowngrade:
                    reasons.Add($"{message} To go back all the same: --allow-downgrade");
                    break;
                case "":
                    reasons.Add(message);
                    break;
                default:
                    break;
            }
        }

        if (reasons.Count > 0)
        {
            throw new AdminException(Words.Of(Words.List(plan, "problems")[0], "code"), $"{id} {Words.Of(plan, "version")} was not installed:\n  " + string.Join("\n  ", reasons));
        }
    }

    private static string Describe(JsonElement plan)
    {
        JsonElement changes = plan.GetProperty("changes");
        string from = Words.Of(changes, "fromVersion");
        List<string[]> rows =
        [
            ["Plugin", $"{Words.Of(plan, "name")} ({Words.Of(plan, "id")})"],
            ["Version", from.Length == 0 ? Words.Of(plan, "version") : $"{from} -> {Words.Of(plan, "version")}"],
            ["Publisher", $"{(Words.Of(plan, "publisher") is { Length: > 0 } publisher ? publisher : "unknown")} ({Words.Of(plan, "trust")})"],
            ["Description", Words.Of(plan, "description")],
            ["Size", string.Create(CultureInfo.InvariantCulture, $"{plan.GetProperty("size").GetInt64() / 1000.0:0.#} kB")],
            ["Permissions", Words.Join(plan, "permissions")],
            ["New permissions", from.Length == 0 ? string.Empty : Words.Join(changes, "addedPermissions", string.Empty)],
            ["Needs", string.Join(", ", Words.List(plan, "requires").Select(item => $"{Words.Of(item, "id")} {Words.Of(item, "range")}"))],
            ["Menu", string.Join(", ", Words.List(plan, "menu").Select(item => Words.Of(item, "title")))],
            ["Settings", Words.Has(plan, "settings") ? string.Join(", ", Settings(plan.GetProperty("settings"))) : string.Empty],
            ["Licence", Words.Of(plan, "licenceNeed")],
        ];
        return Table.Of([.. rows.Where(row => row[1].Length > 0)]);
    }

    private static IEnumerable<string> Settings(JsonElement schema) =>
        schema.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Select(property => property.Name)
            : [];
}
