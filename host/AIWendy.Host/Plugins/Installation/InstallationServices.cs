using AIWendy.Host.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Wires what replicas share about plugins.</summary>
internal static class InstallationServices
{
    public static IServiceCollection AddPluginInstallation(this IServiceCollection services)
    {
        services.AddSingleton<InstallationStore>();
        services.TryAddSingleton<IPluginStates>(provider => provider.GetRequiredService<InstallationStore>());
        services.TryAddSingleton<IInstalledPlugins, InstalledPlugins>();
        services.AddSingleton<PackageStore>();
        services.AddSingleton<PublisherKeys>();
        services.AddSingleton<PackageFolders>();
        services.AddSingleton<PackagePlanner>();
        services.AddSingleton<PluginFeed>();
        services.AddSingleton<PackageSource>();
        services.AddSingleton<PluginInstaller>();
        services.AddSingleton<PluginData>();
        services.AddSingleton<PluginRemoval>();
        services.AddSingleton<PluginFollower>();
        return services;
    }

    /// <summary>Makes this node follow the others; needs the link between nodes.</summary>
    public static IServiceCollection AddPluginFollower(this IServiceCollection services)
    {
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<PluginFollower>());
        return services;
    }
}
