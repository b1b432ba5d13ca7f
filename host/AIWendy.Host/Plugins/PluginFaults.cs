using System.Collections.Concurrent;

namespace AIWendy.Host.Plugins;

/// <summary>Names the owner of everything that goes wrong inside a plugin. Keeps text only: an exception would pin its plugin.</summary>
internal sealed partial class PluginFaults(ILogger<PluginFaults> logger, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, PluginFault> last = new(StringComparer.Ordinal);

    /// <summary>The most recent fault of a plugin, or null.</summary>
    public PluginFault? Last(string pluginId) => last.GetValueOrDefault(pluginId);

    public void Report(string pluginId, string where, Exception exception)
    {
        LogFault(logger, exception, pluginId, where);
        last.AddOrUpdate(
            pluginId,
            (_, fault) => fault,
            (_, previous, fault) => fault with { Count = previous.Count + 1 },
            new PluginFault(where, exception.Message, time.GetUtcNow(), 1));
    }

    /// <summary>Forgets the faults of a plugin, when it starts afresh.</summary>
    public void Clear(string pluginId) => last.TryRemove(pluginId, out _);

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugin {PluginId} failed in {Where}")]
    private static partial void LogFault(ILogger logger, Exception exception, string pluginId, string where);
}

/// <summary>What went wrong in a plugin last.</summary>
internal sealed record PluginFault(string Where, string Message, DateTimeOffset At, int Count);

/// <summary>A plugin can not be used; the message is one sentence for an administrator and carries no plugin type.</summary>
internal sealed class PluginRefusedException(string message, PluginState state = PluginState.Faulted) : Exception(message)
{
    public PluginState State => state;
}
