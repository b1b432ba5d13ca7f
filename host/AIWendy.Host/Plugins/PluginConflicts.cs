using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Serving;

namespace AIWendy.Host.Plugins;

/// <summary>Refuses a newcomer that claims a name which somebody else holds.</summary>
internal static class PluginConflicts
{
    public static void Check(PluginInstance candidate, IEnumerable<PluginInstance> active, IEnumerable<Endpoint> hostEndpoints)
    {
        Claims claims = new();
        foreach (RouteEndpoint endpoint in hostEndpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<PluginInstance>() is null))
        {
            claims.AddHost(endpoint);
        }

        foreach (PluginInstance other in active.Where(other => other.Id != candidate.Id))
        {
            claims.Add(other, refuse: false);
        }

        claims.Add(candidate, refuse: true);
    }

    private sealed class Claims
    {
        private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

        public void AddHost(RouteEndpoint endpoint)
        {
            foreach (string key in EndpointAssembler.Keys(endpoint))
            {
                owners.TryAdd("endpoint " + key, "the host");
            }
        }

        public void Add(PluginInstance instance, bool refuse)
        {
            foreach (string name in Names(instance))
            {
                if (!owners.TryAdd(name, instance.Id) && refuse)
                {
                    throw new PluginRefusedException($"The {name} is taken by {owners[name]}.", PluginState.Incompatible);
                }
            }
        }

        private static IEnumerable<string> Names(PluginInstance instance)
        {
            PluginContributions own = instance.Contributions;
            IEnumerable<string> routes = instance.Endpoints.SelectMany(EndpointAssembler.Keys).Select(key => "endpoint " + key);
            IEnumerable<string> names = instance.Endpoints
                .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName)
                .OfType<string>()
                .Select(name => "endpoint name " + name);
            return routes
                .Concat(names)
                .Concat(own.RunHandlers.Keys.Select(kind => "kind of run " + kind))
                .Concat(own.Permissions.Select(permission => "permission " + permission.Key))
                .Concat(own.Features.Select(feature => "feature " + feature.Key));
        }
    }
}
