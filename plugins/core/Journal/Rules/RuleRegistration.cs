using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>The pre-trade ritual of the journal.</summary>
internal static class RuleRegistration
{
    public static IPluginBuilder AddTradingRules(this IPluginBuilder plugin)
    {
        plugin.Services.AddScoped<RuleStore>();
        plugin.Services.AddScoped<CheckStore>();
        plugin.Services.AddScoped<AccountDayReader>();
        plugin.Services.AddScoped<RuleService>();
        return plugin.AddJson(RulesJsonContext.Default).AddTool<RulesTool>();
    }
}
