using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Models.Tests.Support;

/// <summary>Everything that one streamed answer gave, up to its end or its error.</summary>
internal sealed class Answer
{
    public string Text { get; private set; } = string.Empty;

    public string Reasoning { get; private set; } = string.Empty;

    public string Refusal { get; private set; } = string.Empty;

    public List<FunctionCallContent> Calls { get; } = [];

    public UsageDetails? Usage { get; private set; }

    public ChatFinishReason? Finish { get; private set; }

    public string? Model { get; private set; }

    public ModelException? Error { get; private set; }

    public static async Task<Answer> ReadAsync(IChatClient client, ChatOptions? options = null, params ChatMessage[] messages)
    {
        Answer answer = new();
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages.Length > 0 ? messages : [new ChatMessage(ChatRole.User, "hi")], options))
            {
                answer.Take(update);
            }
        }
        catch (ModelException failure)
        {
            answer.Error = failure;
        }

        return answer;
    }

    private void Take(ChatResponseUpdate update)
    {
        Finish = update.FinishReason ?? Finish;
        Model = update.ModelId ?? Model;
        foreach (AIContent content in update.Contents)
        {
            switch (content)
            {
                case TextContent text:
                    Text += text.Text;
                    break;
                case TextReasoningContent reasoning:
                    Reasoning += reasoning.Text;
                    break;
                case ErrorContent refusal:
                    Refusal += refusal.Message;
                    break;
                case FunctionCallContent call:
                    Calls.Add(call);
                    break;
                case UsageContent usage:
                    Usage = usage.Details;
                    break;
            }
        }
    }
}
