using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AIWendy.Samples.Tests.Hosting;

/// <summary>The other end of a webhook.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<JsonNode> calls = Channel.CreateUnbounded<JsonNode>();
    private readonly WebApplication app;
    private int count;

    private Receiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + "/hook";

    public int Count => count;

    public static async Task<Receiver> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        Receiver receiver = new(app);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async Task<JsonNode> NextAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        return await calls.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        JsonNode? body = await JsonNode.ParseAsync(context.Request.Body);
        Interlocked.Increment(ref count);
        await calls.Writer.WriteAsync(body!);
    }
}
