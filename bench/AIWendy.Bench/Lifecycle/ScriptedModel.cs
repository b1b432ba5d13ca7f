using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AIWendy.Bench.Lifecycle;

/// <summary>A model server in the shape of chat completions that says numbered words at a steady rate.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    /// <summary>Words of each answer.</summary>
    public const int Words = 200;

    private const int PerSecond = 20;

    private readonly WebApplication app;

    private ScriptedModel(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + "/v1";

    /// <summary>What a whole answer says.</summary>
    public static string Text { get; } = string.Concat(Enumerable.Range(1, Words).Select(Word));

    public static async Task<ScriptedModel> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/chat/completions", (Delegate)AnswerAsync);
        await app.StartAsync();
        return new ScriptedModel(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number} ");

    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (int number = 1; number <= Words; number++)
        {
            await SendAsync(context, $$$"""{"choices":[{"index":0,"delta":{"content":"{{{Word(number)}}}"}}]}""");
            await timer.WaitForNextTickAsync(context.RequestAborted);
        }

        await SendAsync(context, """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        await SendAsync(context, "[DONE]");
    }

    private static async Task SendAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
