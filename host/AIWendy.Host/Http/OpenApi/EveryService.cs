using AIWendy.Host.Plugins;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>
/// Knows the services of the host and of every plugin, so that a parameter which a plugin's handler takes from its own
/// services is not described as the body of the request.
/// </summary>
internal sealed class EveryService(IServiceProviderIsService host, ActivePlugins active) : IServiceProviderIsService
{
    public bool IsService(Type serviceType) =>
        host.IsService(serviceType) || active.Current.Instances.Any(instance => IsServiceOf(instance, serviceType));

    /// <summary>Makes the framework's description of endpoints ask this instead of the host's services alone.</summary>
    public static void Install(IServiceCollection services)
    {
        ServiceDescriptor described = services.Single(descriptor =>
            descriptor.ServiceType == typeof(IApiDescriptionProvider) && descriptor.ImplementationType?.Name == "EndpointMetadataApiDescriptionProvider");
        services.Remove(described);
        services.AddTransient(provider => (IApiDescriptionProvider)ActivatorUtilities.CreateInstance(
            provider, described.ImplementationType!, ActivatorUtilities.CreateInstance<EveryService>(provider)));
    }

    private static bool IsServiceOf(PluginInstance instance, Type serviceType) =>
        instance.Services.GetService<IServiceProviderIsService>()?.IsService(serviceType) == true;
}
