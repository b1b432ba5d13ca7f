using System.CommandLine;
using AIWendy.Host.Commands.Development;

namespace AIWendy.Host.Commands;

/// <summary><c>plugin</c>: looks after the plugins of a running host.</summary>
internal static class PluginCommand
{
    public static Command Create() => new("plugin", "Install, upgrade, switch and look at plugins while the host serves.")
    {
        PluginListCommand.CreateList(),
        PluginListCommand.CreateInfo(),
        PluginDoctorCommand.Create(),
        PluginInstallCommand.Create("install", "Install a plugin, or upgrade it, from a file, a folder or the feed."),
        PluginInstallCommand.Create("upgrade", "Upgrade an installed plugin from a file, a folder or the feed."),
        PluginSwitchCommand.Create("enable", "Switch a plugin on."),
        PluginSwitchCommand.Create("disable", "Switch a plugin off, with what depends on it."),
        PluginSwitchCommand.Create("retry", "Try a plugin again that did not start or was set aside."),
        PluginSwitchCommand.Create("rollback", "Put the version back that served before."),
        PluginRemoveCommand.Create(),
        PluginRemoveCommand.CreateExport(),
        PluginTrustCommand.Create(),
        PluginDevCommand.Create(),
    };

    /// <summary>The argument that names a plugin.</summary>
    public static Argument<string> Id() => new("id") { Description = "Id of the plugin, for example org.example.stoic-coach." };

    /// <summary>Path of a plugin's endpoints.</summary>
    public static string Path(string id, string rest = "") => $"/api/admin/plugins/{Uri.EscapeDataString(id)}{rest}";
}
