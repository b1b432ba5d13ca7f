using AIWendy.Host.Configuration;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>
/// Decides about one feature. The order matters: a mode that lacks the feature and a missing entitlement can not be
/// overridden by the environment.
/// </summary>
internal sealed class FeatureRules(IConfiguration configuration, IDeployment deployment, IEntitlements entitlements)
{
    public FeatureState Decide(FeatureDefinition feature, Guid? tenantId)
    {
        if (feature.Modes.Count > 0 && !feature.Modes.Contains(deployment.Mode))
        {
            return new FeatureState(feature.Key, false, FeatureReasons.Mode);
        }

        if (feature.Entitlement is { } entitlement && !entitlements.Holds(entitlement, tenantId))
        {
            return new FeatureState(feature.Key, false, FeatureReasons.Unlicensed);
        }

        return configuration[PluginEnvironment.FeatureVariable(feature.Key)] switch
        {
            "1" or "true" or "True" or "on" => new FeatureState(feature.Key, true, FeatureReasons.Environment),
            "0" or "false" or "False" or "off" => new FeatureState(feature.Key, false, FeatureReasons.Environment),
            _ => new FeatureState(feature.Key, feature.Default, FeatureReasons.Default),
        };
    }
}
