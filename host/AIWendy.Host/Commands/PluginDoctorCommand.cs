using System.CommandLine;
using System.Text.Json;
using AIWendy.Packaging;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin doctor</c>: says what is wrong with plugins and what helps.</summary>
internal static class PluginDoctorCommand
{
    private const int MostReferences = 10;

    public static Command Create()
    {
        Argument<string?> id = new("id") { Description = "Id of the plugin; all of them when it is left out.", Arity = ArgumentArity.ZeroOrOne };
        return new Command("doctor", "Say what is wrong with plugins and what helps. Exit code 1 when something is.") { id }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement list = await client.GetAsync("/api/admin/plugins", cancellationToken);
            IReadOnlyList<JsonElement> plugins = Words.List(list, "items");
            if (parsed.GetValue(id) is { } one)
            {
                plugins = [.. plugins.Where(plugin => Words.Of(plugin, "id") == one)];
                if (plugins.Count == 0)
                {
                    throw new AdminException("plugin_not_found", $"No plugin {one} is installed. See: ./aiwendy plugin list");
                }
            }

            HostAssemblies shared = HostAssemblies.OfProcess();
            List<Finding> findings = [.. plugins.SelectMany(plugin => Examine(plugin).Concat(ExamineReferences(plugin, shared)))];
            bool ill = findings.Exists(finding => finding.Serious);
            string text = findings.Count == 0
                ? $"{plugins.Count} of {plugins.Count} plugins are well."
                : string.Join("\n\n", findings.GroupBy(finding => finding.Plugin).Select(Text));
            return new Answer(text, JsonSerializer.SerializeToElement(new { findings }, JsonSerializerOptions.Web), ill ? AdminCommand.Refused : 0);
        });
    }

    private static IEnumerable<Finding> Examine(JsonElement plugin)
    {
        string id = Words.Of(plugin, "id");
        string state = Words.Of(plugin, "state");
        string reason = Words.Of(plugin, "reason");
        if (state is not ("active" or "disabled"))
        {
            bool isKnown = Words.Has(plugin, "fault");
            string again = isKnown ? Again(plugin.GetProperty("fault")) : string.Empty;
            string written = isKnown ? Tail(plugin.GetProperty("fault")) : string.Empty;
            yield return new Finding(id, Serious: true, $"It is {state}: {reason}{again}", PluginAdvice.Of(id, state, reason) + written);
        }
        else if (Words.Has(plugin, "fault"))
        {
            JsonElement fault = plugin.GetProperty("fault");
            string times = Words.Of(fault, "count") is var count && count == "1" ? "once" : $"{count} times";
            yield return new Finding(
                id,
                Serious: false,
                $"{Words.Of(fault, "where")} went wrong {times}, last at {Words.Of(fault, "at")}: {Words.Of(fault, "message")}{Again(fault)}",
                PluginAdvice.OfFault(id, Words.Of(fault, "where")) + Tail(fault));
        }

        if (Words.Has(plugin, "failure"))
        {
            JsonElement failure = plugin.GetProperty("failure");
            yield return new Finding(id, Serious: false, $"The upgrade to {Words.Of(failure, "version")} failed at {Words.Of(failure, "at")}: {Words.Of(failure, "reason")}", $"{Words.Of(plugin, "version")} serves on. Get a corrected version from the publisher.");
        }

        if (Words.Has(plugin, "figures") && plugin.GetProperty("figures").GetProperty("contextsAlive").GetInt32() is > 1 and var alive)
        {
            yield return new Finding(id, Serious: false, $"{alive} versions of it are in memory, the one that serves and old ones.", "Old ones go when memory is collected, which an idle host does seldom. If they stay under load, something in the plugin holds them: tell the publisher, whom the analyzers of the SDK help. A restart of the host frees them.");
        }

        if (Words.Of(plugin, "trust") == "unsigned")
        {
            yield return new Finding(id, Serious: false, "No trusted publisher signed it; an administrator let it in by name.", "If you know the publisher: ./aiwendy plugin trust add <public key> --publisher <name>");
        }
    }

    private static string Again(JsonElement fault) =>
        Words.Of(fault, "retryAt") is { Length: > 0 } at ? $" The host tries again at {at}." : string.Empty;

    // A package is checked before it is installed; a folder that somebody laid out by hand is not, for it would slow each start.
    private static IEnumerable<Finding> ExamineReferences(JsonElement plugin, HostAssemblies shared)
    {
        string folder = Words.Of(plugin, "folder");
        if (plugin.GetProperty("builtIn").GetBoolean() || !Directory.Exists(folder))
        {
            return [];
        }

        IReadOnlyList<MissingReference> missing = ReferenceCheck.Run(folder, shared.Paths);
        return missing.Take(MostReferences).Select(reference => new Finding(
            Words.Of(plugin, "id"), Serious: true, $"It uses what this host does not have: {reference}.", "That fails when it is first used. Get a version that was built for this host."));
    }

    private static string Tail(JsonElement fault)
    {
        IEnumerable<string> log = Words.List(fault, "log").TakeLast(10).Select(line => line.ToString());
        IEnumerable<string> stack = Words.Of(fault, "stack").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(8).Select(line => line.TrimEnd());
        return string.Join("\n    ", log.Concat(stack)) is { Length: > 0 } text ? "\n           What was written at that time:\n    " + text : string.Empty;
    }

    private static string Text(IGrouping<string, Finding> plugin) =>
        plugin.Key + "\n" + string.Join('\n', plugin.Select(finding => $"  {(finding.Serious ? "PROBLEM" : "note   ")}  {finding.What}\n           {finding.Advice}"));

    private sealed record Finding(string Plugin, bool Serious, string What, string Advice);
}
