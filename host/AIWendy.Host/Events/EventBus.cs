using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Sdk.Events;

namespace AIWendy.Host.Events;

/// <summary>
/// Delivers events within this node. Handlers are looked up and created for each delivery, under a lease, so that an
/// event never keeps a plugin version alive.
/// </summary>
internal sealed class EventBus(ActivePlugins active, PluginFaults faults, CallCircuits circuits, PluginRuntimeOptions options) : IEvents
{
    public async Task PublishAsync<TEvent>(TEvent published, CancellationToken cancellationToken = default)
        where TEvent : class, IPluginEvent
    {
        ArgumentNullException.ThrowIfNull(published);
        Guid tenant = CallContext.Current?.TenantId ?? Guid.Empty;
        foreach ((PluginInstance owner, Type handler) in active.Current.HandlersOf(typeof(TEvent)))
        {
            string where = $"handling {typeof(TEvent).Name}";
            if (!circuits.MayCall(owner.Id, where, tenant) || !owner.TryEnter())
            {
                continue;
            }

            try
            {
                await BoundedCall.RunAsync(token => DeliverAsync(owner, handler, published, token), options.EventLimit, cancellationToken);
                if (circuits.Succeeded(owner.Id, where, tenant))
                {
                    faults.Recovered(owner.Id, where);
                }
            }
            catch (LostCallException exception)
            {
                faults.Report(owner.Id, where, exception, circuits.Lost(owner.Id, where, tenant));
                faults.CountLost(owner.Id);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception)
            {
                faults.Report(owner.Id, where, exception);
            }
            finally
            {
                owner.Exit();
            }
        }
    }

    private static async Task DeliverAsync<TEvent>(PluginInstance owner, Type handlerType, TEvent published, CancellationToken cancellationToken)
        where TEvent : class, IPluginEvent
    {
        await using AsyncServiceScope scope = owner.Services.CreateAsyncScope();
        await ((IEventHandler<TEvent>)scope.ServiceProvider.GetRequiredService(handlerType)).HandleAsync(published, cancellationToken);
    }
}
