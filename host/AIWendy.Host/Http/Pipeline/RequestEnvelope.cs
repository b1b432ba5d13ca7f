using System.Diagnostics;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace AIWendy.Host.Http.Pipeline;

/// <summary>
/// Outermost layer: gives the request its id, turns whatever goes wrong into problem details, and writes one log line: at
/// information when it changed something, failed or was slow, at debug otherwise.
/// </summary>
internal sealed partial class RequestEnvelope(RequestDelegate next, ProblemWriter problems, ILogger<RequestEnvelope> logger)
{
    private const string Header = "X-Request-ID";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        long started = Stopwatch.GetTimestamp();
        string id = ReadId(context.Request) ?? RequestIds.At(started);
        CallFlow flow = new() { RequestId = id };
        CallFlow.Current = flow;
        bool failed = false;
        Tell(context, id);
        context.Response.Headers[Header] = id;
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await problems.WriteStatusAsync(context, context.Response.StatusCode);
            }
        }
        catch (Exception exception) when (IsClientGone(context, exception))
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception exception)
        {
            failed = await AnswerAsync(context, exception);
        }

        // The server uses the context again for the next request, and work that goes on must not see that one.
        flow.Http = null;
        long ticks = Stopwatch.GetTimestamp() - started;
        TimeSpan elapsed = Stopwatch.GetElapsedTime(0, ticks);
        if (flow.Plugin is { } plugin)
        {
            plugin.CountRequest(elapsed > Slow && IsStream(context.Response) ? null : ticks, failed || context.Response.StatusCode >= 500);
        }

        LogLevel level = IsNoteworthy(context, elapsed) ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
        {
            // Request id, tenant, user and plugin stand on every line of the request, so also on this one.
            LogRequest(logger, level, context.Request.Method, context.Request.Path.Value ?? "/", context.Response.StatusCode, elapsed.TotalMilliseconds);
        }
    }

    // The server's collection is the feature itself; looking it up by its type costs several times as much.
    private static void Tell(HttpContext context, string id)
    {
        if (context.Features is IHttpRequestIdentifierFeature feature)
        {
            feature.TraceIdentifier = id;
        }
        else
        {
            context.TraceIdentifier = id;
        }
    }

    // A line for every quick read that went well costs several times what the read itself does, and tells nobody anything.
    private static bool IsNoteworthy(HttpContext context, TimeSpan elapsed) =>
        context.Response.StatusCode >= 400
        || elapsed > Slow
        || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private static bool IsStream(HttpResponse response) =>
        response.ContentType?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>Whether it was a fault.</returns>
    private async Task<bool> AnswerAsync(HttpContext context, Exception exception)
    {
        Problem problem = ProblemTranslation.Of(exception);
        if (problem.IsFault)
        {
            LogFault(logger, exception, context.Request.Method, context.Request.Path.Value ?? "/");
        }

        if (context.Response.HasStarted)
        {
            // Half an answer is out: only a broken connection tells the client that the rest is missing.
            context.Abort();
            return problem.IsFault;
        }

        await problems.WriteAsync(context, problem);
        return problem.IsFault;
    }

    private static bool IsClientGone(HttpContext context, Exception exception) =>
        context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException
        && exception is not BadHttpRequestException;

    /// <summary>An id of the caller is kept when it is short and plain, so that nobody writes into our log.</summary>
    private static string? ReadId(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues values))
        {
            return null;
        }

        string? id = values.Count == 1 ? values[0] : null;
        if (id is not { Length: >= 8 and <= 64 })
        {
            return null;
        }

        foreach (char character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return null;
            }
        }

        return id;
    }

    [LoggerMessage(Message = "{Method} {Path} {Status} in {ElapsedMs:0.0} ms")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string path, int status, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string method, string path);
}
