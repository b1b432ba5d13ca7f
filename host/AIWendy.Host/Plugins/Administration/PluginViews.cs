using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>Describes plugins from their manifests and from what the host knows of them. Loads no code.</summary>
internal sealed class PluginViews(
    IPluginRuntime plugins,
    InstallationStore installations,
    PublisherKeys keys,
    IFeatures features,
    PluginFaults faults,
    PluginMetrics metrics,
    PluginRuntimeOptions options)
{
    /// <summary>Every plugin that was found or is installed, ordered by id.</summary>
    public async Task<IReadOnlyList<PluginView>> ListAsync(CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        IReadOnlyList<PublisherKeyView> trusted = await keys.ListAsync(cancellationToken);
        List<PluginView> views = [];
        foreach (PluginStatus status in await AllAsync(state))
        {
            views.Add(await DescribeAsync(status, state.Installations.GetValueOrDefault(status.Manifest.Id), trusted, cancellationToken));
        }

        return views;
    }

    /// <summary>One plugin.</summary>
    /// <exception cref="ProblemException">404: nobody knows it.</exception>
    public async Task<PluginView> FindAsync(string id, CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        PluginStatus status = (await AllAsync(state)).FirstOrDefault(plugin => plugin.Manifest.Id == id) ?? throw Unknown(id);
        return await DescribeAsync(status, state.Installations.GetValueOrDefault(id), await keys.ListAsync(cancellationToken), cancellationToken);
    }

    public static ProblemException Unknown(string id) => new(404, "plugin_not_found", $"No plugin {id} is installed.");

    // In safe mode the runtime does not look at what was installed, and yet it must be possible to remove it.
    private async Task<IReadOnlyList<PluginStatus>> AllAsync(SharedState state)
    {
        List<PluginStatus> all = [.. plugins.Plugins];
        foreach (PluginInstallation installation in state.Installations.Values.Where(item => !all.Exists(status => status.Manifest.Id == item.PluginId)))
        {
            PluginManifest manifest = await ManifestReader.ParseAsync(installation.Package.ManifestJson);
            string reason = options.SafeMode ? "The host runs in safe mode: only what came with the product starts." : "This node has not followed yet.";
            all.Add(new PluginStatus(manifest, options.SafeMode ? PluginState.Disabled : PluginState.Discovered, reason, BuiltIn: false, string.Empty));
        }

        return [.. all.OrderBy(status => status.Manifest.Id, StringComparer.Ordinal)];
    }

    private async Task<PluginView> DescribeAsync(
        PluginStatus status, PluginInstallation? installation, IReadOnlyList<PublisherKeyView> trusted, CancellationToken cancellationToken)
    {
        PluginManifest manifest = status.Manifest;
        List<FeatureState> states = [];
        foreach (FeatureDefinition feature in manifest.Features)
        {
            states.Add(await features.ExplainAsync(feature.Key, cancellationToken));
        }

        bool fromPackage = installation is not null && !status.BuiltIn;
        bool signed = fromPackage && trusted.Any(key => key.KeyId == installation!.Package.KeyId && !key.Revoked);
        return new PluginView(
            manifest.Id,
            manifest.Name,
            manifest.NameZh,
            manifest.Version,
            status.State,
            status.Reason,
            status.BuiltIn,
            manifest.Edition,
            signed ? installation!.Package.Publisher : manifest.Publisher,
            status.BuiltIn ? PluginTrust.BuiltIn : signed ? PluginTrust.Trusted : fromPackage ? PluginTrust.Unsigned : PluginTrust.Folder,
            manifest.Description,
            manifest.DescriptionZh,
            manifest.Permissions,
            manifest.DependsOn,
            [.. plugins.Plugins.Where(other => other.State == PluginState.Active && other.Manifest.DependsOn.ContainsKey(manifest.Id)).Select(other => other.Manifest.Id)],
            states,
            manifest.Settings is not null,
            manifest.Web is not null,
            status.Directory,
            installation is null ? [] : Versions(installation),
            installation?.Failure is { } failure ? new FailureView(failure.Version, failure.Reason, failure.At) : null,
            Fault(status),
            FiguresView.Of(metrics.Of(manifest.Id)));
    }

    private static IReadOnlyList<VersionView> Versions(PluginInstallation installation) =>
    [
        new VersionView(installation.Package.Version, installation.ChangedAt, installation.Package.Sha256, Active: true),
        .. installation.Previous.Select(package => new VersionView(package.Version, package.StagedAt, package.Sha256, Active: false)),
    ];

    private FaultView? Fault(PluginStatus status) =>
        faults.Of(status.Manifest.Id) is { } fault
            ? new FaultView(fault.Kind.ToString().ToLowerInvariant(), fault.Where, fault.Message, fault.Stack, fault.Log, fault.Count, fault.At, fault.RetryAt)
            : null;
}
