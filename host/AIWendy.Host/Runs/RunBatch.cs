using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>What one tenant's runs wrote since the last commit.</summary>
internal sealed class RunBatch(Guid tenantId)
{
    private readonly Dictionary<Guid, RunPart> parts = [];

    public Guid TenantId => tenantId;

    public IReadOnlyCollection<RunPart> Parts => parts.Values;

    public RunPart PartOf(RunExecution execution)
    {
        if (!parts.TryGetValue(execution.Record.Run.Id, out RunPart? part))
        {
            part = new RunPart(execution);
            parts.Add(execution.Record.Run.Id, part);
        }

        return part;
    }
}

/// <summary>One run's share of a batch.</summary>
internal sealed class RunPart(RunExecution execution)
{
    public RunExecution Execution => execution;

    public Guid RunId => execution.Record.Run.Id;

    public List<StoredRunEvent> Events { get; } = [];

    public RunState? End { get; set; }

    public List<TaskCompletionSource> Waiters { get; } = [];

    /// <summary>Whether the database has taken the part.</summary>
    public bool IsStored { get; set; }
}
