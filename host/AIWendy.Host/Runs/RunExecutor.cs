using System.Collections.Concurrent;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Problems;
using AIWendy.Host.Plugins;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>Executes runs on this node, apart from the requests that started them.</summary>
internal sealed partial class RunExecutor(RunEventWriter writer, TimeProvider time, ILogger<RunExecutor> logger)
{
    private const int MaximumRuns = 5000;

    // How long a handler may take to return once it was told to stop.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, RunExecution> executions = new();

    public bool IsStopping { get; private set; }

    /// <summary>Whether another run may start here.</summary>
    public bool HasRoom => executions.Count < MaximumRuns;

    public RunExecution? Find(Guid runId) => executions.GetValueOrDefault(runId);

    /// <summary>Starts the handler and returns at once.</summary>
    public RunExecution Start(RunRecord record, RunHandlerLease lease)
    {
        RunExecution execution = new(record, writer);
        executions[record.Run.Id] = execution;
        string requestId = CallFlow.Current?.RequestId ?? record.Run.Id.ToString("N");
        using (ExecutionContext.SuppressFlow())
        {
            execution.Completion = Task.Run(() => ExecuteAsync(execution, lease, requestId));
        }

        if (IsStopping)
        {
            execution.Stop(RunStopReason.Stopping);
        }

        return execution;
    }

    /// <summary>Tells every run to save itself, waits, and ends those that do not return.</summary>
    public async Task StopAsync()
    {
        IsStopping = true;
        foreach (RunExecution execution in executions.Values)
        {
            execution.Stop(RunStopReason.Stopping);
        }

        await Task.WhenAll(executions.Values.Select(execution => execution.Completion));
    }

    private async Task ExecuteAsync(RunExecution execution, RunHandlerLease lease, string requestId)
    {
        RunRecord record = execution.Record;
        CallFlow.Current = new CallFlow { RequestId = requestId, PluginId = lease.PluginId };
        using IDisposable call = CallContext.Enter(record.Call);
        await using CancellationTokenRegistration leaving = lease.Stopping.UnsafeRegister(
            static state => ((RunExecution)state!).Stop(RunStopReason.Stopping), execution);
        Task handler = Task.Run(() => lease.Handler.ExecuteAsync(execution, execution.Stopped));
        try
        {
            Outcome outcome = await WaitAsync(execution, handler);
            await EndAsync(execution, outcome);
            if (outcome.IsAbandoned && !execution.IsLost)
            {
                await SettleAsync(execution, lease);
            }
        }
        catch (Exception exception)
        {
            LogNotEnded(logger, exception, record.Run.Id, record.Run.Kind);
        }
        finally
        {
            executions.TryRemove(record.Run.Id, out _);
            _ = ReleaseAsync(execution, handler, lease);
        }
    }

    /// <summary>Waits for the handler, but not for ever once it was told to stop.</summary>
    private async Task<Outcome> WaitAsync(RunExecution execution, Task handler)
    {
        Task told = Task.Delay(Timeout.InfiniteTimeSpan, time, execution.Stopped);
        if (await Task.WhenAny(handler, told) == told)
        {
            await Task.WhenAny(handler, Task.Delay(Grace, time));
        }

        if (!handler.IsCompleted)
        {
            execution.Close();
            LogHanging(logger, execution.Run.Id, execution.Run.Kind);
            execution.IsSettledLater = execution.StopReason == RunStopReason.Stopping;
            return OutcomeOfStop(execution);
        }

        if (handler.IsCompletedSuccessfully)
        {
            return execution.StopReason == RunStopReason.None || IsSaid(execution)
                ? new Outcome(StateSaid(execution), null)
                : OutcomeOfStop(execution);
        }

        Exception? error = handler.Exception?.InnerException;
        if (execution.StopReason != RunStopReason.None && (error is null || error is OperationCanceledException))
        {
            return OutcomeOfStop(execution) with { IsAbandoned = execution.StopReason == RunStopReason.Stopping };
        }

        Problem problem = ProblemTranslation.Of(error ?? new OperationCanceledException());
        if (problem.IsFault)
        {
            LogFailed(logger, error, execution.Run.Id, execution.Run.Kind);
        }

        bool retryable = error is ModelException { IsRetryable: true } || problem is { IsFault: true } or { RetryAfter: not null };
        string message = problem.Detail ?? ProblemTexts.Detail(problem.Code, execution.Record.Call.Language) ?? problem.Code;
        return new Outcome(RunState.Failed, ChatEvents.Error(problem.Code, message, problem.RetryAfter?.TotalSeconds, retryable));
    }

    private static Outcome OutcomeOfStop(RunExecution execution)
    {
        bool cancelled = execution.StopReason == RunStopReason.Cancelled;
        RunEvent? last = IsSaid(execution) ? null : ChatEvents.Done(cancelled ? "cancelled" : "incomplete");
        return new Outcome(cancelled ? RunState.Cancelled : RunState.Incomplete, last);
    }

    /// <summary>Whether the handler has told the end itself.</summary>
    private static bool IsSaid(RunExecution execution) => execution.LastEvent?.Type is "done" or "error";

    private static RunState StateSaid(RunExecution execution) => execution.LastEvent switch
    {
        { Type: "error" } => RunState.Failed,
        { Type: "done" } said when said.Json.Contains("\"cancelled\"", StringComparison.Ordinal) => RunState.Cancelled,
        { Type: "done" } said when said.Json.Contains("\"incomplete\"", StringComparison.Ordinal) => RunState.Incomplete,
        _ => RunState.Completed,
    };

    private static async Task EndAsync(RunExecution execution, Outcome outcome)
    {
        if (!execution.IsLost)
        {
            await execution.EndAsync(outcome.State, outcome.Last);
        }
    }

    /// <summary>The handler was stopped before it could save; the same plugin settles what is open.</summary>
    private async Task SettleAsync(RunExecution execution, RunHandlerLease lease)
    {
        using CancellationTokenSource limit = new(SettleLimit, time);
        try
        {
            await lease.Handler.AbandonedAsync(execution, limit.Token);
        }
        catch (Exception exception)
        {
            LogNotSettled(logger, exception, execution.Run.Id, execution.Run.Kind);
        }
    }

    /// <summary>The plugin stays loaded as long as its code runs, also when the run was ended without it.</summary>
    private static async Task ReleaseAsync(RunExecution execution, Task handler, RunHandlerLease lease)
    {
        await handler.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await lease.DisposeAsync();
        execution.Dispose();
    }

    private sealed record Outcome(RunState State, RunEvent? Last)
    {
        /// <summary>Whether the handler had no chance to settle what it left open.</summary>
        public bool IsAbandoned { get; init; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} of kind {Kind} failed")]
    private static partial void LogFailed(ILogger logger, Exception? exception, Guid runId, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} of kind {Kind} could not be ended")]
    private static partial void LogNotEnded(ILogger logger, Exception exception, Guid runId, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} of kind {Kind} was told to stop and did not return")]
    private static partial void LogHanging(ILogger logger, Guid runId, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} of kind {Kind} could not be settled")]
    private static partial void LogNotSettled(ILogger logger, Exception exception, Guid runId, string kind);
}
