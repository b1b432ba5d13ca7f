using System.Runtime.CompilerServices;
using System.Text.Json;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>The core that all protocols share: send, read chunk by chunk, tell a complete answer from a broken one.</summary>
/// <param name="provider">Name of the protocol, for <see cref="ChatClientMetadata"/>.</param>
/// <param name="address">Where the server is.</param>
/// <param name="model">Name of the model.</param>
/// <param name="transport">Sends the calls.</param>
internal abstract class StreamingChatClient(string provider, Uri address, string model, ModelTransport transport) : IChatClient
{
    private readonly ChatClientMetadata metadata = new(provider, address, model);

    /// <summary>Whether bodies are lines of JSON rather than server-sent events.</summary>
    protected virtual bool StreamsLines => false;

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        AnswerReader reader = CreateReader();
        ModelRequest request = CreateRequest([.. messages], options ?? new ChatOptions());
        using ModelAnswer answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        bool isWhole = !StreamsLines && await answer.IsWholeAsync().ConfigureAwait(false);
        await using IAsyncEnumerator<AnswerChunk> chunks = Chunks(answer, isWhole, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (!reader.HasEnded && await NextAsync(chunks, reader, answer, isWhole).ConfigureAwait(false) is { } contents)
        {
            foreach (AIContent content in contents)
            {
                yield return Update(reader, content);
            }
        }

        if (!reader.IsComplete)
        {
            throw ModelErrors.Cut();
        }

        foreach (AIContent content in reader.Complete())
        {
            yield return Update(reader, content);
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, (IList<AIContent>)[])
        {
            ResponseId = reader.ResponseId,
            MessageId = reader.ResponseId,
            ModelId = reader.Model ?? model,
            FinishReason = reader.Finish,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // Nothing is held between calls: every call owns and closes its own connection.
    }

    protected abstract ModelRequest CreateRequest(IReadOnlyList<ChatMessage> messages, ChatOptions options);

    protected abstract AnswerReader CreateReader();

    private IAsyncEnumerable<AnswerChunk> Chunks(ModelAnswer answer, bool isWhole, CancellationToken cancellationToken) =>
        isWhole ? answer.ReadWholeAsync(cancellationToken)
        : StreamsLines ? answer.ReadLinesAsync(cancellationToken)
        : answer.ReadEventsAsync(cancellationToken);

    /// <summary>The contents of the next chunk, or <see langword="null"/> at the end.</summary>
    private static async ValueTask<IEnumerable<AIContent>?> NextAsync(IAsyncEnumerator<AnswerChunk> chunks, AnswerReader reader, ModelAnswer answer, bool isWhole)
    {
        try
        {
            if (!await chunks.MoveNextAsync().ConfigureAwait(false))
            {
                return null;
            }
        }
        catch (ModelException) when (reader.IsComplete)
        {
            // The answer was complete; only the farewell got lost.
            return null;
        }

        try
        {
            return isWhole ? reader.ReadWhole(chunks.Current) : reader.Read(chunks.Current);
        }
        catch (JsonException) when (reader.IsComplete)
        {
            return null;
        }
        catch (JsonException failure)
        {
            throw IsMarkup(chunks.Current.Data) ? ModelErrors.WebPage(answer.Status)
                : answer.EndedInLine ? ModelErrors.Cut(failure)
                : ModelErrors.Malformed(failure);
        }
    }

    private static bool IsMarkup(string data) => data.AsSpan().TrimStart().StartsWith("<");

    private ChatResponseUpdate Update(AnswerReader reader, AIContent content) => new(ChatRole.Assistant, [content])
    {
        ResponseId = reader.ResponseId,
        MessageId = reader.ResponseId,
        ModelId = reader.Model ?? model,
    };
}
