using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Anthropic;

/// <summary>Connections to the Messages API.</summary>
internal sealed class AnthropicProvider(ModelTransport transport) : IChatModelProvider
{
    public static readonly ProviderInfo Info = new("anthropic", "Anthropic", AnthropicAddress.Default, KeyRequired: true, "claude-sonnet-4-5");

    public string Kind => Info.Kind;

    public IChatClient Create(ModelConnection connection) => new AnthropicChatClient(connection, transport);

    public async Task<ModelProbe> ProbeAsync(ModelConnection connection, CancellationToken cancellationToken)
    {
        using IChatClient client = Create(connection);
        return await ProbeCall.RunAsync(
            client,
            (limit, token) => transport.GetAsync(AnthropicAddress.Endpoint(connection.BaseUrl, "/v1/models"), AnthropicAddress.Headers(connection.ApiKey), connection.ApiKey, limit, token),
            "data",
            "id",
            cancellationToken).ConfigureAwait(false);
    }
}
