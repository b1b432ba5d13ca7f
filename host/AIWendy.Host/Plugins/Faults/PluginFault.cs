namespace AIWendy.Host.Plugins.Faults;

/// <summary>What is the matter with a plugin. Text only: an exception would keep its plugin in memory.</summary>
/// <param name="Kind">What can be done about it.</param>
/// <param name="Where">What the host asked of the plugin at that moment.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Stack">The exception with its stack, or null where there was none.</param>
/// <param name="Log">The last lines that the plugin wrote to the log, oldest first.</param>
/// <param name="Count">How often it happened since the plugin was last well.</param>
/// <param name="At">When it happened last.</param>
/// <param name="RetryAt">When the host tries the plugin, or the part that is left out, again by itself; null where it does not.</param>
internal sealed record PluginFault(
    PluginFaultKind Kind,
    string Where,
    string Message,
    string? Stack,
    IReadOnlyList<string> Log,
    int Count,
    DateTimeOffset At,
    DateTimeOffset? RetryAt);

/// <summary>Kinds of trouble, by what helps.</summary>
internal enum PluginFaultKind
{
    /// <summary>It does not fit this host: only another version, or another host, helps.</summary>
    Incompatible,

    /// <summary>It threw, hung or is not well: the host tries again after a while.</summary>
    Faulted,

    /// <summary>A plugin that it depends on is not there: it starts by itself when that one comes.</summary>
    Waiting,
}

/// <summary>Who brought a fault about, which decides what it may cost.</summary>
internal enum FaultCause
{
    /// <summary>A call that a user can bring about. It is written down and never takes the plugin out.</summary>
    Call,

    /// <summary>A thread of the plugin's own, which is dead now. Several of them take the plugin out, to be started anew.</summary>
    Own,
}
