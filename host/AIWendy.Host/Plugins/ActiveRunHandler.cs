using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Plugins;

/// <summary>A run handler in a scope of its plugin, with the lease that keeps the plugin there.</summary>
internal sealed class ActiveRunHandler : RunHandlerLease
{
    private readonly PluginInstance owner;
    private readonly AsyncServiceScope scope;

    private ActiveRunHandler(PluginInstance owner, AsyncServiceScope scope, IRunHandler handler)
    {
        this.owner = owner;
        this.scope = scope;
        Handler = handler;
        Stopping = owner.Stopping;
    }

    public override string PluginId => owner.Id;

    public override IRunHandler Handler { get; }

    public override CancellationToken Stopping { get; }

    /// <summary>Null when the version is going away.</summary>
    public static ActiveRunHandler? TryTake(PluginInstance owner, Type handler)
    {
        if (!owner.TryEnter())
        {
            return null;
        }

        AsyncServiceScope scope = default;
        try
        {
            scope = owner.Services.CreateAsyncScope();
            return new ActiveRunHandler(owner, scope, (IRunHandler)scope.ServiceProvider.GetRequiredService(handler));
        }
        catch
        {
            scope.Dispose();
            owner.Exit();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await scope.DisposeAsync();
        }
        finally
        {
            owner.Exit();
        }
    }
}
