using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Events;
using AIWendy.Host.Http;
using AIWendy.Host.Plugins.Administration;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Extensions;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Plugins;

/// <summary>Wires the plugin runtime.</summary>
internal static class PluginRuntimeServices
{
    public static IServiceCollection AddPluginRuntime(this IServiceCollection services, PluginRuntimeOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ActivePlugins>();
        services.TryAddSingleton(new FaultLimits());
        services.AddSingleton<PluginLogs>();
        services.AddSingleton<PluginFaults>();
        services.AddSingleton<CallCircuits>();
        services.AddSingleton<CrashMarks>();
        services.AddSingleton<PluginRecovery>();
        services.AddSingleton<RetiredVersions>();
        services.AddSingleton<PluginMetrics>();
        services.AddSingleton<PluginDiscovery>();
        services.AddSingleton<PluginFactory>();
        services.AddSingleton<SchemaIsolation>();
        services.AddSingleton<PluginActivation>();
        services.AddSingleton<WebModules>();
        services.AddPluginInstallation();
        services.AddSingleton<PluginViews>();
        services.AddAudit();
        services.AddSingleton<IPluginRuntime, PluginRuntime>();

        services.AddSingleton<PermissionCatalogue>();
        services.AddSingleton<IPermissionCatalogue>(provider => provider.GetRequiredService<PermissionCatalogue>());
        services.AddSingleton<IPermissions>(provider => provider.GetRequiredService<PermissionCatalogue>());
        services.AddSingleton<CallContext>();
        services.AddSingleton<ITenantContext>(provider => provider.GetRequiredService<CallContext>());
        services.AddSingleton<ICurrentUser>(provider => provider.GetRequiredService<CallContext>());
        services.AddSingleton<IEvents, EventBus>();
        services.AddSingleton(typeof(IExtensions<>), typeof(HostExtensions<>));
        return services;
    }

    /// <summary>
    /// Routes requests and holds the plugin version that each one was matched to. Stands where UseRouting would:
    /// before authentication and everything else that reads the endpoint.
    /// </summary>
    public static IApplicationBuilder UsePluginGate(this IApplicationBuilder app)
    {
        PluginGate.Use(app);
        return app;
    }

    /// <summary>
    /// Adds the endpoints that administer plugins, fixes everything that was mapped, and adds the plugins' own. Call it last.
    /// </summary>
    public static IEndpointRouteBuilder MapPluginEndpoints(this IEndpointRouteBuilder routes)
    {
        PluginAdministration.Map(routes);
        PackageEndpoints.Map(routes);
        PackageEndpoints.MapFeed(routes);
        PublisherKeyEndpoints.Map(routes);
        AuditEndpoints.Map(routes);
        PluginWeb.Map(routes);
        FixedEndpoints.Use(routes);
        routes.DataSources.Add(routes.ServiceProvider.GetRequiredService<IPluginRuntime>().Endpoints);
        return routes;
    }
}
