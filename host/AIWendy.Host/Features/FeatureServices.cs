using AIWendy.Sdk.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FeatureManagement;

namespace AIWendy.Host.Features;

/// <summary>Wires the feature gates.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddFeatureGates(this IServiceCollection services)
    {
        services.TryAddSingleton<IEntitlements, CoreEntitlements>();
        services.AddSingleton<FeatureRules>();
        services.AddSingleton<IFeatureDefinitionProvider, PluginFeatureDefinitions>();

        // The singleton manager: the scoped one costs more per request than everything else that the host does.
        services.AddFeatureManagement().AddFeatureFilter<GateFilter>();
        services.AddSingleton<IFeatures, FeatureSwitchboard>();
        return services;
    }
}
