using System.Collections.Concurrent;
using AIWendy.Host.Logging;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Names the owner of everything that goes wrong inside a plugin, keeps what an administrator needs to know of it, and
/// says when a plugin's own work has failed so often that it has to be taken out.
/// </summary>
internal sealed partial class PluginFaults(PluginLogs logs, FaultLimits limits, ILogger<PluginFaults> logger, TimeProvider time)
{
    private const int LongestStack = 16 * 1024;

    // A fault that repeats faster than this is counted only: to write a stack down costs more than most requests do.
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Record> records = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PluginFault> leaks = new(StringComparer.Ordinal);
    private int lostCalls;

    /// <summary>Raised when a plugin has to be taken out, with its id and the reason.</summary>
    public event Action<string, string>? Opened;

    /// <summary>Calls of all plugins that never came back; each may hold a thread until the process ends.</summary>
    public int LostCalls => lostCalls;

    /// <summary>What is the matter with a plugin now, or null when all is well.</summary>
    public PluginFault? Of(string pluginId)
    {
        PluginFault? fault = records.TryGetValue(pluginId, out Record? record) ? record.Read() : null;
        return (fault ?? leaks.GetValueOrDefault(pluginId)) is { } known ? known with { Log = logs.Of(pluginId) } : null;
    }

    /// <summary>How many calls of one plugin never came back.</summary>
    public int LostCallsOf(string pluginId) => records.TryGetValue(pluginId, out Record? record) ? record.Lost : 0;

    /// <summary>Writes a fault down for the plugin whose code it comes from.</summary>
    /// <param name="called">The plugin that was being called; the fault is its own where the stack names no other.</param>
    /// <param name="where">What was asked of it.</param>
    /// <param name="exception">What came out. Nothing keeps it.</param>
    /// <param name="broken">What follows from it for the part that was called.</param>
    public void Report(string called, string where, Exception exception, CallBreak broken = default)
    {
        if (!broken.IsOpen && records.TryGetValue(called, out Record? known) && known.Repeats(where, exception.GetType().Name, time.GetUtcNow(), Repetition))
        {
            return;
        }

        string owner = FaultAttribution.OwnerOf(exception) ?? called;
        if (owner != called)
        {
            where = $"{where} (called by {called})";
        }

        LogFault(logger, exception, owner, where);
        Note(owner, where, exception, FaultCause.Call, broken);
    }

    /// <summary>Writes an exception down that the host met outside of any call. False when no plugin's code is involved.</summary>
    public bool TryReport(string where, Exception exception, FaultCause cause)
    {
        if (FaultAttribution.OwnerOf(exception) is not { } owner)
        {
            return false;
        }

        LogFault(logger, exception, owner, where);
        Note(owner, where, exception, cause, CallBreak.None);
        return true;
    }

    /// <summary>A part that was left out is well again.</summary>
    public void Recovered(string pluginId, string where) => RecordOf(pluginId).Recover(where);

    /// <summary>Counts a call that never came back, where it costs the plugin nothing beyond what the caller decides.</summary>
    public void CountLost(string pluginId)
    {
        Interlocked.Increment(ref lostCalls);
        RecordOf(pluginId).CountLost();
    }

    /// <summary>Says that a version which was taken down stays in memory; it is shown as long as nothing worse is the matter.</summary>
    public void ReportLeak(string pluginId, string message) =>
        leaks[pluginId] = new PluginFault(PluginFaultKind.Faulted, "unloading", message, null, [], 1, time.GetUtcNow(), null);

    /// <summary>It has left memory after all.</summary>
    public void ClearLeak(string pluginId) => leaks.TryRemove(pluginId, out _);

    /// <summary>The plugin is not tried again by itself; what happened to it stays known.</summary>
    public void Rest(string pluginId) => RecordOf(pluginId).Rest();

    /// <summary>Says where a plugin stands that does not serve; what is known of its stack stays.</summary>
    public void Set(string pluginId, PluginFaultKind kind, string message, DateTimeOffset? retryAt) =>
        RecordOf(pluginId).Set(kind, message, time.GetUtcNow(), retryAt);

