using AIWendy.Host.Calls;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.Problems;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>The runs of the current tenant and user.</summary>
internal sealed class RunService(
    RunStore store,
    RunExecutor executor,
    RunFollowers followers,
    NodeLink node,
    IPluginRuntime plugins,
    StreamSlots slots,
    TimeProvider time,
    IHostApplicationLifetime lifetime) : IRuns
{
    private const int MaximumInput = 64 * 1024;
    private const int Page = 1000;

    public async Task<Run> StartAsync(string kind, string input, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length > MaximumInput)
        {
            throw new ArgumentException("The input of a run holds at most 64 KiB of text.", nameof(input));
        }

        CallState call = Caller();
        if (executor.IsStopping)
        {
            throw Unavailable("stopping", call);
        }

        if (!executor.HasRoom)
        {
            throw Unavailable("too_many_requests", call);
        }

        RunHandlerLease lease = plugins.AcquireRunHandler(kind) ?? throw Unavailable("run_kind_unavailable", call);
        try
        {
            await node.Joined.WaitAsync(cancellationToken);
            Run run = new(Guid.CreateVersion7(), kind, call.UserId, RunState.Running, time.GetUtcNow());
            RunRecord record = new(run, call, input);
            await store.InsertAsync(record, node.Id, cancellationToken);
            executor.Start(record, lease);
            return run;
        }
        catch
        {
            await lease.DisposeAsync();
            throw;
        }
    }

    public async Task<Run?> FindAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        CallState call = Caller();
        RunRecord? record = await store.FindAsync(call.TenantId, runId, cancellationToken);
        return record is not null && record.Run.UserId == call.UserId ? record.Run : null;
    }

    public async Task CancelAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        Run run = await FindAsync(runId, cancellationToken) ?? throw ProblemException.NotFound("The run");
        if (run.State != RunState.Running)
        {
            return;
        }

        executor.Find(runId)?.Stop(RunStopReason.Cancelled);
        await store.RequestCancelAsync(Caller().TenantId, runId, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredRunEvent>> ReadAsync(Guid runId, long afterSequence = 0, CancellationToken cancellationToken = default)
    {
        List<StoredRunEvent> events = [];
        if (await FindAsync(runId, cancellationToken) is null)
        {
            return events;
        }

        Guid tenantId = Caller().TenantId;
        int before;
        do
        {
            before = events.Count;
            await store.ReadAsync(tenantId, runId, before > 0 ? events[^1].Sequence : afterSequence, Page, events, cancellationToken);
        }
        while (events.Count - before == Page);
        return events;
    }

    public IResult Stream(Run run) => Stream(run, after: null);

    /// <summary>Streams after a number; null takes the client's <c>Last-Event-ID</c>.</summary>
    public IResult Stream(Run run, long? after)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunStreamResult(run, new RunSource(store, followers, executor, Caller().TenantId, run.Id), slots, after, lifetime.ApplicationStopping);
    }

    private static CallState Caller() =>
        CallContext.Current ?? throw new InvalidOperationException("A run needs a tenant and a person: this code runs outside a request, a run and a job.");

    private static ProblemException Unavailable(string code, CallState call) =>
        new(StatusCodes.Status503ServiceUnavailable, code, ProblemTexts.Detail(code, call.Language)!) { RetryAfter = TimeSpan.FromSeconds(2) };
}
