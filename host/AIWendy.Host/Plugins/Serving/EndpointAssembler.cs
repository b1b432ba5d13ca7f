using AIWendy.Host.Features;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>Builds a plugin's endpoints before anything is published, and refuses the ones that may not serve.</summary>
internal static class EndpointAssembler
{
    public static IReadOnlyList<RouteEndpoint> Build(PluginInstance instance, IServiceProvider host)
    {
        if (instance.Contributions.Maps.Count == 0)
        {
            return [];
        }

        IFeatures? features = host.GetService<IFeatures>();
        RateLimiter? limiter = host.GetService<RateLimiter>();
        PluginFaults faults = host.GetRequiredService<PluginFaults>();
        BlockedRequests blocked = new(instance.Id, faults);
        PluginRequestScopes scopes = new(host.GetRequiredService<IServiceScopeFactory>(), instance);
        PluginMeter meter = host.GetRequiredService<PluginMetrics>().For(instance.Id);
        PluginRouteBuilder routes = new(instance.Services);
        RouteGroupBuilder api = routes.MapGroup("/api");
        EndpointJson json = EndpointJson.Watch(api, instance.Services);
        foreach (Action<IEndpointRouteBuilder> map in instance.Contributions.Maps)
        {
            map(api);
        }

        List<RouteEndpoint> endpoints = [];
        foreach (Endpoint endpoint in json.Build(routes.DataSources))
        {
            if (endpoint is not RouteEndpoint { RequestDelegate: { } handler } route)
            {
                throw new PluginRefusedException($"The endpoint {endpoint.DisplayName} has no route.", PluginState.Incompatible);
            }

            RequireGuard(route);
            RequireFigures(route, limiter);
            EndpointMetadataCollection metadata = new([.. route.Metadata, instance, EndpointDemands.Read(route.Metadata, meter, instance.Contributions.Permissions)]);
            endpoints.Add(new RouteEndpoint(Wrap(EndpointFaults.Watch(handler, instance.Id, Keys(route).First(), faults, blocked), instance, route, scopes, features), route.RoutePattern, route.Order, metadata, route.DisplayName));
        }

        return endpoints;
    }

    /// <summary>Method and route of an endpoint, alike for endpoints that would answer the same requests.</summary>
    public static IEnumerable<string> Keys(RouteEndpoint endpoint)
    {
        string route = RouteKey.Of(endpoint.RoutePattern);
        IReadOnlyList<string>? methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is { Count: > 0 } ? methods.Select(method => $"{method.ToUpperInvariant()} {route}") : [$"* {route}"];
    }

    private static void RequireGuard(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PermissionMetadata>() is null && endpoint.Metadata.GetMetadata<PublicMetadata>() is null)
        {
            throw new PluginRefusedException(
                $"The endpoint {endpoint.RoutePattern.RawText} states neither RequirePermission nor AllowPublic.",
                PluginState.Incompatible);
        }
    }

    // A limit without figures would limit nothing, and nobody would notice.
    private static void RequireFigures(RouteEndpoint endpoint, RateLimiter? limiter)
    {
        if (endpoint.Metadata.GetMetadata<RateLimitMetadata>() is { } limit && limiter is not null && limiter.Find(limit) is null)
        {
            throw new PluginRefusedException(
                $"The endpoint {endpoint.RoutePattern.RawText} names the rate limit '{limit.Policy}', which the host does not know, and states no figures.",
                PluginState.Incompatible);
        }
    }

    private static RequestDelegate Wrap(RequestDelegate handler, PluginInstance instance, RouteEndpoint route, PluginRequestScopes scopes, IFeatures? features)
    {
        bool alwaysReachable = route.Metadata.GetMetadata<AlwaysReachableMetadata>() is not null;
        string[] gates = [.. route.Metadata.GetOrderedMetadata<FeatureMetadata>().Select(gate => gate.Feature).Distinct()];
        IHttpContextAccessor? accessor = instance.Services.GetService<IHttpContextAccessor>();
        if (gates.Length == 0 && accessor is null)
        {
            return context =>
            {
                scopes.Use(context);
                return handler(context);
            };
        }

        return async context =>
        {
            foreach (string gate in gates)
            {
                await FeatureGate.EnforceAsync(features, gate, context.Request.Method, alwaysReachable, context.RequestAborted);
            }

            scopes.Use(context);
            await RunAsync(handler, context, accessor);
        };
    }

    // Only a plugin that asks for the accessor pays for it: it is one more ambient value in every request.
    private static async Task RunAsync(RequestDelegate handler, HttpContext context, IHttpContextAccessor? accessor)
    {
        if (accessor is null)
        {
            await handler(context);
            return;
        }

        accessor.HttpContext = context;
        try
        {
            await handler(context);
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    private sealed class PluginRouteBuilder(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
