using AIWendy.Sdk.Features;
using Microsoft.FeatureManagement;

namespace AIWendy.Host.Features;

/// <summary>Wires the feature gates.</summary>
internal static class FeatureServices
{
    /// <summary>Makes <see cref="IFeatures"/> injectable; needs plugins and licences.</summary>
    public static IServiceCollection AddFeatureGates(this IServiceCollection services)
    {
        services.AddSingleton<FeatureRules>();
        services.AddSingleton<TenantPlans>();
        services.AddSingleton<IFeatureDefinitionProvider, PluginFeatureDefinitions>();

        // The singleton manager: the scoped one costs more per request than everything else that the host does.
        services.AddFeatureManagement()
            .AddFeatureFilter<ModeFilter>()
            .AddFeatureFilter<EnvironmentFilter>()
            .AddFeatureFilter<LicenceFilter>()
            .AddFeatureFilter<PlanFilter>();
        services.AddSingleton<FeatureSwitchboard>();
        services.AddSingleton<IFeatures>(provider => provider.GetRequiredService<FeatureSwitchboard>());
        return services;
    }
}
