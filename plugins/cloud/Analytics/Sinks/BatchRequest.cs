using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Analytics.Sinks;

/// <summary>Posts compressed JSON through the guarded client, and tells what may be tried again from what may not.</summary>
internal sealed class BatchRequest(IOutboundHttp outbound, TimeProvider time)
{
    private const int LongestAnswer = 64 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Sends a body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="json">Not yet compressed.</param>
    /// <param name="authorization">Header, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer, or why there is none that counts.</returns>
    public async Task<Reply> PostAsync(Uri address, ReadOnlyMemory<byte> json, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(Limit, time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using HttpClient client = outbound.CreateClient();
            using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = Compress(json.Span) };
            request.Headers.Authorization = authorization;
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            string text = await ReadAsync(response, linked.Token);
            return new Reply(response.StatusCode, text, WaitOf(response.Headers.RetryAfter), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Reply.Failed($"No answer within {Limit.TotalSeconds:0} s.");
        }
        catch (HttpRequestException exception)
        {
            return Reply.Failed($"The connection failed: {exception.HttpRequestError}.");
        }
        catch (IOException)
        {
            return Reply.Failed("The connection broke.");
        }
        catch (ProblemException problem)
        {
            return Reply.Failed(problem.Message);
        }
    }

    private static ByteArrayContent Compress(ReadOnlySpan<byte> json)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(json);
        }

        ByteArrayContent content = new(compressed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[LongestAnswer];
        int read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }
}

/// <summary>What came back.</summary>
/// <param name="Status">Status of the answer; meaningless when <paramref name="Failure"/> is set.</param>
/// <param name="Text">The first 64 KiB of the answer.</param>
/// <param name="RetryAfter">How long the other side asks to wait.</param>
/// <param name="Failure">Why there is no answer, or null.</param>
internal sealed record Reply(HttpStatusCode Status, string Text, TimeSpan? RetryAfter, string? Failure)
{
    public static Reply Failed(string why) => new(default, string.Empty, null, why);

    public bool IsSuccess => Failure is null && (int)Status is >= 200 and < 300;

    /// <summary>
    /// What an answer other than success means. Wrong content is refused for good; everything else, a wrong key included,
    /// may be mended, and then nothing should be lost.
    /// </summary>
    public SinkResult ToResult() => this switch
    {
        { Failure: { } failure } => new SinkResult.Later(failure, null),
        { IsSuccess: true } => SinkResult.All,
        { Status: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity } =>
            new SinkResult.Refused($"HTTP {(int)Status}"),
        { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } =>
            new SinkResult.Later($"HTTP {(int)Status}: the provider does not accept the key.", RetryAfter),
        _ => new SinkResult.Later($"HTTP {(int)Status}", RetryAfter),
    };
}
