using AIWendy.Host.Plugins;
using AIWendy.Sdk.Events;

namespace AIWendy.Host.Events;

/// <summary>
/// Delivers events within this node. Handlers are looked up and created for each delivery, under a lease, so that an
/// event never keeps a plugin version alive.
/// </summary>
internal sealed class EventBus(ActivePlugins active, PluginFaults faults, PluginRuntimeOptions options, TimeProvider time) : IEvents
{
    public async Task PublishAsync<TEvent>(TEvent published, CancellationToken cancellationToken = default)
        where TEvent : class, IPluginEvent
    {
        ArgumentNullException.ThrowIfNull(published);
        foreach ((PluginInstance owner, Type handler) in active.Current.HandlersOf(typeof(TEvent)))
        {
            if (!owner.TryEnter())
            {
                continue;
            }

            try
            {
                await DeliverAsync(owner, handler, published, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception)
            {
                faults.Report(owner.Id, $"handling {typeof(TEvent).Name}", exception);
            }
            finally
            {
                owner.Exit();
            }
        }
    }

    private async Task DeliverAsync<TEvent>(PluginInstance owner, Type handlerType, TEvent published, CancellationToken cancellationToken)
        where TEvent : class, IPluginEvent
    {
        using CancellationTokenSource limit = new(options.EventLimit, time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using AsyncServiceScope scope = owner.Services.CreateAsyncScope();
        IEventHandler<TEvent> handler = (IEventHandler<TEvent>)scope.ServiceProvider.GetRequiredService(handlerType);
        Task work = handler.HandleAsync(published, linked.Token);
        try
        {
            // The grace lets a handler that honours its token end by itself; one that does not is left behind.
            await work.WaitAsync(options.EventLimit + TimeSpan.FromSeconds(1), time, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException && limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The handler took longer than {options.EventLimit.TotalSeconds:0} s.");
        }
    }
}
