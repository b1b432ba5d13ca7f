namespace AIWendy.Sdk.Events;

/// <summary>
/// Marks an event that plugins may exchange. Event types live in the SDK and hold only SDK and framework types, so that
/// no plugin keeps another one loaded.
/// </summary>
public interface IPluginEvent;

/// <summary>Publishes events to every active plugin of this node.</summary>
public interface IEvents
{
    /// <summary>
    /// Delivers the event to all handlers, one after the other, in the tenant of the caller. A handler that throws is
    /// reported to the host under its owner's name and does not disturb the publisher.
    /// </summary>
    Task PublishAsync<TEvent>(TEvent published, CancellationToken cancellationToken = default) where TEvent : class, IPluginEvent;
}

/// <summary>Handles events of one type.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent> where TEvent : class, IPluginEvent
{
    /// <summary>Handles one event; at most 30 s.</summary>
    Task HandleAsync(TEvent published, CancellationToken cancellationToken);
}
