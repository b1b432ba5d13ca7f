using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>
/// The services of a plugin that are the same for every request, once asked for: a request that needs no others needs no
/// scope either, and a scope costs several times as much as most of what is read from it.
/// </summary>
internal sealed class PluginSingletons(IServiceCollection services, IServiceProvider plugin)
{
    // The last registration of a type is the one that is resolved.
    private readonly FrozenDictionary<Type, ServiceLifetime> lifetimes = services
        .Where(service => !service.IsKeyedService)
        .GroupBy(service => service.ServiceType)
        .ToFrozenDictionary(group => group.Key, group => group.Last().Lifetime);

    private readonly ConcurrentDictionary<Type, object> made = new();

    /// <summary>The one object of a type; null where each scope has its own, or the plugin has none.</summary>
    public object? Find(Type type)
    {
        if (made.TryGetValue(type, out object? known))
        {
            return known;
        }

        return IsSingleton(type) && plugin.GetService(type) is { } service ? made.GetOrAdd(type, service) : null;
    }

    private bool IsSingleton(Type type)
    {
        if (lifetimes.TryGetValue(type, out ServiceLifetime lifetime))
        {
            return lifetime == ServiceLifetime.Singleton;
        }

        return type.IsConstructedGenericType
            && lifetimes.TryGetValue(type.GetGenericTypeDefinition(), out ServiceLifetime open)
            && open == ServiceLifetime.Singleton;
    }
}
