using AIWendy.Plugins.Analytics.Capture;
using AIWendy.Plugins.Analytics.Consent;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Plugins.Analytics.Endpoints;
using AIWendy.Plugins.Analytics.Sinks;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Plugins.Analytics;

/// <summary>Sends pseudonymous usage events to a provider that the operator chose.</summary>
public sealed class AnalyticsPlugin : IPlugin
{
    /// <summary>Key of the plugin's one feature.</summary>
    internal const string Feature = "analytics.events";

    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        AddServices(plugin.Services);
        plugin.Services.AddSingleton(AnalyticsOptions.From(plugin.Configuration));
        plugin
            .AddDatabase<AnalyticsDbContext>()
            .AddJson(AnalyticsJsonContext.Default)
            .AddSettings(AnalyticsJsonContext.Default.AnalyticsSettings)
            .AddPermission(
                AnalyticsPermissions.Choose,
                Text.Of("Choose whether the own use is counted.", "选择是否统计自己的使用情况。"),
                Role.Viewer)
            .AddPermission(
                AnalyticsPermissions.Manage,
                Text.Of("See the delivery of usage events and switch it off for everybody.", "查看使用事件的发送情况，并可为所有人关闭。"),
                Role.Admin)
            .AddStartup<ConfigurationNotice>()
            .AddEventHandler<UserSignedUp, EventCapture>()
            .AddEventHandler<UserSignedIn, EventCapture>()
            .AddEventHandler<ChatMessageSent, EventCapture>()
            .AddEventHandler<JournalImported, EventCapture>()
            .AddEventHandler<ReportGenerated, EventCapture>()
            .AddEventHandler<SubscriptionChanged, EventCapture>()
            .AddEventHandler<PluginInstalled, EventCapture>()
            .AddJob<DeliverEvents>(DeliverEvents.Name, JobSchedule.Every(TimeSpan.FromSeconds(10)), Feature)
            .MapEndpoints(AnalyticsEndpoints.Map);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<OutboxTrim>();
        services.AddScoped<AnalyticsGate>();
        services.AddScoped<Outbox>();
        services.AddScoped<DeliveryLog>();
        services.AddScoped<Choices>();
        services.AddScoped<EventDelivery>();
        services.AddSingleton<IEventSink>(provider => EventSinks.Create(
            provider.GetRequiredService<AnalyticsOptions>(),
            provider.GetRequiredService<IOutboundHttp>(),
            provider.GetRequiredService<IDeployment>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}

/// <summary>Keys of the plugin's permissions.</summary>
internal static class AnalyticsPermissions
{
    public const string Choose = "analytics.choose";
    public const string Manage = "analytics.manage";
}
