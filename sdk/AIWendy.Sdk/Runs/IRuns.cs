using Microsoft.AspNetCore.Http;

namespace AIWendy.Sdk.Runs;

/// <summary>
/// Long work with a resumable stream of events: a coach's answer, an import, a report. A run goes on when its client
/// leaves; every event is numbered and kept, so that any replica can replay it.
/// </summary>
public interface IRuns
{
    /// <summary>Starts a run for the current tenant and user; returns as soon as it is stored.</summary>
    /// <param name="kind">A kind that some active plugin handles.</param>
    /// <param name="input">What the handler needs, at most 64 KiB of text (usually JSON with ids).</param>
    /// <param name="cancellationToken">Cancels the start, not the run.</param>
    Task<Run> StartAsync(string kind, string input, CancellationToken cancellationToken = default);

    /// <summary>Finds a run of the current tenant and user, or <see langword="null"/>.</summary>
    Task<Run?> FindAsync(Guid runId, CancellationToken cancellationToken = default);

    /// <summary>Asks a run to stop, on whichever replica it runs. Nothing happens when it has ended.</summary>
    Task CancelAsync(Guid runId, CancellationToken cancellationToken = default);

    /// <summary>Reads the stored events after a number, in order.</summary>
    Task<IReadOnlyList<StoredRunEvent>> ReadAsync(Guid runId, long afterSequence = 0, CancellationToken cancellationToken = default);

    /// <summary>
    /// An endpoint result that streams the run's events as <c>text/event-stream</c> with the header <c>X-Run-Id</c>,
    /// from the start or after <c>Last-Event-ID</c>, until the run ends.
    /// </summary>
    IResult Stream(Run run);
}

/// <summary>The code behind a kind of run.</summary>
public interface IRunHandler
{
    /// <summary>
    /// Does the work and emits events. The host adds nothing on success, so the last event is the handler's own
    /// <c>done</c>. An exception becomes an <c>error</c> event. The token fires on cancel and when the host stops.
    /// </summary>
    Task ExecuteAsync(IRunContext run, CancellationToken cancellationToken);

    /// <summary>
    /// Called once, on any replica, when the node that executed the run died or stopped before the run ended. Settles
    /// what the run left open; the host has already appended a <c>done</c> event with finish <c>incomplete</c>.
    /// </summary>
    Task AbandonedAsync(IRunContext run, CancellationToken cancellationToken);
}

/// <summary>A run, seen from inside.</summary>
public interface IRunContext
{
    /// <summary>The run.</summary>
    Run Run { get; }

    /// <summary>What <see cref="IRuns.StartAsync"/> was given.</summary>
    string Input { get; }

    /// <summary>Why the token fired.</summary>
    RunStopReason StopReason { get; }

    /// <summary>
    /// Appends an event. Returns when the event is accepted for writing; clients see it after it is stored, within about 50 ms.
    /// </summary>
    ValueTask EmitAsync(RunEvent published, CancellationToken cancellationToken = default);

    /// <summary>Waits until everything that was emitted is stored.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken = default);
}

/// <summary>Why a running run was told to stop.</summary>
public enum RunStopReason
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>The user cancelled it.</summary>
    Cancelled,

    /// <summary>The host or the plugin stops; save what is there and return.</summary>
    Stopping,
}

/// <summary>A run, seen from outside.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="UserId">On whose behalf it works.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
public sealed record Run(Guid Id, string Kind, Guid UserId, RunState State, DateTimeOffset StartedAt);

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Ended by itself.</summary>
    Completed,

    /// <summary>Stopped by the user.</summary>
    Cancelled,

    /// <summary>Ended by an error.</summary>
    Failed,

    /// <summary>Its node went away.</summary>
    Incomplete,
}

/// <summary>An event of a run.</summary>
/// <param name="Type">Short lower-case word, e.g. <c>delta</c>.</param>
/// <param name="Json">The whole JSON object that clients receive, including its <c>type</c> property.</param>
public sealed record RunEvent(string Type, string Json);

/// <summary>An event as it is kept.</summary>
/// <param name="Sequence">Number within the run, from 1, without gaps.</param>
/// <param name="Type">Short lower-case word.</param>
/// <param name="Json">The JSON object.</param>
public sealed record StoredRunEvent(long Sequence, string Type, string Json);
