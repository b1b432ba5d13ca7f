using AIWendy.Sdk;

namespace AIWendy.Host.Configuration;

/// <summary>Registers the configuration.</summary>
internal static class ConfigurationRegistration
{
    /// <summary>Makes <see cref="HostSettings"/>, <see cref="HostConfiguration"/> and <see cref="IDeployment"/> injectable.</summary>
    public static IServiceCollection AddHostConfiguration(this IServiceCollection services, HostConfiguration configuration) => services
        .AddSingleton(configuration)
        .AddSingleton(configuration.Settings)
        .AddSingleton<IDeployment, Deployment>();
}
