using Microsoft.AspNetCore.Http.Features;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>
/// Gives the requests of a plugin's endpoints their services. Nothing is made for a request that asks for none. Holds the
/// plugin and not its services, because a connection keeps its last request's factory while it idles.
/// </summary>
internal sealed class PluginRequestScopes(IServiceScopeFactory host, PluginInstance plugin) : IServiceScopeFactory
{
    public IServiceScope CreateScope() => new PluginRequestServices(host, plugin.Services, plugin.Singletons);

    /// <summary>From now on the request's services are the plugin's; they end with the request.</summary>
    public void Use(HttpContext context)
    {
        // The server's own way of making services on first use, with this factory in the place of the host's. Nothing
        // before an endpoint asks for the request's services, and the context gets the host's factory again before its
        // next request.
        if (context is DefaultHttpContext ordinary)
        {
            ordinary.ServiceScopeFactory = this;
            return;
        }

        context.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(context, this));
    }
}

/// <summary>
/// The services that a plugin's endpoint sees: the plugin's own, in a scope made on first use, and the host's for what
/// the plugin does not have.
/// </summary>
internal sealed class PluginRequestServices(IServiceScopeFactory hostScopes, IServiceProvider plugin, PluginSingletons singletons)
    : IServiceScope, IKeyedServiceProvider, ISupportRequiredService, IServiceProviderIsKeyedService, IAsyncDisposable
{
    private AsyncServiceScope? scope;
    private AsyncServiceScope? hostScope;
    private bool isDisposed;

    public IServiceProvider ServiceProvider => this;

    private IServiceProvider Own => Scope(ref scope, plugin.GetRequiredService<IServiceScopeFactory>());

    private IServiceProvider Host => Scope(ref hostScope, hostScopes);

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IServiceProvider))
        {
            return this;
        }

        if (serviceType == typeof(IServiceScopeFactory))
        {
            return plugin.GetService(serviceType);
        }

        ObjectDisposedException.ThrowIf(isDisposed, typeof(IServiceProvider));
        return singletons.Find(serviceType) ?? Own.GetService(serviceType) ?? Host.GetService(serviceType);
    }

    public object GetRequiredService(Type serviceType) =>
        GetService(serviceType) ?? throw new InvalidOperationException($"Neither the plugin nor the host has a service {serviceType}.");

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        ((IKeyedServiceProvider)Own).GetKeyedService(serviceType, serviceKey)
        ?? (Host as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey)
        ?? throw new InvalidOperationException($"Neither the plugin nor the host has a service {serviceType} with that key.");

    public bool IsService(Type serviceType) =>
        plugin.GetRequiredService<IServiceProviderIsService>().IsService(serviceType)
        || (Host.GetService<IServiceProviderIsService>()?.IsService(serviceType) ?? false);

    public bool IsKeyedService(Type serviceType, object? serviceKey) =>
        plugin.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(serviceType, serviceKey)
        || (Host.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(serviceType, serviceKey) ?? false);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync()
    {
        isDisposed = true;
        return hostScope is null && scope is null ? ValueTask.CompletedTask : DisposeScopesAsync();
    }

    private async ValueTask DisposeScopesAsync()
    {
        try
        {
            if (scope is { } own)
            {
                scope = null;
                await own.DisposeAsync();
            }
        }
        finally
        {
            if (hostScope is { } foreign)
            {
                hostScope = null;
                await foreign.DisposeAsync();
            }
        }
    }

    private IServiceProvider Scope(ref AsyncServiceScope? opened, IServiceScopeFactory factory)
    {
        ObjectDisposedException.ThrowIf(isDisposed, typeof(IServiceProvider));
        return (opened ??= factory.CreateAsyncScope()).ServiceProvider;
    }
}
