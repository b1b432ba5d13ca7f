using System.Collections.Concurrent;
using System.Globalization;
using AIWendy.Host.Logging;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>Remembers the last lines that each plugin wrote to the log, without secrets, for whoever looks into a fault.</summary>
internal sealed class PluginLogs(TimeProvider time)
{
    private const int Lines = 40;
    private const int LongestLine = 500;

    private readonly ConcurrentDictionary<string, Queue<string>> rings = new(StringComparer.Ordinal);

    /// <summary>The last lines of a plugin, oldest first.</summary>
    public IReadOnlyList<string> Of(string pluginId)
    {
        if (!rings.TryGetValue(pluginId, out Queue<string>? ring))
        {
            return [];
        }

        lock (ring)
        {
            return [.. ring];
        }
    }

    /// <summary>The host's log as one plugin gets it: everything goes on to the host, and the last lines stay here.</summary>
    public ILoggerFactory For(string pluginId, ILoggerFactory host) => new PluginLoggerFactory(this, pluginId, host);

    private void Write(string pluginId, LogLevel level, string category, string message, Exception? exception)
    {
        string text = exception is null ? message : $"{message} [{exception.GetType().Name}: {exception.Message}]";
        string line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} {level} {category}: {Redaction.Clean(text)}");
        Queue<string> ring = rings.GetOrAdd(pluginId, static _ => new Queue<string>(Lines));
        lock (ring)
        {
            if (ring.Count == Lines)
            {
                ring.Dequeue();
            }

            ring.Enqueue(line.Length > LongestLine ? line[..LongestLine] : line);
        }
    }

    private sealed class PluginLoggerFactory(PluginLogs logs, string pluginId, ILoggerFactory host) : ILoggerFactory
    {
        // Some results of endpoints ask for their logger with every request.
        private readonly ConcurrentDictionary<string, ILogger> made = new(StringComparer.Ordinal);

        public ILogger CreateLogger(string categoryName) =>
            made.TryGetValue(categoryName, out ILogger? known)
                ? known
                : made.GetOrAdd(categoryName, new PluginLogger(logs, pluginId, categoryName, host.CreateLogger(categoryName)));

        public void AddProvider(ILoggerProvider provider) =>
            throw new NotSupportedException("The log belongs to the host; a plugin can not add a provider to it.");

        public void Dispose()
        {
            // The host's factory is not the plugin's to dispose.
        }
    }

    private sealed class PluginLogger(PluginLogs logs, string pluginId, string category, ILogger host) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => host.BeginScope(state);

        // Warnings are kept here also where the host's own log is set to be quieter.
        public bool IsEnabled(LogLevel logLevel) => host.IsEnabled(logLevel) || logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            host.Log(logLevel, eventId, state, exception, formatter);
            if (logLevel >= LogLevel.Information)
            {
                logs.Write(pluginId, logLevel, category, formatter(state, exception), exception);
            }
        }
    }
}
