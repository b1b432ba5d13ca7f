using AIWendy.Host.Configuration;
using AIWendy.Host.Licences;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>
/// The four things that decide about a feature. Each can only refuse; a feature is on when none does. So no switch of
/// the environment stands in for a licence, and no licence for a switch.
/// </summary>
internal sealed class FeatureRules(IConfiguration configuration, IDeployment deployment)
{
    /// <summary>State and reason: the first refusal, or why it is on.</summary>
    public FeatureState Decide(GateContext gate) =>
        ByMode(gate) ?? ByEnvironment(gate) ?? ByLicence(gate) ?? ByPlan(gate)
        ?? new FeatureState(gate.Feature.Key, true, WhyOn(gate.Feature));

    /// <summary>Refuses what does not exist in this deployment mode.</summary>
    public FeatureState? ByMode(GateContext gate) =>
        gate.Feature.Modes.Count > 0 && !gate.Feature.Modes.Contains(deployment.Mode) ? Off(gate, FeatureReasons.Mode) : null;

    /// <summary>Refuses what the operator has switched off, and what is off by itself unless a licence decides.</summary>
    public FeatureState? ByEnvironment(GateContext gate) => Switch(gate.Feature) switch
    {
        true => null,
        false => Off(gate, FeatureReasons.Environment),
        null => gate.Feature.Default || gate.Feature.Entitlement is not null ? null : Off(gate, FeatureReasons.Default),
    };

    /// <summary>Refuses what needs an entitlement that no licence states, or no longer.</summary>
    public FeatureState? ByLicence(GateContext gate) => gate.Feature.Entitlement is not { } entitlement
        ? null
        : gate.Licences.Find(entitlement, gate.Edition) switch
        {
            EntitlementState.Held => null,
            EntitlementState.Expired => Off(gate, FeatureReasons.Expired) with { IsReadOnly = true },
            _ => Off(gate, FeatureReasons.Unlicensed),
        };

    /// <summary>Refuses what the tenant's plan leaves out. A plan of which nothing is known leaves nothing out.</summary>
    public FeatureState? ByPlan(GateContext gate) =>
        gate.Feature.Entitlement is not { } entitlement || gate.Plan is not { } plan || plan.Entitlements.Contains(entitlement)
            ? null
            : Off(gate, FeatureReasons.Plan) with { IsReadOnly = plan.Lapsed.Contains(entitlement) };

    private static FeatureState Off(GateContext gate, string reason) => new(gate.Feature.Key, false, reason);

    private string WhyOn(FeatureDefinition feature) =>
        feature.Entitlement is not null ? FeatureReasons.Licensed
        : Switch(feature) is not null ? FeatureReasons.Environment
        : FeatureReasons.Default;

    private bool? Switch(FeatureDefinition feature) =>
        configuration[PluginEnvironment.FeatureVariable(feature.Key)]?.Trim().ToLowerInvariant() switch
        {
            "1" or "true" or "yes" or "on" => true,
            "0" or "false" or "no" or "off" => false,
            _ => null,
        };
}
