using System.Collections.Frozen;
using AIWendy.Host.Licences;
using AIWendy.Host.Plugins;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.FeatureManagement;

namespace AIWendy.Host.Features;

/// <summary>
/// Answers whether a feature is on, and why. The feature manager of the host decides; its answer is kept until plugins,
/// licences or the tenant's plan change, because a gate stands before every request.
/// </summary>
internal sealed class FeatureSwitchboard(
    IFeatureManager manager,
    ActivePlugins active,
    IPluginRuntime plugins,
    FeatureRules rules,
    ILicences licences,
    TenantPlans plans,
    ITenantContext tenant,
    TimeProvider time) : IFeatures
{
    private FeatureAnswers answers = new(FrozenDictionary<string, ActiveFeature>.Empty, LicenceSnapshot.Empty, time);

    private Guid? TenantId => tenant.HasTenant ? tenant.TenantId : null;

    public ValueTask<bool> IsOnAsync(string key, CancellationToken cancellationToken = default)
    {
        Guid? tenantId = TenantId;
        return Answers().Find(key, tenantId) is { } known ? new(known.IsOn) : DecideIsOnAsync(key, tenantId, cancellationToken);
    }

    public ValueTask<FeatureState> ExplainAsync(string key, CancellationToken cancellationToken = default) =>
        ExplainAsync(TenantId, key, cancellationToken);

    /// <summary>The state and the reason for a tenant; null asks for the installation as a whole.</summary>
    public ValueTask<FeatureState> ExplainAsync(Guid? tenantId, string key, CancellationToken cancellationToken)
    {
        FeatureAnswers current = Answers();
        return current.Find(key, tenantId) is { } known ? new(known)
            : current.Feature(key) is { } feature ? DecideAsync(current, feature, tenantId, cancellationToken)
            : new(WithoutPlugin(key));
    }

    private async ValueTask<bool> DecideIsOnAsync(string key, Guid? tenantId, CancellationToken cancellationToken) =>
        (await ExplainAsync(tenantId, key, cancellationToken)).IsOn;

    private async ValueTask<FeatureState> DecideAsync(FeatureAnswers current, ActiveFeature feature, Guid? tenantId, CancellationToken cancellationToken)
    {
        KnownPlan plan = feature.Definition.Entitlement is not null && tenantId is { } id
            ? await plans.FindAsync(id, cancellationToken)
            : KnownPlan.NotStated;
        GateContext gate = new(feature.Definition, feature.Edition, tenantId, current.Licences, plan.Plan);
        FeatureState state = rules.Decide(gate) with { IsOn = await manager.IsEnabledAsync(feature.Definition.Key, gate) };
        current.Keep(state, tenantId, plan);
        return state;
    }

    private FeatureAnswers Answers()
    {
        FrozenDictionary<string, ActiveFeature> features = active.Current.Features;
        LicenceSnapshot snapshot = licences.Current;
        FeatureAnswers known = Volatile.Read(ref answers);
        if (known.IsFor(features, snapshot))
        {
            return known;
        }

        FeatureAnswers fresh = new(features, snapshot, time);
        Volatile.Write(ref answers, fresh);
        return fresh;
    }

    private FeatureState WithoutPlugin(string key)
    {
        PluginStatus? owner = plugins.Plugins.FirstOrDefault(plugin => plugin.Manifest.Features.Any(feature => feature.Key == key));
        return new FeatureState(key, false, owner?.State switch
        {
            PluginState.Disabled => FeatureReasons.Disabled,
            PluginState.Waiting or PluginState.Discovered or PluginState.Starting => FeatureReasons.Dependency,
            PluginState.Faulted or PluginState.Incompatible => FeatureReasons.Quarantined,
            _ => FeatureReasons.NotInstalled,
        });
    }
}
