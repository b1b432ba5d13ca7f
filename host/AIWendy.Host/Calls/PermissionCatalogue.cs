using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Calls;

/// <summary>Permissions of the host and of whatever plugin is active now.</summary>
internal sealed class PermissionCatalogue(ActivePlugins active) : IPermissionCatalogue, IPermissions
{
    /// <summary>May administer plugins and the installation.</summary>
    public const string Administer = "platform.admin";

    /// <summary>May use what any known person may use, such as the list of pages and the own runs.</summary>
    public const string Use = "platform.use";

    private static readonly PermissionDescription[] Own =
    [
        new(Administer, Text.Of("Administer plugins, settings and the installation.", "管理插件、设置和整个系统。"), Role.Admin),
        new(Use, Text.Of("Open the pages and see the own runs.", "打开页面并查看自己的任务。"), Role.Viewer),
    ];

    public IReadOnlyList<PermissionDescription> All =>
    [
        .. Own
            .Concat(active.Current.Permissions.Values.Select(item => new PermissionDescription(item.Key, item.Description, item.GrantedTo)))
            .OrderBy(item => item.Key, StringComparer.Ordinal),
    ];

    public IReadOnlyCollection<string> Keys => [Administer, Use, .. active.Current.Permissions.Keys];

    public Role? RequiredRole(string permission) => permission switch
    {
        Administer => Role.Admin,
        Use => Role.Viewer,
        _ => active.Current.Permissions.TryGetValue(permission, out PermissionContribution? declared) ? declared.GrantedTo : null,
    };
}
