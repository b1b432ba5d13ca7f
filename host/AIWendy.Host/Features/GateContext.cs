using AIWendy.Host.Licences;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>Everything that the rules decide by, frozen for one decision.</summary>
/// <param name="Feature">What is asked for.</param>
/// <param name="Edition">Edition of the plugin that owns it.</param>
/// <param name="TenantId">For whom; null asks for the installation as a whole.</param>
/// <param name="Licences">What the installation is licensed for at this moment.</param>
/// <param name="Plan">The tenant's plan, or null when nothing is stated about it.</param>
internal sealed record GateContext(
    FeatureDefinition Feature,
    PluginEdition Edition,
    Guid? TenantId,
    LicenceSnapshot Licences,
    TenantPlan? Plan);
