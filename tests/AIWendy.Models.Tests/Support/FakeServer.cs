using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Models.Providers.Anthropic;
using AIWendy.Plugins.Models.Providers.Ollama;
using AIWendy.Plugins.Models.Providers.OpenAi;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Models.Tests.Support;

/// <summary>A model server inside the test: answers each request with the next prepared response.</summary>
internal sealed class FakeServer : HttpMessageHandler, IOutboundHttp
{
    public const string Key = "sk-secret-0123456789abcdef";

    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> responses = new();

    public List<JsonObject> Bodies { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public ILogger<ModelTransport> Logger { get; init; } = NullLogger<ModelTransport>.Instance;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ModelLimits Limits { get; init; } = new();

    public Uri BaseUrl { get; init; } = new("http://model.test/v1");

    public static IEnumerable<string> Splits => ["1", "all", "random1", "random2"];

    public FakeServer Stream(byte[] bytes, string split = "all", string mediaType = "text/event-stream", Exception? endsWith = null) => Next(_ =>
    {
        StreamContent content = new(new SplitStream(bytes, SizeOf(split), endsWith));
        content.Headers.ContentType = mediaType.Length == 0 ? null : new MediaTypeHeaderValue(mediaType);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    });

    public FakeServer Stream(string text, string split = "all", string mediaType = "text/event-stream", Exception? endsWith = null) =>
        Stream(Encoding.UTF8.GetBytes(text), split, mediaType, endsWith);

    public FakeServer Status(int status, string body, string mediaType = "application/json", params (string Name, string Value)[] headers) => Next(_ =>
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    });

    public FakeServer Next(Func<HttpRequestMessage, HttpResponseMessage> response)
    {
        responses.Enqueue(response);
        return this;
    }

    public FakeServer Fails(Exception failure) => Next(_ => throw failure);

    public IChatClient Client(string protocol = "openai")
    {
        ModelTransport transport = new(this, Time, Logger) { Limits = Limits, Pause = TimeSpan.FromMilliseconds(1) };
        ModelConnection connection = new(BaseUrl, Key, "test-model");
        return protocol switch
        {
            "openai" => new OpenAiChatClient(connection, transport),
            "anthropic" => new AnthropicChatClient(connection, transport),
            _ => new OllamaChatClient(connection, transport),
        };
    }

    HttpClient IOutboundHttp.CreateClient() => new(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    Uri IOutboundHttp.Validate(string address) => new(address);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (request.Content is not null)
        {
            Bodies.Add((JsonObject)JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!);
        }

        return responses.Count > 0
            ? responses.Dequeue()(request)
            : throw new InvalidOperationException("The test prepared no further response.");
    }

    private static Func<int> SizeOf(string split)
    {
        Random random = new(split.GetHashCode(StringComparison.Ordinal));
        return split switch
        {
            "1" => static () => 1,
            "all" => static () => int.MaxValue,
            _ => () => random.Next(1, 40),
        };
    }
}
