using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Sdk.Testing;

/// <summary>
/// A chat model that says what a test wants: a server with the interface of OpenAI on this machine. When its script is at
/// its end it says <see cref="Otherwise"/>.
/// </summary>
public sealed class ScriptedModel : IDisposable
{
    private readonly ConcurrentQueue<JsonObject> script = new();
    private readonly ConcurrentQueue<JsonObject> requests = new();
    private readonly HttpListener listener;

    internal ScriptedModel()
    {
        (listener, Address) = Listen();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Name of the model.</summary>
    public static string Name => "scripted";

    /// <summary>What it says when nothing was scripted.</summary>
    public string Otherwise { get; set; } = "A scripted answer.";

    /// <summary>Everything that the host asked so far, as it was sent: <c>messages</c>, <c>tools</c> and so on.</summary>
    public IReadOnlyList<JsonObject> Requests => [.. requests];

    /// <summary>The instructions of the last request: what the coach's prompt became.</summary>
    public string Instructions => requests.LastOrDefault()?["messages"]?.AsArray()
        .Where(message => (string?)message?["role"] is "system" or "developer")
        .Select(message => (string?)message!["content"])
        .FirstOrDefault() ?? string.Empty;

    internal Uri Address { get; }

    /// <summary>Answers the next request with this text.</summary>
    public ScriptedModel Says(string text)
    {
        script.Enqueue(new JsonObject { ["content"] = text });
        return this;
    }

    /// <summary>Answers the next request with the call of a tool; the request after it holds the tool's result.</summary>
    /// <param name="tool">Name of the tool.</param>
    /// <param name="arguments">What the tool is given.</param>
    public ScriptedModel Calls(string tool, JsonObject arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        script.Enqueue(new JsonObject
        {
            ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["id"] = "call_" + Guid.NewGuid().ToString("N"),
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments.ToJsonString() },
            }),
        });
        return this;
    }

    /// <inheritdoc />
    public void Dispose() => listener.Close();

    // A free port may be taken by somebody else in the moment between asking and listening.
    private static (HttpListener Listener, Uri Address) Listen()
    {
        for (int attempt = 0; ; attempt++)
        {
            Uri address = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/"));
            HttpListener listener = new();
            listener.Prefixes.Add(address.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                listener.Close();
            }
        }
    }

    internal static int FreePort()
    {
        using TcpListener port = new(IPAddress.Loopback, 0);
        port.Start();
        return ((IPEndPoint)port.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync().ConfigureAwait(false);
                _ = AnswerAsync(context);
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using HttpListenerResponse response = context.Response;
            if (context.Request.HttpMethod != "POST")
            {
                await WriteAsync(response, "application/json", $$"""{"object":"list","data":[{"id":"{{Name}}","object":"model"}]}""").ConfigureAwait(false);
                return;
            }

            JsonObject request = (await JsonNode.ParseAsync(context.Request.InputStream).ConfigureAwait(false))!.AsObject();
            requests.Enqueue(request);
            JsonObject message = script.TryDequeue(out JsonObject? next) ? next : new JsonObject { ["content"] = Otherwise };
            bool streams = (bool?)request["stream"] == true;
            await WriteAsync(response, streams ? "text/event-stream" : "application/json", streams ? Stream(message) : Whole(message)).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The host has gone away.
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, string type, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        response.ContentType = type;
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes).ConfigureAwait(false);
    }

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 10, ["completion_tokens"] = 10, ["total_tokens"] = 20 };

    private static string Finish(JsonObject message) => message.ContainsKey("tool_calls") ? "tool_calls" : "stop";

    private static string Stream(JsonObject message)
    {
        JsonObject end = Part(new JsonObject(), Finish(message));
        end["usage"] = Usage();
        return $"data: {Part(message, null).ToJsonString()}\n\ndata: {end.ToJsonString()}\n\ndata: [DONE]\n\n";
    }

    private static JsonObject Part(JsonObject delta, string? finish) => new()
    {
        ["id"] = "scripted",
        ["object"] = "chat.completion.chunk",
        ["model"] = Name,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    private static string Whole(JsonObject message)
    {
        message["role"] = "assistant";
        return new JsonObject
        {
            ["id"] = "scripted",
            ["object"] = "chat.completion",
            ["model"] = Name,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Finish(message) }),
            ["usage"] = Usage(),
        }.ToJsonString();
    }
}
