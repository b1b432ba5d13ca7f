using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>What the journal says about habits.</summary>
internal static class BehaviourRegistration
{
    public static IPluginBuilder AddBehaviour(this IPluginBuilder plugin)
    {
        plugin.Services.AddScoped<BehaviourReader>();
        plugin.Services.AddScoped<FeedbackStore>();
        plugin.Services.AddScoped<BehaviourService>();
        return plugin.AddJson(BehaviourJsonContext.Default).AddTool<BehaviourTool>();
    }
}
