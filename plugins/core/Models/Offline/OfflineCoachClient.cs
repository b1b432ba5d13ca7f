using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>
/// Answers without a language model: recognises what a question is about, calls the journal tools that it is offered,
/// and puts their figures into sentences that people wrote. It computes nothing and invents nothing.
/// </summary>
/// <param name="pace">Pause between two pieces of text, so that it can be read as it comes.</param>
/// <param name="time">Measures the pause.</param>
internal sealed class OfflineCoachClient(TimeSpan pace, TimeProvider time) : IChatClient
{
    /// <summary>Name that answers carry as their model.</summary>
    public const string ModelName = "offline-coach";

    private static readonly ChatClientMetadata Metadata = new("offline", null, ModelName);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        string id = "offline-" + Guid.NewGuid().ToString("N");
        Turn turn = Turn.Read([.. messages], options);
        bool isCrisis = CrisisScreen.Matches(turn.Question);
        IReadOnlyList<FunctionCallContent> calls = isCrisis ? [] : ToolPlan.Open(turn, options);
        if (calls.Count > 0)
        {
            yield return Update(id, [.. calls], ChatFinishReason.ToolCalls);
            yield break;
        }

        string answer = isCrisis ? CrisisScreen.TextFor(turn.Language) : AnswerWriter.Write(turn);
        foreach (string piece in WordStream.Split(answer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Update(id, [new TextContent(piece)]);
            if (pace > TimeSpan.Zero)
            {
                await Task.Delay(pace, time, cancellationToken).ConfigureAwait(false);
            }
        }

        yield return Update(id, [], ChatFinishReason.Stop);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    private static ChatResponseUpdate Update(string id, IList<AIContent> contents, ChatFinishReason? finish = null) => new(ChatRole.Assistant, contents)
    {
        ResponseId = id,
        MessageId = id,
        ModelId = ModelName,
        FinishReason = finish,
    };
}
