using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Loading;
using AIWendy.Host.Plugins.Serving;

namespace AIWendy.Host.Plugins;

/// <summary>
/// One loaded version of a plugin. Whoever uses it holds a lease; it is taken down when it was unpublished and the last
/// lease is back.
/// </summary>
internal sealed class PluginInstance(PluginPackage package, PluginLoadContext context) : IAsyncDisposable
{
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private PluginLoadContext? context = context;
    private ServiceProvider? services;
    private PluginSingletons? singletons;
    private AsyncServiceScope? startupScope;
    private int leases = 1;

    public PluginPackage Package => package;

    public string Id => package.Id;

    public IServiceProvider Services => services ?? throw new ObjectDisposedException(package.Id);

    public PluginSingletons Singletons => singletons ?? throw new ObjectDisposedException(package.Id);

    public PluginContributions Contributions { get; private set; } = new();

    public IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    /// <summary>Start-ups that have run, in their order.</summary>
    public List<Type> Started { get; private set; } = [];

    /// <summary>The load context, for those who watch whether it goes; null when it stays for good.</summary>
    public WeakReference? WatchContext() => context is { IsCollectible: true } ? new WeakReference(context) : null;

    /// <summary>Size of the assemblies that it loaded, in bytes.</summary>
    public long CodeBytes => context?.Assemblies.Where(assembly => assembly.Location.Length > 0).Sum(assembly => new FileInfo(assembly.Location).Length) ?? 0;

    /// <summary>Fires when the plugin is about to go: long work saves itself.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>Fires when the time for draining is over: what still runs is cut.</summary>
    public CancellationToken Aborting => aborting.Token;

    public void Attach(ServiceProvider provider, PluginSingletons shared, PluginContributions contributions)
    {
        services = provider;
        singletons = shared;
        Contributions = contributions;
    }

    public void Attach(IReadOnlyList<RouteEndpoint> endpoints) => Endpoints = endpoints;

    /// <summary>Takes a lease; false when this version is gone.</summary>
    public bool TryEnter()
    {
        int current = Volatile.Read(ref leases);
        while (current > 0)
        {
            int seen = Interlocked.CompareExchange(ref leases, current + 1, current);
            if (seen == current)
            {
                return true;
            }

            current = seen;
        }

        return false;
    }

    /// <summary>Gives a lease back.</summary>
    public void Exit()
    {
        if (Interlocked.Decrement(ref leases) == 0)
        {
            drained.TrySetResult();
        }
    }

    /// <summary>The scope in which the start-ups live from start to stop.</summary>
    public IServiceProvider StartupServices => (startupScope ??= Services.CreateAsyncScope()).ServiceProvider;

    /// <summary>
    /// Refuses new leases and waits for the running ones. Call it once, after the version was unpublished.
    /// </summary>
    /// <returns>Whether everything ended by itself.</returns>
    public async Task<bool> DrainAsync(TimeSpan limit)
    {
        await stopping.CancelAsync();
        Exit();
        try
        {
            await drained.Task.WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            await aborting.CancelAsync();
        }

        // An aborted request still needs a moment to unwind before its services may go.
        await Task.WhenAny(drained.Task, Task.Delay(TimeSpan.FromSeconds(2)));
        return drained.Task.IsCompleted;
    }

    /// <summary>Disposes the services and unloads the code. What is left behind is an empty shell.</summary>
    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref leases, 0);
        Endpoints = [];
        Contributions = new PluginContributions();
        Started = [];
        try
        {
            if (startupScope is { } scope)
            {
                startupScope = null;
                await scope.DisposeAsync();
            }

            if (services is { } provider)
            {
                services = null;
                singletons = null;
                await provider.DisposeAsync();
            }
        }
        finally
        {
            PluginLoadContext? loaded = context;
            context = null;
            if (loaded is { IsCollectible: true })
            {
                loaded.Unload();
            }
        }
    }
}
