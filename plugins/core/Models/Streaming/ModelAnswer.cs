using System.IO.Compression;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>A successful answer whose body is still arriving. Disposing it closes the connection at once.</summary>
internal sealed class ModelAnswer(HttpClient client, HttpResponseMessage response, AnswerStream stream) : IDisposable
{
    /// <summary>HTTP status.</summary>
    public int Status => (int)response.StatusCode;

    /// <summary>Whether the body broke off in the middle of a line.</summary>
    public bool EndedInLine => stream.EndedInLine;

    /// <summary>
    /// Whether the body is one document rather than a stream of events: an answer in one piece, an error, a web page.
    /// The first byte decides where the server does not say <c>text/event-stream</c>.
    /// </summary>
    public async ValueTask<bool> IsWholeAsync() =>
        !string.Equals(response.Content.Headers.ContentType?.MediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase)
        && await stream.PeekAsync().ConfigureAwait(false) is (byte)'{' or (byte)'[' or (byte)'<';

    /// <summary>The events of a <c>text/event-stream</c>.</summary>
    public async IAsyncEnumerable<AnswerChunk> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SseParser<string> parser = SseParser.Create(stream, static (_, data) => Encoding.UTF8.GetString(data));
        await foreach (SseItem<string> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new AnswerChunk(item.EventType, item.Data);
        }
    }

    /// <summary>The lines of an NDJSON body.</summary>
    public async IAsyncEnumerable<AnswerChunk> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return new AnswerChunk(string.Empty, line);
        }
    }

    /// <summary>The whole body as one chunk, for servers that do not stream.</summary>
    public async IAsyncEnumerable<AnswerChunk> ReadWholeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        yield return new AnswerChunk(string.Empty, await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
    }

    public void Dispose()
    {
        stream.Dispose();
        response.Dispose();
        client.Dispose();
    }

    /// <summary>Opens the body, unpacking what the handler left packed.</summary>
    public static async Task<Stream> OpenBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return response.Content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "deflate" => new ZLibStream(body, CompressionMode.Decompress),
            _ => body,
        };
    }
}

/// <summary>One event or line of an answer.</summary>
/// <param name="EventType">Name of the event; empty for lines.</param>
/// <param name="Data">What it carries, usually JSON.</param>
internal readonly record struct AnswerChunk(string EventType, string Data);
