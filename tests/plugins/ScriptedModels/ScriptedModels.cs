using System.Runtime.CompilerServices;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.ScriptedModels;

/// <summary>Hands out the scripted client; one connection is known, every other is not.</summary>
internal sealed class ScriptedModels : IModels
{
    public static readonly Guid KnownConnection = new("00000000-0000-7000-8000-00000000c0de");

    public Task<ChatModel> GetChatModelAsync(Guid? connectionId, CancellationToken cancellationToken = default) =>
        connectionId is null || connectionId == KnownConnection
            ? Task.FromResult(new ChatModel(new ScriptedClient(), "scripted", "Scripted", "openai", IsLocal: true))
            : throw new ProblemException(404, "connection_not_found", "There is no such connection.");
}

/// <summary>Does what the last message says: <c>slow</c>, <c>tool</c>, <c>fail</c>, <c>count</c>; otherwise it greets.</summary>
internal sealed class ScriptedClient : IChatClient
{
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> all = [.. messages];
        string asked = all.Last(message => message.Role == ChatRole.User).Text;
        bool hasResult = all[^1].Role == ChatRole.Tool;
        switch (asked.Split(' ')[0])
        {
            case "slow":
                for (int i = 1; i <= 2_000; i++)
                {
                    yield return Say($"word{i} ");
                    await Task.Delay(20, cancellationToken);
                }

                break;
            case "tool" when !hasResult:
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent("I should look.")]);
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new FunctionCallContent("call-1", "scripted_figures", new Dictionary<string, object?> { ["symbol"] = "ES" })]);
                yield break;
            case "tool":
                yield return Say("You win [61.5%](evidence:win_rate).");
                break;
            case "fail":
                yield return Say("A beginning. ");
                throw new ModelException("model_rate_limited", "The model's server asks to wait.") { IsRetryable = true, RetryAfter = TimeSpan.FromSeconds(7), Status = 429 };
            case "count":
                yield return Say($"{all.Count} messages, language {options?.AdditionalProperties?["language"]}, coach {options?.AdditionalProperties?["coach"]}.");
                break;
            default:
                yield return Say("Hello.");
                break;
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 11, OutputTokenCount = 7 })]);
        yield return new ChatResponseUpdate { Role = ChatRole.Assistant, FinishReason = ChatFinishReason.Stop };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static ChatResponseUpdate Say(string text) => new(ChatRole.Assistant, text);
}
