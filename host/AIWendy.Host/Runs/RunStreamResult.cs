using System.Globalization;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.Streaming;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>Streams the events of a run until it ends or the client leaves, which does not concern the run.</summary>
/// <param name="run">The run.</param>
/// <param name="source">Where its events are.</param>
/// <param name="slots">Bounds how many streams a person holds.</param>
/// <param name="after">Number of the last event that the client has; null takes <c>Last-Event-ID</c>.</param>
/// <param name="stopping">Fires when the host stops.</param>
internal sealed class RunStreamResult(Run run, RunSource source, StreamSlots slots, long? after, CancellationToken stopping) : IResult, IStatusCodeHttpResult
{
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using IDisposable slot = slots.Take(httpContext);
        httpContext.Response.Headers["X-Run-Id"] = run.Id.ToString("D");
        EventStreamWriter writer = EventStreamWriter.Begin(httpContext.Response);
        RunSignal signal = new();
        using IDisposable subscription = source.Subscribe(signal);
        int pingDue = 0;
        await using Timer ping = new(_ =>
        {
            Volatile.Write(ref pingDue, 1);
            signal.Wake();
        }, null, PingInterval, PingInterval);

        // A run of this node ends by itself when the node stops, and its reader shall see how.
        using CancellationTokenSource end = source.IsLocal
            ? CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted)
            : CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        long last = after ?? LastEventId(httpContext.Request);
        try
        {
            await writer.FlushAsync(end.Token);
            List<StoredRunEvent> events = [];
            while (true)
            {
                bool ended = await source.ReadAsync(last, events, end.Token);
                foreach (StoredRunEvent stored in events)
                {
                    writer.Append(stored.Sequence, stored.Json);
                    last = stored.Sequence;
                }

                if (events.Count > 0)
                {
                    await writer.FlushAsync(end.Token);
                }

                if (ended)
                {
                    return;
                }

                if (events.Count == 0)
                {
                    await signal.WaitAsync(end.Token);
                    if (Interlocked.Exchange(ref pingDue, 0) == 1)
                    {
                        await writer.CommentAsync("ping", end.Token);
                    }
                }

                events.Clear();
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left, or it follows a run of another node and this one stops: it resumes elsewhere.
        }
    }

    private static long LastEventId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;
}
