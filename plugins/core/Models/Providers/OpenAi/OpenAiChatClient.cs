using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.OpenAi;

/// <summary>Talks to any server with <c>/chat/completions</c>, however loosely it keeps to the protocol.</summary>
internal sealed class OpenAiChatClient(ModelConnection connection, ModelTransport transport)
    : StreamingChatClient("openai", OpenAiAddress.Base(connection.BaseUrl), connection.Model, transport)
{
    protected override ModelRequest CreateRequest(IReadOnlyList<ChatMessage> messages, ChatOptions options) =>
        OpenAiRequest.Create(connection, messages, options);

    protected override AnswerReader CreateReader() => new OpenAiReader();
}
