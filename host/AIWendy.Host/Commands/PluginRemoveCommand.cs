using System.CommandLine;
using System.Text.Json;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin remove</c> and <c>plugin export</c>.</summary>
internal static class PluginRemoveCommand
{
    public static Command Create()
    {
        Argument<string> id = PluginCommand.Id();
        Option<bool> purge = new("--purge") { Description = "Drop its tables, settings and jobs as well. There is no way back." };
        Option<bool> dry = new("--dry-run") { Description = "Only say what would happen." };
        Option<string[]> stop = new("--stop") { Description = "Ids of plugins that need it and may stop.", AllowMultipleArgumentsPerToken = true };
        Option<bool> yes = new("--yes") { Description = "Do not ask." };
        return new Command("remove", "Remove a plugin on every replica. Its data stays unless --purge is given.") { id, purge, dry, stop, yes }.Does(async (parsed, client, cancellationToken) =>
        {
            string plugin = parsed.GetValue(id)!;
            bool drop = parsed.GetValue(purge);
            JsonElement removal = await client.GetAsync(PluginCommand.Path(plugin, "/removal"), cancellationToken);
            if (parsed.GetValue(dry))
            {
                return new Answer(Describe(plugin, removal, drop), removal);
            }

            if (!parsed.GetValue(yes))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(Describe(plugin, removal, drop));
                if (!AdminCommand.Agrees("Go on?"))
                {
                    return new Answer("Nothing was changed.", removal, AdminCommand.Refused);
                }
            }

            string named = string.Concat((parsed.GetValue(stop) ?? []).Select(other => "&stop=" + Uri.EscapeDataString(other)));
            await client.DeleteAsync(PluginCommand.Path(plugin, $"?purge={(drop ? "true" : "false")}{named}"), cancellationToken);
            string kept = Words.List(removal, "tables").Count == 0 ? "It had no tables." : $"Its data is kept in the schema {Words.Of(removal, "schema")}.";
            return new Answer(drop ? $"{plugin} and its data are gone." : $"{plugin} is removed. {kept}", removal);
        });
    }

    public static Command CreateExport()
    {
        Argument<string> id = PluginCommand.Id();
        Argument<string?> file = new("file") { Description = "Where to; <id>.zip when it is left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("export", "Save a plugin's tables as CSV files in a zip.") { id, file }.Does(async (parsed, client, cancellationToken) =>
        {
            string plugin = parsed.GetValue(id)!;
            string target = Path.GetFullPath(parsed.GetValue(file) ?? plugin + ".zip");
            JsonElement removal = await client.GetAsync(PluginCommand.Path(plugin, "/removal"), cancellationToken);
            if (Words.List(removal, "tables").Count == 0)
            {
                return new Answer($"{plugin} has no tables, so there is nothing to save.", JsonSerializer.SerializeToElement(new { file = (string?)null }));
            }

            await client.DownloadAsync(PluginCommand.Path(plugin, "/export"), target, cancellationToken);
            return new Answer($"Saved {target}.", JsonSerializer.SerializeToElement(new { file = target }));
        });
    }

    private static string Describe(string plugin, JsonElement removal, bool purge)
    {
        List<string> lines = [];
        if (Words.Of(removal, "obstacle") is { Length: > 0 } obstacle)
        {
            lines.Add(obstacle);
        }

        IReadOnlyList<JsonElement> dependants = Words.List(removal, "dependants");
        if (dependants.Count > 0)
        {
            lines.Add($"{string.Join(", ", dependants)} would stop. To agree: --stop {string.Join(' ', dependants)}");
        }

        IReadOnlyList<JsonElement> tables = Words.List(removal, "tables");
        lines.Add(tables.Count == 0 ? $"{plugin} has no tables."
            : purge ? $"These tables of the schema {Words.Of(removal, "schema")} would be dropped. To keep a copy: ./aiwendy plugin export {plugin}"
            : $"These tables of the schema {Words.Of(removal, "schema")} would stay:");
        if (tables.Count > 0)
        {
            lines.Add(Table.Of([["TABLE", "ROWS"], .. tables.Select(table => new[] { Words.Of(table, "name"), Words.Of(table, "rows") })]));
        }

        return string.Join('\n', lines);
    }
}
