using AIWendy.Host.Calls;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Http.Platform;

/// <summary>Describes the installation and the caller.</summary>
internal sealed class PlatformDescription(
    IDeployment deployment,
    IPluginRuntime plugins,
    IFeatures features,
    IPermissionCatalogue permissions,
    TimeProvider time)
{
    private static readonly string[] Languages = [RequestLanguage.English, RequestLanguage.Chinese];

    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    public async Task<PlatformInfo> DescribeAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        SortedDictionary<string, bool> states = new(StringComparer.Ordinal);
        foreach (PluginStatus plugin in plugins.Plugins)
        {
            foreach (FeatureDefinition feature in plugin.Manifest.Features)
            {
                states[feature.Key] = plugin.State == PluginState.Active && await features.IsOnAsync(feature.Key, cancellationToken);
            }
        }

        return new PlatformInfo(
            "AIWendy",
            deployment.Version,
            deployment.IsCloud ? "cloud" : "self-hosted",
            deployment.AuthenticationRequired,
            deployment.MultiTenancyEnabled,
            states,
            user.Language,
            Languages,
            new LicenceInfo("core"),
            startedAt,
            (long)(time.GetUtcNow() - startedAt).TotalSeconds,
            user.IsAuthenticated ? Describe(user) : null);
    }

    public CallerInfo Describe(ICurrentUser user) => new(
        user.Id,
        user.DisplayName,
        user.IsGuest,
        user.Role,
        user.Language,
        [.. permissions.Keys.Where(user.Has).Order(StringComparer.Ordinal)]);
}
