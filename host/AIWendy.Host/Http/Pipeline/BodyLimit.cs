using System.IO.Pipelines;
using AIWendy.Host.Http.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace AIWendy.Host.Http.Pipeline;

/// <summary>Holds request bodies to what their endpoint takes.</summary>
internal static class BodyLimit
{
    /// <summary>What an endpoint takes that states nothing, and what the server itself allows.</summary>
    public const long Default = 1024 * 1024;

    // What is read away so that the sender gets to see the answer: one who is cut off while he sends sees a broken
    // connection instead.
    private const long ReadAway = 256 * 1024 * 1024;
    private static readonly TimeSpan ReadAwayLimit = TimeSpan.FromSeconds(30);

    /// <summary>Sets the endpoint's limit; false when the request says itself that it is larger.</summary>
    public static bool TryApply(HttpContext context, long limit)
    {
        bool isWithin = context.Request.ContentLength is not { } length || length <= limit;
        if (isWithin && limit != Default && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        return isWithin;
    }

    /// <summary>Reads away what is too large, as far as that is worth it.</summary>
    public static async Task<Problem> RefuseAsync(HttpContext context)
    {
        bool waits = context.Request.Headers.Expect.Count > 0;
        if (context.Request.ContentLength <= ReadAway && !waits && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = ReadAway;
            await DiscardAsync(context);
        }

        return new Problem(StatusCodes.Status413PayloadTooLarge, "body_too_large");
    }

    private static async Task DiscardAsync(HttpContext context)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(ReadAwayLimit);
        try
        {
            ReadResult result;
            do
            {
                result = await context.Request.BodyReader.ReadAsync(limit.Token);
                context.Request.BodyReader.AdvanceTo(result.Buffer.End);
            }
            while (!result.IsCompleted);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Slower than anybody waits for; the answer goes out and the connection is closed.
        }
    }
}
