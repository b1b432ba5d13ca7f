using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;

namespace AIWendy.Host.Http.Streaming;

/// <summary>Writes <c>text/event-stream</c>. Nothing reaches the client before a flush.</summary>
internal readonly struct EventStreamWriter
{
    private readonly PipeWriter body;

    private EventStreamWriter(PipeWriter body) => this.body = body;

    /// <summary>Sets the headers that keep proxies from buffering and caches from keeping.</summary>
    public static EventStreamWriter Begin(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        return new EventStreamWriter(response.BodyWriter);
    }

    /// <summary>Appends an event whose data is one line, such as compact JSON.</summary>
    public void Append(long? id, string data)
    {
        if (id is { } number)
        {
            Span<byte> line = body.GetSpan(32);
            "id: "u8.CopyTo(line);
            number.TryFormat(line[4..], out int digits, default, CultureInfo.InvariantCulture);
            line[4 + digits] = (byte)'\n';
            body.Advance(5 + digits);
        }

        body.Write("data: "u8);
        Encoding.UTF8.GetBytes(data, body);
        body.Write("\n\n"u8);
    }

    /// <summary>Sends a comment, which clients ignore and proxies take for life.</summary>
    public ValueTask<FlushResult> CommentAsync(string text, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes($": {text}\n\n", body);
        return FlushAsync(cancellationToken);
    }

    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken) => body.FlushAsync(cancellationToken);
}

/// <summary>Waiting with a time limit.</summary>
internal static class ChannelWaiting
{
    /// <summary>True when there is something to read, false when the time is over.</summary>
    public static async ValueTask<bool> WaitOrTimeOutAsync<T>(this ChannelReader<T> reader, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (reader.TryPeek(out _))
        {
            return true;
        }

        using CancellationTokenSource timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            return await reader.WaitToReadAsync(timer.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
