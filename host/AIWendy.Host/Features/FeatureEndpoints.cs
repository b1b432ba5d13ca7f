using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Features;

/// <summary>Shows an administrator every feature, its state and why.</summary>
internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/admin/features", ListAsync)
            .RequirePermission(PermissionCatalogue.Administer)
            .WithTags("Administration")
            .WithName("features.list")
            .WithSummary("Every feature of every plugin, whether it is on for a tenant, and why.");

    /// <summary>Every feature that a plugin declares, whether it serves or not; of two that declare the same one, the plugin that serves has it.</summary>
    public static IEnumerable<(string Plugin, FeatureDefinition Feature)> Declared(IPluginRuntime plugins, ActivePlugins active) => active.Current.Features.Values
        .Select(feature => (Plugin: feature.PluginId, Feature: feature.Definition))
        .Concat(plugins.Plugins.SelectMany(plugin => plugin.Manifest.Features.Select(feature => (Plugin: plugin.Manifest.Id, Feature: feature))))
        .DistinctBy(pair => pair.Feature.Key)
        .OrderBy(pair => pair.Feature.Key, StringComparer.Ordinal);

    private static async Task<Ok<FeatureList>> ListAsync(
        Guid? tenant, IPluginRuntime plugins, ActivePlugins active, FeatureSwitchboard features, CancellationToken cancellationToken)
    {
        Guid own = CallContext.Current?.TenantId ?? WellKnown.DefaultTenantId;
        if (tenant is { } other && other != own && own != WellKnown.DefaultTenantId)
        {
            throw new ProblemException(403, "forbidden", Text.Of("Only the operator's tenant may ask for another tenant.", "只有运营方的租户可以查询其他租户。"));
        }

        List<FeatureView> items = [];
        foreach ((string plugin, FeatureDefinition feature) in Declared(plugins, active))
        {
            FeatureState state = await features.ExplainAsync(tenant ?? own, feature.Key, cancellationToken);
            items.Add(new FeatureView(
                feature.Key,
                plugin,
                state.IsOn,
                state.IsReadOnly,
                state.Reason,
                feature.Entitlement,
                [.. feature.Modes.Select(mode => mode == DeploymentMode.Cloud ? "cloud" : "self-hosted")],
                feature.Entitlement is null,
                PluginEnvironment.FeatureVariable(feature.Key)));
        }

        return TypedResults.Ok(new FeatureList(items));
    }
}

/// <summary>All features.</summary>
internal sealed record FeatureList(IReadOnlyList<FeatureView> Items);

/// <summary>A feature as an administrator sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Plugin">Id of the plugin that declares it.</param>
/// <param name="IsOn">Whether it is on for the tenant.</param>
/// <param name="IsReadOnly">Whether what it has stored can still be read although it is off.</param>
/// <param name="Reason"><c>default</c>, <c>environment</c>, <c>mode</c>, <c>licensed</c>, <c>unlicensed</c>, <c>expired</c>, <c>plan</c>, <c>not_installed</c>, <c>disabled</c>, <c>dependency</c> or <c>quarantined</c>.</param>
/// <param name="Entitlement">What a licence must state, or null.</param>
/// <param name="Modes">Deployment modes in which it exists; empty for all.</param>
/// <param name="Release">Whether it is switched by the operator alone, and not for sale.</param>
/// <param name="Variable">The variable that switches it.</param>
internal sealed record FeatureView(
    string Key,
    string Plugin,
    bool IsOn,
    bool IsReadOnly,
    string Reason,
    string? Entitlement,
    IReadOnlyList<string> Modes,
    bool Release,
    string Variable);
