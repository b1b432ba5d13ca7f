using AIWendy.Sdk.Features;
using Microsoft.FeatureManagement;

namespace AIWendy.Host.Features;

/// <summary>Lets the feature manager ask one of the rules.</summary>
internal abstract class GateFilter(Func<GateContext, FeatureState?> refuse) : IContextualFeatureFilter<GateContext>
{
    public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext featureFilterContext, GateContext appContext) =>
        Task.FromResult(refuse(appContext) is null);
}

/// <summary>The deployment mode.</summary>
[FilterAlias(Alias)]
internal sealed class ModeFilter(FeatureRules rules) : GateFilter(rules.ByMode)
{
    public const string Alias = "Mode";
}

/// <summary>The operator's release switch.</summary>
[FilterAlias(Alias)]
internal sealed class EnvironmentFilter(FeatureRules rules) : GateFilter(rules.ByEnvironment)
{
    public const string Alias = "Environment";
}

/// <summary>The installation's licences.</summary>
[FilterAlias(Alias)]
internal sealed class LicenceFilter(FeatureRules rules) : GateFilter(rules.ByLicence)
{
    public const string Alias = "Licence";
}

/// <summary>The tenant's plan.</summary>
[FilterAlias(Alias)]
internal sealed class PlanFilter(FeatureRules rules) : GateFilter(rules.ByPlan)
{
    public const string Alias = "Plan";
}
