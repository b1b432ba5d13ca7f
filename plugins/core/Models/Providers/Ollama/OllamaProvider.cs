using System.Diagnostics;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Ollama;

/// <summary>Connections to Ollama.</summary>
internal sealed class OllamaProvider(ModelTransport transport) : IChatModelProvider
{
    public static readonly ProviderInfo Info = new("ollama", "Ollama", OllamaAddress.Default, KeyRequired: false, null);

    public string Kind => Info.Kind;

    public IChatClient Create(ModelConnection connection) => new OllamaChatClient(connection, transport);

    public async Task<ModelProbe> ProbeAsync(ModelConnection connection, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        Task<string> List(TimeSpan limit, CancellationToken token) => ListAsync(connection.BaseUrl, connection.ApiKey, limit, token);
        IReadOnlyList<string> models = await ProbeCall.ListAsync(List, "models", "name", cancellationToken).ConfigureAwait(false);
        if (models.Contains(connection.Model) || models.Contains(connection.Model + ":latest"))
        {
            // An answer would load the model, which may take a minute and gigabytes of memory.
            return new ModelProbe((long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, models);
        }

        using IChatClient client = Create(connection);
        return await ProbeCall.RunAsync(client, List, "models", "name", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether Ollama answers, and what it holds. Waits no longer than the limit.</summary>
    public async Task<IReadOnlyList<string>?> DetectAsync(Uri? baseUrl, TimeSpan limit, CancellationToken cancellationToken)
    {
        bool hasAnswered = false;
        IReadOnlyList<string> models = await ProbeCall.ListAsync(
            async (_, token) =>
            {
                string body = await ListAsync(baseUrl, null, limit, token).ConfigureAwait(false);
                hasAnswered = true;
                return body;
            },
            "models",
            "name",
            cancellationToken).ConfigureAwait(false);
        return hasAnswered ? models : null;
    }

    private Task<string> ListAsync(Uri? baseUrl, string? apiKey, TimeSpan limit, CancellationToken cancellationToken) =>
        transport.GetAsync(OllamaAddress.Endpoint(baseUrl, "/api/tags"), OllamaAddress.Headers(apiKey), apiKey, limit, cancellationToken);
}
