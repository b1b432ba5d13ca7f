using AIWendy.Plugins.Insights.Counting;
using AIWendy.Plugins.Insights.Data;
using AIWendy.Plugins.Insights.Reporting;
using AIWendy.Plugins.Insights.Retention;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Plugins.Insights;

/// <summary>Usage figures of the installation, counted and kept on the machine itself.</summary>
public sealed class InsightsPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        plugin.Services.TryAddSingleton(TimeProvider.System);
        plugin.Services.AddScoped<UsageCounter>();
        plugin.Services.AddScoped<UsageOverview>();
        plugin.Services.AddScoped<UsageNames>();
        plugin
            .AddDatabase<InsightsDbContext>()
            .AddJson(InsightsJsonContext.Default)
            .AddSettings(InsightsJsonContext.Default.InsightsSettings)
            .AddPermission(
                InsightsPermissions.Read,
                Text.Of("See how much this installation is used.", "查看这个安装的使用情况。"),
                Role.Admin)
            .AddEventHandler<UserSignedUp, CountPeople>()
            .AddEventHandler<UserSignedIn, CountPeople>()
            .AddEventHandler<ChatMessageSent, CountMessages>()
            .AddEventHandler<ModelCalled, CountModelCalls>()
            .AddEventHandler<JournalImported, CountImports>()
            .AddEventHandler<ReportGenerated, CountReports>()
            .AddJob<RemoveOldFigures>("remove-old-figures", JobSchedule.DailyAt(3, 40))
            .MapEndpoints(InsightsEndpoints.Map);
    }
}

/// <summary>Keys of the plugin's permissions.</summary>
internal static class InsightsPermissions
{
    public const string Read = "insights.read";
}
