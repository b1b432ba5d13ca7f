using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>A call to a model server, in a form that can be sent more than once.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="ApiKey">The key, for removing it from log lines; the headers carry it.</param>
internal sealed record ModelRequest(Uri Address, JsonObject Body, string? ApiKey)
{
    /// <summary>Headers beyond the content's.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// Offers a changed request when the server refused this one for a detail that can be left out, else
    /// <see langword="null"/>. Each call must change something, so that it ends.
    /// </summary>
    public Func<ModelRequest, int, ProviderError, ModelRequest?> Adapt { get; init; } = static (_, _, _) => null;

    public HttpRequestMessage ToMessage()
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(Body.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpRequestMessage message = new(HttpMethod.Post, Address) { Content = content };
        message.Headers.Accept.ParseAdd("text/event-stream");
        message.Headers.Accept.ParseAdd("application/x-ndjson");
        message.Headers.Accept.ParseAdd("application/json");
        foreach ((string name, string value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>A copy whose body may be changed.</summary>
    public ModelRequest With(Action<JsonObject> change)
    {
        JsonObject body = (JsonObject)Body.DeepClone();
        change(body);
        return this with { Body = body };
    }
}
