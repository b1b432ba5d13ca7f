using System.CommandLine;
using System.Text.Json;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin enable|disable|retry|rollback</c>.</summary>
internal static class PluginSwitchCommand
{
    public static Command Create(string name, string description)
    {
        Argument<string> id = PluginCommand.Id();
        return new Command(name, description) { id }.Does(async (parsed, client, cancellationToken) =>
        {
            JsonElement plugin = await client.PostAsync(PluginCommand.Path(parsed.GetValue(id)!, "/" + name), null, cancellationToken);
            return Say(plugin, name);
        });
    }

    /// <summary>Where a plugin stands after a change; refused when that is not where it was to go.</summary>
    public static Answer Say(JsonElement plugin, string change)
    {
        string state = Words.Of(plugin, "state");
        string reason = Words.Of(plugin, "reason");
        string said = $"{Words.Of(plugin, "id")} {Words.Of(plugin, "version")} is {state}{(state == "active" || reason.Length == 0 ? "." : ": " + reason)}";
        bool reached = state == (change == "disable" ? "disabled" : "active") || (change == "rollback" && state == "disabled");
        return new Answer(said, plugin, reached ? 0 : AdminCommand.Refused);
    }
}
