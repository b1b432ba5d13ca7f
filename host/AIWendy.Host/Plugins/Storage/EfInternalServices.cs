namespace AIWendy.Host.Plugins.Storage;

/// <summary>
/// EF Core's internal services, owned by one plugin version. EF Core's default keeps them in a static cache, which
/// would keep every version of the plugin in memory for ever.
/// </summary>
internal sealed class EfInternalServices(ILoggerFactory loggers) : IAsyncDisposable, IDisposable
{
    private readonly ServiceProvider provider = new ServiceCollection()
        .AddEntityFrameworkNpgsql()
        .AddSingleton(loggers)
        .BuildServiceProvider();

    public IServiceProvider Provider => provider;

    public void Dispose() => provider.Dispose();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
