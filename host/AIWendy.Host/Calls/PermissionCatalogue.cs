using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Sdk;

namespace AIWendy.Host.Calls;

/// <summary>Permissions of the host and of whatever plugin is active now.</summary>
internal sealed class PermissionCatalogue(ActivePlugins active) : IPermissionCatalogue
{
    /// <summary>May administer plugins and the installation.</summary>
    public const string Administer = "platform.admin";

    /// <summary>May use what any known person may use, such as the list of pages and the own runs.</summary>
    public const string Use = "platform.use";

    public IReadOnlyCollection<string> Keys => [Administer, Use, .. active.Current.Permissions.Keys];

    public Role? RequiredRole(string permission) => permission switch
    {
        Administer => Role.Admin,
        Use => Role.Viewer,
        _ => active.Current.Permissions.TryGetValue(permission, out PermissionContribution? declared) ? declared.GrantedTo : null,
    };
}
