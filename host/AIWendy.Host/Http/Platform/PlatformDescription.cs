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
    ActivePlugins active,
    IFeatures features,
    IPermissionCatalogue permissions,
    TimeProvider time)
{
    private static readonly string[] Languages = [RequestLanguage.English, RequestLanguage.Chinese];

    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    public async Task<PlatformInfo> DescribeAsync(ICurrentUser user, CancellationToken cancellationToken)
    {
        // A plugin that is not active offers nothing, yet a page may ask for its features.
        SortedDictionary<string, bool> states = new(StringComparer.Ordinal);
        foreach (FeatureDefinition feature in plugins.Plugins.SelectMany(plugin => plugin.Manifest.Features))
        {
            states[feature.Key] = false;
        }

        foreach (string key in active.Current.Features.Keys)
        {
            states[key] = await features.IsOnAsync(key, cancellationToken);
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
