using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Settings;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Runs;

/// <summary>Registers runs, and the settings of plugins, which use the same link between nodes.</summary>
internal static class RunServices
{
    /// <summary>Makes <see cref="IRuns"/> injectable and settings available to plugins; needs database, plugins and readiness.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<NodeLink>()
        .AddSingleton<RunStore>()
        .AddSingleton<RunEventTable>()
        .AddSingleton<RunEventWriter>()
        .AddSingleton<RunExecutor>()
        .AddSingleton<RunFollowers>()
        .AddSingleton<AbandonedRuns>()
        .AddSingleton<RunRetention>()
        .AddSingleton<IPersonalData, RunPersonalData>()
        .AddSingleton<RunService>()
        .AddSingleton<IRuns>(provider => provider.GetRequiredService<RunService>())
        .AddPluginSettings()
        .AddHostedService<RunsLifetime>()
        .AddStreamSlots();

    private static IServiceCollection AddStreamSlots(this IServiceCollection services)
    {
        services.TryAddSingleton<LiveSettings>();
        services.TryAddSingleton<StreamSlots>();
        return services;
    }
}
