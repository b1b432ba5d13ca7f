using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Analytics.Tests.Support;

/// <summary>A provider on this machine: takes what PostHog and Mixpanel take, and fails as it is told.</summary>
internal sealed class CaptureEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<JsonNode> taken = [];
    private readonly ConcurrentQueue<string> bodies = [];
    private int requests;

    private CaptureEndpoint(WebApplication app) => this.app = app;

    /// <summary>Answers the next requests, in place of taking them; null takes what comes.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>Takes what comes and then breaks the connection, so that the sender does not learn of it.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Takes what comes and does not answer for as long as the sender waits.</summary>
    public bool KeepsAnswers { get; set; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Events as they were taken, also those that came twice.</summary>
    public IReadOnlyList<JsonNode> Taken => [.. taken];

    /// <summary>Everything that was ever sent here: address, headers and body.</summary>
    public string Everything => string.Join('\n', bodies);

    /// <param name="port">Where to listen; 0 for any free port.</param>
    public static async Task<CaptureEndpoint> StartAsync(int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        CaptureEndpoint endpoint = new(builder.Build());
        endpoint.app.Run(endpoint.AnswerAsync);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null, string body = "{}") => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        string body = await ReadAsync(context.Request);
        bodies.Enqueue($"{context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers)} {body}");
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        JsonNode sent = JsonNode.Parse(body)!;
        foreach (JsonNode? one in (context.Request.Path.Value == "/batch/" ? sent["batch"]! : sent).AsArray())
        {
            taken.Enqueue(one!.DeepClone());
        }

        if (KeepsAnswers)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        if (LosesAnswers)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsync("""{"status":"Ok"}""");
    }

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        request.Headers.ContentEncoding.ToString().Should().Be("gzip");
        await using GZipStream gzip = new(request.Body, CompressionMode.Decompress);
        using StreamReader reader = new(gzip, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
