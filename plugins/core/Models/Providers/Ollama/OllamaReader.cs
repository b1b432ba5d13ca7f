using System.Text.Json;
using AIWendy.Plugins.Models.Streaming;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Ollama;

/// <summary>Understands the lines of Ollama's protocol.</summary>
internal sealed class OllamaReader : AnswerReader
{
    private readonly ThinkTagSplitter splitter = new();

    protected override IEnumerable<AIContent> ReadChunk(string eventType, JsonElement chunk)
    {
        Model = chunk.ReadString("model") ?? Model;
        if (chunk.ReadObject("message") is { } message)
        {
            foreach (AIContent content in ReadMessage(message))
            {
                yield return content;
            }
        }

        if (!chunk.ReadTrue("done"))
        {
            yield break;
        }

        Finish = FinishOf(chunk.ReadString("done_reason")) ?? ChatFinishReason.Stop;
        HasEnded = true;
        long? input = chunk.ReadCount("prompt_eval_count");
        long? output = chunk.ReadCount("eval_count");
        if (input is not null || output is not null)
        {
            Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
        }
    }

    protected override IEnumerable<AIContent> Flush() => Contents(splitter.Flush());

    private IEnumerable<AIContent> ReadMessage(JsonElement message)
    {
        if (message.ReadString("thinking") is { Length: > 0 } thinking)
        {
            yield return new TextReasoningContent(thinking);
        }

        if (message.ReadString("content") is { Length: > 0 } text)
        {
            foreach (AIContent content in Contents(splitter.Add(text)))
            {
                yield return content;
            }
        }

        if (message.ReadArray("tool_calls") is not { } calls)
        {
            yield break;
        }

        foreach (JsonElement call in calls.EnumerateArray())
        {
            JsonElement? function = call.ReadObject("function");
            string? arguments = function?.ReadObject("arguments")?.GetRawText() ?? function?.ReadString("arguments");
            ToolCalls.AddWhole(call.ReadString("id"), function?.ReadString("name"), arguments);
        }
    }

    private static IEnumerable<AIContent> Contents((string Thinking, string Text) piece)
    {
        if (piece.Thinking.Length > 0)
        {
            yield return new TextReasoningContent(piece.Thinking);
        }

        if (piece.Text.Length > 0)
        {
            yield return new TextContent(piece.Text);
        }
    }
}
