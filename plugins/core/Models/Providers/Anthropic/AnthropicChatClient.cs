using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Anthropic;

/// <summary>
/// Talks to the Messages API. The official package is not used: it serialises by reflection, which is switched off for
/// plugins because its caches keep an unloaded plugin alive, and it fails at its first call without it.
/// </summary>
internal sealed class AnthropicChatClient(ModelConnection connection, ModelTransport transport)
    : StreamingChatClient("anthropic", AnthropicAddress.Base(connection.BaseUrl), connection.Model, transport)
{
    protected override ModelRequest CreateRequest(IReadOnlyList<ChatMessage> messages, ChatOptions options) =>
        AnthropicRequest.Create(connection, messages, options);

    protected override AnswerReader CreateReader() => new AnthropicReader();
}
