using AIWendy.Host.Plugins;
using Microsoft.FeatureManagement;

namespace AIWendy.Host.Features;

/// <summary>Tells the feature manager about the features of whatever plugin is active now.</summary>
internal sealed class PluginFeatureDefinitions(ActivePlugins active) : IFeatureDefinitionProvider
{
    // The same four for every feature: what they ask is in the feature's own definition.
    private static readonly FeatureFilterConfiguration[] Filters =
    [
        new() { Name = ModeFilter.Alias },
        new() { Name = EnvironmentFilter.Alias },
        new() { Name = LicenceFilter.Alias },
        new() { Name = PlanFilter.Alias },
    ];

    public Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName) =>
        Task.FromResult(active.Current.Features.ContainsKey(featureName) ? Define(featureName) : null!);

    public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
    {
        await Task.CompletedTask;
        foreach (string key in active.Current.Features.Keys)
        {
            yield return Define(key);
        }
    }

    private static FeatureDefinition Define(string key) => new()
    {
        Name = key,
        RequirementType = RequirementType.All,
        EnabledFor = Filters,
    };
}
