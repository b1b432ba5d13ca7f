using System.Text.Json;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Understands one protocol: turns its chunks into contents and remembers how the answer ended.</summary>
internal abstract class AnswerReader
{
    /// <summary>Finish of an answer that the model declined to give.</summary>
    public static readonly ChatFinishReason Refusal = new("refusal");

    /// <summary>The server's id of the answer.</summary>
    public string? ResponseId { get; protected set; }

    /// <summary>The model that the server names.</summary>
    public string? Model { get; protected set; }

    /// <summary>Why the answer ended; <see langword="null"/> while it goes on.</summary>
    public ChatFinishReason? Finish { get; protected set; }

    /// <summary>Whether the server said that nothing more comes.</summary>
    public bool HasEnded { get; protected set; }

    /// <summary>Tokens used, as far as the server said.</summary>
    public UsageDetails? Usage { get; protected set; }

    /// <summary>Tool calls, put together from their pieces.</summary>
    protected ToolCallAssembler ToolCalls { get; } = new();

    /// <summary>Whether a broken connection may be overlooked, because everything that matters has arrived.</summary>
    public bool IsComplete => HasEnded || Finish is not null;

    /// <summary>Reads one chunk.</summary>
    /// <exception cref="JsonException">The chunk is not JSON.</exception>
    /// <exception cref="ModelException">The chunk says that something failed.</exception>
    public IEnumerable<AIContent> Read(AnswerChunk chunk)
    {
        string data = chunk.Data.Trim();
        if (data.Length == 0)
        {
            return [];
        }

        if (data == "[DONE]")
        {
            HasEnded = true;
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(data);
        if (ProviderError.Find(document.RootElement) is { } error)
        {
            throw HttpFailure.From(null, error);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A chunk is no JSON object.");
        }

        // Read everything while the document lives.
        return ReadChunk(chunk.EventType, document.RootElement).ToArray();
    }

    /// <summary>Reads the whole answer of a server that does not stream.</summary>
    public IEnumerable<AIContent> ReadWhole(AnswerChunk chunk)
    {
        List<AIContent> contents = [.. Read(chunk)];
        HasEnded = IsComplete;
        return contents;
    }

    /// <summary>What follows the last chunk: tool calls, usage.</summary>
    public IEnumerable<AIContent> Complete()
    {
        foreach (AIContent content in Flush())
        {
            yield return content;
        }

        foreach (FunctionCallContent call in ToolCalls.Build())
        {
            yield return call;
        }

        if (Usage is not null)
        {
            yield return new UsageContent(Usage);
        }

        Finish = ToolCalls.Count > 0 && (Finish is null || Finish == ChatFinishReason.Stop) ? ChatFinishReason.ToolCalls : Finish ?? ChatFinishReason.Stop;
    }

    protected abstract IEnumerable<AIContent> ReadChunk(string eventType, JsonElement chunk);

    /// <summary>Contents that were held back until the end was certain.</summary>
    protected virtual IEnumerable<AIContent> Flush() => [];

    /// <summary>Names of finish reasons, over all servers that bend the protocol.</summary>
    protected static ChatFinishReason? FinishOf(string? reason) => reason?.ToLowerInvariant() switch
    {
        null or "" or "null" or "load" => null,
        "length" or "max_tokens" or "model_length" or "max_output_tokens" or "model_context_window_exceeded" => ChatFinishReason.Length,
        "content_filter" or "safety" or "sensitive" or "recitation" or "prohibited_content" => ChatFinishReason.ContentFilter,
        "tool_calls" or "function_call" or "tool_use" => ChatFinishReason.ToolCalls,
        "refusal" => Refusal,
        "error" or "network_error" or "insufficient_system_resource" =>
            throw HttpFailure.From(null, ProviderError.None),
        _ => ChatFinishReason.Stop,
    };
}