    /// <summary>The plugin is being started: what happens from now on belongs to this try.</summary>
    public void Begin(string pluginId) => RecordOf(pluginId).Begin(time.GetUtcNow());

    /// <summary>The plugin serves: what stood in its way before this try is over.</summary>
    public void Settle(string pluginId) => RecordOf(pluginId).Settle();

    /// <summary>Forgets all faults of a plugin, because it begins anew.</summary>
    public void Clear(string pluginId) => RecordOf(pluginId).Clear();

    private Record RecordOf(string pluginId) => records.GetOrAdd(pluginId, static _ => new Record());

    private void Note(string owner, string where, Exception exception, FaultCause cause, CallBreak broken)
    {
        string stack = Redaction.Clean(exception.ToString());
        stack = stack.Length > LongestStack ? stack[..LongestStack] : stack;
        PluginFault fault = new(PluginFaultKind.Faulted, where, Redaction.Clean(Sentence(exception)) + broken.Sentence, stack, [], 1, time.GetUtcNow(), broken.RetryAt);
        if (RecordOf(owner).Add(fault, exception.GetType().Name, cause, limits))
        {
            Opened?.Invoke(owner, $"Taken out after {limits.Faults} faults within {limits.Window.TotalMinutes:0.#} min, the last one in {where}: {fault.Message}");
        }
    }

    /// <summary>A message as a part of a sentence; those of databases come with line breaks.</summary>
    public static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sentence(Exception exception)
    {
        while (exception is AggregateException or System.Reflection.TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return OneLine(exception.Message);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugin {PluginId} failed in {Where}")]
    private static partial void LogFault(ILogger logger, Exception exception, string pluginId, string where);

    /// <summary>What is known of one plugin.</summary>
    private sealed class Record
    {
        private readonly Lock gate = new();
        private readonly Queue<DateTimeOffset> own = [];
        private PluginFault? last;
        private string? lastType;
        private DateTimeOffset since;

        public int Lost { get; private set; }

        public PluginFault? Read()
        {
            lock (gate)
            {
                return last;
            }
        }

        public bool Repeats(string where, string type, DateTimeOffset now, TimeSpan span)
        {
            lock (gate)
            {
                if (last is null || last.Where != where || lastType != type || now - last.At > span || last.RetryAt is not null)
                {
                    return false;
                }

                last = last with { Count = last.Count + 1 };
                return true;
            }
        }

        /// <summary>True when the plugin has to be taken out.</summary>
        public bool Add(PluginFault fault, string type, FaultCause cause, FaultLimits limits)
        {
            lock (gate)
            {
                last = fault with { Count = (last?.Count ?? 0) + 1 };
                lastType = type;
                return cause == FaultCause.Own && Opens(fault.At, limits);
            }
        }

        public void Set(PluginFaultKind kind, string message, DateTimeOffset now, DateTimeOffset? retryAt)
        {
            lock (gate)
            {
                last = last is { Kind: var before } && before == kind
                    ? last with { Message = message, RetryAt = retryAt }
                    : new PluginFault(kind, kind == PluginFaultKind.Waiting ? "resolving its dependencies" : "starting", message, last?.Stack, [], 1, now, retryAt);
            }
        }

        public void Begin(DateTimeOffset now)
        {
            lock (gate)
            {
                since = now;
            }
        }

        public void Settle()
        {
            lock (gate)
            {
                last = last?.At > since ? last : null;
            }
        }

        public void Recover(string where)
        {
            lock (gate)
            {
                last = last?.Where == where ? null : last;
            }
        }

        public void Rest()
        {
            lock (gate)
            {
                last = last is { Kind: PluginFaultKind.Faulted } ? last with { RetryAt = null } : null;
            }
        }

        public void CountLost()
        {
            lock (gate)
            {
                Lost++;
            }
        }

        public void Clear()
        {
            lock (gate)
            {
                last = null;
                lastType = null;
                own.Clear();
            }
        }

        private bool Opens(DateTimeOffset now, FaultLimits limits)
        {
            own.Enqueue(now);
            while (own.Count > 0 && now - own.Peek() > limits.Window)
            {
                own.Dequeue();
            }

            if (own.Count < limits.Faults)
            {
                return false;
            }

            own.Clear();
            return true;
        }
    }
}
