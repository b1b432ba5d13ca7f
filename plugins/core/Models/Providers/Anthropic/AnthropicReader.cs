using System.Text.Json;
using AIWendy.Plugins.Models.Streaming;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Anthropic;

/// <summary>Understands the events of the Messages API, and whole messages of proxies that do not stream.</summary>
internal sealed class AnthropicReader : AnswerReader
{
    private long input;
    private long output;
    private long cached;

    protected override IEnumerable<AIContent> ReadChunk(string eventType, JsonElement chunk) => chunk.ReadString("type") switch
    {
        "message_start" => Begin(chunk.ReadObject("message")),
        "message" => ReadMessage(chunk),
        "content_block_start" => BeginBlock(chunk),
        "content_block_delta" => ReadDelta(chunk),
        "message_delta" => ReadMessageDelta(chunk),
        "message_stop" => End(),
        _ => [],
    };

    private AIContent[] Begin(JsonElement? message)
    {
        if (message is { } begun)
        {
            ResponseId = begun.ReadString("id");
            Model = begun.ReadString("model");
            ReadUsage(begun);
        }

        return [];
    }

    private IEnumerable<AIContent> ReadMessage(JsonElement message)
    {
        Begin(message);
        foreach (JsonElement block in message.ReadArray("content")?.EnumerateArray() ?? default)
        {
            if (block.ReadString("type") == "tool_use")
            {
                ToolCalls.AddWhole(block.ReadString("id"), block.ReadString("name"), block.ReadObject("input")?.GetRawText());
            }
            else if (block.ReadString("thinking") is { Length: > 0 } thinking)
            {
                yield return new TextReasoningContent(thinking) { ProtectedData = block.ReadString("signature") };
            }
            else if (block.ReadString("text") is { Length: > 0 } text)
            {
                yield return new TextContent(text);
            }
        }

        Finish = FinishOf(message.ReadString("stop_reason")) ?? Finish;
        HasEnded = true;
    }

    private AIContent[] BeginBlock(JsonElement chunk)
    {
        if (chunk.ReadObject("content_block") is not { } block)
        {
            return [];
        }

        if (block.ReadString("type") == "tool_use")
        {
            // Some proxies send the input at once instead of in deltas.
            string? whole = block.ReadObject("input") is { } given && given.EnumerateObject().Any() ? given.GetRawText() : null;
            ToolCalls.Add(chunk.ReadIndex("index"), block.ReadString("id"), block.ReadString("name"), whole);
            return [];
        }

        return block.ReadString("text") is { Length: > 0 } text ? [new TextContent(text)]
            : block.ReadString("thinking") is { Length: > 0 } thinking ? [new TextReasoningContent(thinking)]
            : [];
    }

    private AIContent[] ReadDelta(JsonElement chunk)
    {
        if (chunk.ReadObject("delta") is not { } delta)
        {
            return [];
        }

        switch (delta.ReadString("type"))
        {
            case "text_delta":
                return [new TextContent(delta.ReadString("text"))];
            case "thinking_delta":
                return [new TextReasoningContent(delta.ReadString("thinking"))];
            case "signature_delta":
                return [new TextReasoningContent(string.Empty) { ProtectedData = delta.ReadString("signature") }];
            case "input_json_delta":
                ToolCalls.Add(chunk.ReadIndex("index"), null, null, delta.ReadString("partial_json"));
                return [];
            default:
                return [];
        }
    }

    private AIContent[] ReadMessageDelta(JsonElement chunk)
    {
        Finish = FinishOf(chunk.ReadObject("delta")?.ReadString("stop_reason")) ?? Finish;
        ReadUsage(chunk);
        return [];
    }

    private AIContent[] End()
    {
        HasEnded = true;
        return [];
    }

    private void ReadUsage(JsonElement element)
    {
        if (element.ReadObject("usage") is not { } usage)
        {
            return;
        }

        // Counts are cumulative, and the last event may leave out those of the input.
        long? plain = usage.ReadCount("input_tokens");
        long fromCache = usage.ReadCount("cache_read_input_tokens") ?? 0;
        long toCache = usage.ReadCount("cache_creation_input_tokens") ?? 0;
        if (plain is not null)
        {
            input = plain.Value + fromCache + toCache;
            cached = fromCache;
        }

        output = usage.ReadCount("output_tokens") ?? output;
        Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output, CachedInputTokenCount = cached };
    }
}
