using System.Text;
using System.Text.Json;
using AIWendy.Plugins.Models.Streaming;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.OpenAi;

/// <summary>Understands chunks of the chat completions protocol, and whole answers of servers that do not stream.</summary>
internal sealed class OpenAiReader : AnswerReader
{
    private readonly ThinkTagSplitter splitter = new();
    private readonly StringBuilder refusal = new();

    protected override IEnumerable<AIContent> ReadChunk(string eventType, JsonElement chunk)
    {
        ResponseId ??= NullIfEmpty(chunk.ReadString("id"));
        Model = NullIfEmpty(chunk.ReadString("model")) ?? Model;
        ReadUsage(chunk);
        if (chunk.ReadArray("choices") is not { } choices)
        {
            yield break;
        }

        foreach (JsonElement choice in choices.EnumerateArray())
        {
            // Only one answer is asked for; a server that sends more numbers them.
            if (choice.ReadIndex("index") is > 0)
            {
                continue;
            }

            JsonElement? delta = choice.ReadObject("delta") ?? choice.ReadObject("message");
            foreach (AIContent content in delta is { } found ? ReadDelta(found) : ReadBareText(choice))
            {
                yield return content;
            }

            Finish = FinishOf(choice.ReadString("finish_reason")) ?? Finish;
        }
    }

    protected override IEnumerable<AIContent> Flush()
    {
        foreach (AIContent content in Contents(splitter.Flush()))
        {
            yield return content;
        }

        if (refusal.Length > 0)
        {
            yield return new ErrorContent(refusal.ToString()) { ErrorCode = "Refusal" };
            Finish = Refusal;
        }
    }

    private IEnumerable<AIContent> ReadDelta(JsonElement delta)
    {
        string? thinking = delta.ReadString("reasoning_content") ?? delta.ReadString("reasoning") ?? delta.ReadString("thinking");
        if (!string.IsNullOrEmpty(thinking))
        {
            yield return new TextReasoningContent(thinking);
        }

        foreach (AIContent content in ReadContent(delta))
        {
            yield return content;
        }

        refusal.Append(delta.ReadString("refusal"));
        ReadToolCalls(delta);
    }

    private IEnumerable<AIContent> ReadContent(JsonElement delta)
    {
        if (delta.ReadString("content") is { Length: > 0 } text)
        {
            return Contents(splitter.Add(text));
        }

        return delta.ReadArray("content") is { } parts ? ReadParts(parts) : [];
    }

    /// <summary>Content in parts: text, and thinking that has parts of its own.</summary>
    private static IEnumerable<AIContent> ReadParts(JsonElement parts)
    {
        foreach (JsonElement part in parts.EnumerateArray())
        {
            bool isThinking = part.ReadString("type") is "thinking" or "reasoning";
            string text = part.ReadString("text") ?? part.ReadString("thinking") ?? TextOf(part.ReadArray("thinking"));
            if (text.Length > 0)
            {
                yield return isThinking ? new TextReasoningContent(text) : new TextContent(text);
            }
        }
    }

    private static string TextOf(JsonElement? parts) =>
        parts is { } list ? string.Concat(list.EnumerateArray().Select(part => part.ReadString("text"))) : string.Empty;

    private IEnumerable<AIContent> ReadBareText(JsonElement choice) =>
        choice.ReadString("text") is { Length: > 0 } text ? Contents(splitter.Add(text)) : [];

    private void ReadToolCalls(JsonElement delta)
    {
        if (delta.ReadArray("tool_calls") is { } calls)
        {
            foreach (JsonElement call in calls.EnumerateArray())
            {
                JsonElement? function = call.ReadObject("function");
                ToolCalls.Add(call.ReadIndex("index"), call.ReadString("id"), function?.ReadString("name"), Arguments(function));
            }
        }

        if (delta.ReadObject("function_call") is { } legacy)
        {
            ToolCalls.Add(0, null, legacy.ReadString("name"), Arguments(legacy));
        }
    }

    private static string? Arguments(JsonElement? function) =>
        function?.ReadString("arguments") ?? function?.ReadObject("arguments")?.GetRawText();

    private void ReadUsage(JsonElement chunk)
    {
        if (chunk.ReadObject("usage") is not { } usage)
        {
            return;
        }

        long? input = usage.ReadCount("prompt_tokens") ?? usage.ReadCount("input_tokens");
        long? output = usage.ReadCount("completion_tokens") ?? usage.ReadCount("output_tokens");
        Usage = new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = output,
            TotalTokenCount = usage.ReadCount("total_tokens") ?? input + output,
            CachedInputTokenCount = usage.ReadObject("prompt_tokens_details")?.ReadCount("cached_tokens"),
            ReasoningTokenCount = usage.ReadObject("completion_tokens_details")?.ReadCount("reasoning_tokens"),
        };
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

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
