using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>Something for the writer, in the order in which a run asked for it.</summary>
internal readonly record struct RunWrite(RunExecution Execution)
{
    /// <summary>An event to store, or null.</summary>
    public RunEvent? Event { get; init; }

    /// <summary>The state with which the run ends, or null.</summary>
    public RunState? End { get; init; }

    /// <summary>Completed when everything before it is stored, or null.</summary>
    public TaskCompletionSource? Stored { get; init; }
}
