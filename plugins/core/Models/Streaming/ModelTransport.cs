using AIWendy.Sdk;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>
/// Sends calls to model servers. Repeats a call only before anything of the answer arrived: twice for a server that is
/// not there, once for a short wait that the server asks for. Refusals are never repeated.
/// </summary>
internal sealed partial class ModelTransport(IOutboundHttp outbound, TimeProvider time, ILogger<ModelTransport> logger)
{
    private const int Repeats = 2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>What servers may send; tests make it smaller.</summary>
    public ModelLimits Limits { get; init; } = new();

    /// <summary>First pause before a repeat; the second is three times as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Sends a call and returns as soon as the server accepts it.</summary>
    /// <exception cref="ModelException">What the server did wrong.</exception>
    public async Task<ModelAnswer> SendAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        int repeats = 0;
        while (true)
        {
            Attempt attempt = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            if (attempt.Answer is { } answer)
            {
                return answer;
            }

            if (attempt.Instead is { } adapted)
            {
                request = adapted;
                continue;
            }

            ModelException failure = attempt.Failure!;
            if (WaitBefore(failure, repeats) is not { } wait)
            {
                throw failure;
            }

            repeats++;
            LogRepeat(logger, request.Address.Authority, failure.Code, repeats);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks a server for a small JSON document, for example its list of models.</summary>
    /// <exception cref="ModelException">What the server did wrong.</exception>
    public async Task<string> GetAsync(Uri address, IReadOnlyList<KeyValuePair<string, string>> headers, string? apiKey, TimeSpan limit, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, address);
        message.Headers.Accept.ParseAdd("application/json");
        foreach ((string name, string value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using CancellationTokenSource silence = new(limit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        using HttpClient client = outbound.CreateClient();
        try
        {
            using HttpResponseMessage response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            string body = await ReadBoundedAsync(response, 4 * 1024 * 1024, either.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return body;
            }

            throw Refusal(response, ProviderError.Parse(body), address, apiKey);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.NoFirstByte(limit);
        }
        catch (HttpRequestException failure)
        {
            throw Unwrap(failure, address);
        }
        catch (IOException failure)
        {
            throw ModelErrors.Cut(failure);
        }
    }

    private async Task<Attempt> TryAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        HttpClient client = outbound.CreateClient();
        CancellationTokenSource silence = new(Limits.FirstByte, time);
        HttpResponseMessage? response = null;
        bool isHandedOver = false;
        try
        {
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
            using HttpRequestMessage message = request.ToMessage();
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                Stream body = await ModelAnswer.OpenBodyAsync(response, either.Token).ConfigureAwait(false);
                isHandedOver = true;
                return new Attempt(new ModelAnswer(client, response, new AnswerStream(body, Limits, silence, cancellationToken)), null, null);
            }

            silence.CancelAfter(LongestWait);
            string text = await ReadBoundedAsync(response, Limits.ErrorBytes, either.Token).ConfigureAwait(false);
            ProviderError error = ProviderError.Parse(text);
            return request.Adapt(request, (int)response.StatusCode, error) is { } adapted
                ? new Attempt(null, null, adapted)
                : new Attempt(null, Refusal(response, error, request.Address, request.ApiKey), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The head of a refusal has arrived but its body hangs: the status is enough.
            return new Attempt(null, response is null ? ModelErrors.NoFirstByte(Limits.FirstByte) : Refusal(response, ProviderError.None, request.Address, request.ApiKey), null);
        }
        catch (HttpRequestException failure)
        {
            return new Attempt(null, Unwrap(failure, request.Address), null);
        }
        finally
        {
            if (!isHandedOver)
            {
                response?.Dispose();
                silence.Dispose();
                client.Dispose();
            }
        }
    }

    private TimeSpan? WaitBefore(ModelException failure, int repeats)
    {
        if (failure.Code == "model_rate_limited")
        {
            return repeats == 0 && failure.RetryAfter <= LongestWait ? failure.RetryAfter : null;
        }

        bool isAbsent = failure is { Code: "model_unavailable", IsRetryable: true, Status: null or 502 or 503 };
        if (!isAbsent || repeats >= Repeats || failure.RetryAfter > LongestWait)
        {
            return null;
        }

        // Jitter keeps many clients of one restarted server from coming back at the same moment.
        TimeSpan pause = Pause * (repeats == 0 ? 1 : 3) * (0.75 + (Random.Shared.NextDouble() / 2));
        return failure.RetryAfter > pause ? failure.RetryAfter : pause;
    }

    private ModelException Refusal(HttpResponseMessage response, ProviderError error, Uri address, string? apiKey)
    {
        int status = (int)response.StatusCode;
        if (error.Message.Length > 0 && logger.IsEnabled(LogLevel.Debug))
        {
            LogRefusal(logger, address.Authority, status, Redaction.Clean(error.Message, apiKey));
        }

        return HttpFailure.From(status, error, RetryAfter.Read(response.Headers, time.GetUtcNow()));
    }

    /// <summary>A refused address is the user's to correct, not the server's fault, so it stays what it is.</summary>
    private static ModelException Unwrap(HttpRequestException failure, Uri address)
    {
        for (Exception? cause = failure.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is ProblemException refused)
            {
                throw refused;
            }
        }

        return ModelErrors.Unreachable(address, failure);
    }

    private static async Task<string> ReadBoundedAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            using Stream body = await ModelAnswer.OpenBodyAsync(response, cancellationToken).ConfigureAwait(false);
            byte[] buffer = new byte[Math.Min(limit, 16 * 1024)];
            using MemoryStream kept = new();
            int read;
            while (kept.Length < limit && (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                kept.Write(buffer, 0, (int)Math.Min(read, limit - kept.Length));
            }

            return System.Text.Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException && !response.IsSuccessStatusCode)
        {
            // The status alone says enough.
            return string.Empty;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Repeating the call to {Server} after {Code}, repeat {Repeat}")]
    private static partial void LogRepeat(ILogger logger, string server, string code, int repeat);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Server} refused with {Status}: {Reason}")]
    private static partial void LogRefusal(ILogger logger, string server, int status, string reason);

    private sealed record Attempt(ModelAnswer? Answer, ModelException? Failure, ModelRequest? Instead);
}
