using AIWendy.Host.Plugins;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.FeatureManagement;
using ManagedFeature = Microsoft.FeatureManagement.FeatureDefinition;
using PluginFeature = AIWendy.Sdk.Features.FeatureDefinition;

namespace AIWendy.Host.Features;

/// <summary>Answers for plugins whether a feature is on, through the one feature manager of the host.</summary>
internal sealed class FeatureSwitchboard(
    IFeatureManager manager,
    ActivePlugins active,
    FeatureRules rules,
    ITenantContext tenant) : IFeatures
{
    private Guid? TenantId => tenant.HasTenant ? tenant.TenantId : null;

    public ValueTask<bool> IsOnAsync(string key, CancellationToken cancellationToken = default) =>
        new(manager.IsEnabledAsync(key, new GateContext(key, TenantId)));

    public ValueTask<FeatureState> ExplainAsync(string key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(active.Current.Features.TryGetValue(key, out PluginFeature? feature)
            ? rules.Decide(feature, TenantId)
            : new FeatureState(key, false, FeatureReasons.NotInstalled));
}

/// <summary>What the gate needs to know about the caller.</summary>
internal sealed record GateContext(string Key, Guid? TenantId);

/// <summary>Tells the feature manager about the features of whatever plugin is active now.</summary>
internal sealed class PluginFeatureDefinitions(ActivePlugins active) : IFeatureDefinitionProvider
{
    public const string Gate = "Gate";

    public Task<ManagedFeature> GetFeatureDefinitionAsync(string featureName) =>
        Task.FromResult(active.Current.Features.ContainsKey(featureName) ? Define(featureName) : null!);

    public async IAsyncEnumerable<ManagedFeature> GetAllFeatureDefinitionsAsync()
    {
        await Task.CompletedTask;
        foreach (string key in active.Current.Features.Keys)
        {
            yield return Define(key);
        }
    }

    private static ManagedFeature Define(string key) => new()
    {
        Name = key,
        RequirementType = RequirementType.All,
        EnabledFor = [new FeatureFilterConfiguration { Name = Gate }],
    };
}

/// <summary>The one filter: everything that decides about a feature, in one place.</summary>
[FilterAlias(PluginFeatureDefinitions.Gate)]
internal sealed class GateFilter(ActivePlugins active, FeatureRules rules) : IContextualFeatureFilter<GateContext>
{
    public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext featureFilterContext, GateContext appContext) =>
        Task.FromResult(active.Current.Features.TryGetValue(appContext.Key, out PluginFeature? feature)
            && rules.Decide(feature, appContext.TenantId).IsOn);
}
