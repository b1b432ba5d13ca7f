namespace AIWendy.Host.Plugins.Serving;

/// <summary>
/// The services that a plugin's endpoint sees: the plugin's own, in a scope made on first use, and the host's for what
/// the plugin does not have.
/// </summary>
internal sealed class PluginRequestServices(IServiceProvider host, IServiceProvider plugin)
    : IKeyedServiceProvider, ISupportRequiredService, IServiceProviderIsKeyedService, IAsyncDisposable
{
    private AsyncServiceScope? scope;

    private IServiceProvider Own => (scope ??= plugin.CreateAsyncScope()).ServiceProvider;

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

        return Own.GetService(serviceType) ?? host.GetService(serviceType);
    }

    public object GetRequiredService(Type serviceType) =>
        GetService(serviceType) ?? throw new InvalidOperationException($"Neither the plugin nor the host has a service {serviceType}.");

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        ((IKeyedServiceProvider)Own).GetKeyedService(serviceType, serviceKey)
        ?? (host as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        GetKeyedService(serviceType, serviceKey)
        ?? throw new InvalidOperationException($"Neither the plugin nor the host has a service {serviceType} with that key.");

    public bool IsService(Type serviceType) =>
        plugin.GetRequiredService<IServiceProviderIsService>().IsService(serviceType)
        || (host.GetService<IServiceProviderIsService>()?.IsService(serviceType) ?? false);

    public bool IsKeyedService(Type serviceType, object? serviceKey) =>
        plugin.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(serviceType, serviceKey)
        || (host.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(serviceType, serviceKey) ?? false);

    public ValueTask DisposeAsync()
    {
        if (scope is not { } opened)
        {
            return ValueTask.CompletedTask;
        }

        scope = null;
        return opened.DisposeAsync();
    }
}
