using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.OpenAi;

/// <summary>Connections to any server that speaks the chat completions protocol.</summary>
internal sealed class OpenAiProvider(ModelTransport transport) : IChatModelProvider
{
    public static readonly ProviderInfo Info = new("openai", "OpenAI-compatible", OpenAiAddress.Default, KeyRequired: true, "gpt-4o-mini");

    public string Kind => Info.Kind;

    public IChatClient Create(ModelConnection connection) => new OpenAiChatClient(connection, transport);

    public async Task<ModelProbe> ProbeAsync(ModelConnection connection, CancellationToken cancellationToken)
    {
        using IChatClient client = Create(connection);
        Uri baseUrl = OpenAiAddress.Base(connection.BaseUrl);
        Uri models = OpenAiAddress.Endpoint(baseUrl, OpenAiAddress.LacksVersion(baseUrl) ? "/v1/models" : "/models");
        return await ProbeCall.RunAsync(
            client,
            (limit, token) => transport.GetAsync(models, OpenAiRequest.Headers(connection.ApiKey), connection.ApiKey, limit, token),
            "data",
            "id",
            cancellationToken).ConfigureAwait(false);
    }
}
