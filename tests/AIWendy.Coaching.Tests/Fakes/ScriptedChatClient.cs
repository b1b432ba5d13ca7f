using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AIWendy.Coaching.Tests.Fakes;

/// <summary>Plays one script for each call and remembers what it was asked.</summary>
internal sealed class ScriptedChatClient(params Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>[] scripts) : IChatClient
{
    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public bool IsDisposed { get; private set; }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> request = [.. messages];
        int call = Requests.Count;
        Requests.Add(request);
        Options.Add(options?.Clone());
        await foreach (ChatResponseUpdate update in scripts[Math.Min(call, scripts.Length - 1)](request, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => IsDisposed = true;

    public static Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Says(params AIContent[] contents) =>
        Says(ChatFinishReason.Stop, contents);

    public static Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Says(ChatFinishReason? finish, params AIContent[] contents) =>
        (_, _) => Play(finish, contents, null);

    public static Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Fails(Exception exception, params AIContent[] before) =>
        (_, _) => Play(null, before, exception);

    /// <summary>Says something, then waits until it is cancelled.</summary>
    public static Func<IReadOnlyList<ChatMessage>, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Hangs(TaskCompletionSource reached, params AIContent[] before) =>
        (_, cancellationToken) => Hang(reached, before, cancellationToken);

    /// <summary>A call of a tool with an argument of each kind.</summary>
    public static FunctionCallContent Call(string name = "journal_statistics", string id = "c1") =>
        new(id, name, new Dictionary<string, object?> { ["symbol"] = "MNQ", ["limit"] = 5, ["nested"] = JsonElement.Parse("[1]") });

    private static async IAsyncEnumerable<ChatResponseUpdate> Play(ChatFinishReason? finish, AIContent[] contents, Exception? failure)
    {
        foreach (AIContent content in contents)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }

        if (failure is not null)
        {
            throw failure;
        }

        yield return new ChatResponseUpdate { Role = ChatRole.Assistant, FinishReason = finish };
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Hang(
        TaskCompletionSource reached, AIContent[] before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (AIContent content in before)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }

        reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}
