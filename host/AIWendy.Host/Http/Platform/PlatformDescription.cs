using System.Diagnostics;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Licences;
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
    ILicences licences,
    IPermissionCatalogue permissions,
    TimeProvider time)
{
    private static readonly string[] Languages = [RequestLanguage.English, RequestLanguage.Chinese];

    // Of the process, not of this object, which is made by whoever asks first.
    private static readonly DateTimeOffset StartedAt = ReadStart();

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
            FeatureState state = await features.ExplainAsync(key, cancellationToken);
            states[key] = state.IsOn || state.IsReadOnly;
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
            Describe(licences.Current, user.Has(PermissionCatalogue.Administer)),
            StartedAt,
            (long)(time.GetUtcNow() - StartedAt).TotalSeconds,
            user.IsAuthenticated ? Describe(user) : null);
    }

    private LicenceInfo Describe(LicenceSnapshot snapshot, bool isAdministrator)
    {
        string state = snapshot.State == LicenceState.None ? "core" : JsonNamingPolicy.SnakeCaseLower.ConvertName(snapshot.State.ToString());
        Licence? licence = isAdministrator ? snapshot.Best : null;
        return new LicenceInfo(
            state,
            snapshot.IsDevelopment,
            licence?.Claims.Licensee,
            licence?.Claims.Expires,
            licence?.GraceEnds,
            isAdministrator && licences.IsClockBack);
    }

    public CallerInfo Describe(ICurrentUser user) => new(
        user.Id,
        user.DisplayName,
        user.IsGuest,
        user.Role,
        user.Language,
        [.. permissions.Keys.Where(user.Has).Order(StringComparer.Ordinal)]);

    private static DateTimeOffset ReadStart()
    {
        using Process own = Process.GetCurrentProcess();
        return new DateTimeOffset(own.StartTime.ToUniversalTime());
    }
}
