using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>A run that executes on this node, seen by its handler.</summary>
internal sealed class RunExecution : IRunContext, IDisposable
{
    private const int MaximumEvent = 1024 * 1024;

    private readonly CancellationTokenSource stop = new();
    private readonly RunEventWriter writer;
    private int stopReason;
    private volatile bool closed;

    public RunExecution(RunRecord record, RunEventWriter writer)
    {
        Record = record;
        this.writer = writer;
    }

    public RunRecord Record { get; }

    public RunFeed Feed { get; } = new();

    public Run Run => Record.Run;

    public string Input => Record.Input;

    public RunStopReason StopReason => (RunStopReason)Volatile.Read(ref stopReason);

    /// <summary>Fires when the run shall stop.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>Whether this node may no longer write the run.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the sweep shall have the plugin settle the run, because its handler did not return in time.</summary>
    public bool IsSettledLater { get; set; }

    /// <summary>The last event that the handler emitted, or null.</summary>
    public RunEvent? LastEvent { get; private set; }

    /// <summary>Completes when the run has ended on this node and everything of it is stored.</summary>
    public Task Completion { get; set; } = Task.CompletedTask;

    public async ValueTask EmitAsync(RunEvent published, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (closed)
        {
            throw new InvalidOperationException("The run has ended, so it takes no more events.");
        }

        RunEvent clean = published with { Json = RunText.OneLine(published.Json) };
        if (clean.Json.Length > MaximumEvent)
        {
            throw new ArgumentException("An event holds at most 1 MiB of text.", nameof(published));
        }

        await writer.WriteAsync(new RunWrite(this) { Event = clean }, cancellationToken);
        LastEvent = clean;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await writer.WriteAsync(new RunWrite(this) { Stored = stored }, cancellationToken);
        await stored.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Stores the end; nothing follows it.</summary>
    public async Task EndAsync(RunState state, RunEvent? last)
    {
        closed = true;
        if (last is not null)
        {
            await writer.WriteAsync(new RunWrite(this) { Event = last }, CancellationToken.None);
        }

        TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await writer.WriteAsync(new RunWrite(this) { End = state, Stored = stored }, CancellationToken.None);
        await stored.Task;
    }

    /// <summary>Asks the handler to stop. The first reason stays.</summary>
    public void Stop(RunStopReason reason)
    {
        if (Interlocked.CompareExchange(ref stopReason, (int)reason, (int)RunStopReason.None) == (int)RunStopReason.None)
        {
            // On another thread: what the handler does in its callbacks is not ours to wait for.
            _ = stop.CancelAsync();
        }
    }

    /// <summary>The run belongs to another node now, or can no longer be stored.</summary>
    public void Lose()
    {
        IsLost = true;
        closed = true;
        Stop(RunStopReason.Stopping);
        Feed.Publish([], isEnd: true);
    }

    /// <summary>Takes away the right to emit, for a handler that does not return.</summary>
    public void Close() => closed = true;

    public void Dispose() => stop.Dispose();
}
