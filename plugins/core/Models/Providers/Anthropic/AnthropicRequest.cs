using System.Text.Json.Nodes;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Anthropic;

/// <summary>Writes the request of the Messages API.</summary>
internal static class AnthropicRequest
{
    /// <summary>The API demands a limit; every current model allows this one.</summary>
    private const int DefaultMaxTokens = 4096;

    public static ModelRequest Create(ModelConnection connection, IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        JsonObject body = new()
        {
            ["model"] = options.ModelId ?? connection.Model,
            ["max_tokens"] = options.MaxOutputTokens ?? DefaultMaxTokens,
            ["messages"] = Messages(messages),
            ["stream"] = true,
        };
        if (ChatMessages.SystemText(messages, options) is { Length: > 0 } system)
        {
            body["system"] = system;
        }

        AddSampling(body, options);
        AddTools(body, options);
        return new ModelRequest(AnthropicAddress.Endpoint(connection.BaseUrl, "/v1/messages"), body, connection.ApiKey)
        {
            Headers = AnthropicAddress.Headers(connection.ApiKey),
            Adapt = Adapt,
        };
    }

    /// <summary>Roles must alternate, so neighbours of one role become one message.</summary>
    private static JsonArray Messages(IReadOnlyList<ChatMessage> messages)
    {
        JsonArray result = [];
        string? role = null;
        JsonArray blocks = [];
        foreach (ChatMessage message in messages.Where(message => message.Role != ChatRole.System))
        {
            string next = message.Role == ChatRole.Assistant ? "assistant" : "user";
            JsonArray own = Blocks(message);
            if (own.Count == 0)
            {
                continue;
            }

            if (next != role)
            {
                role = next;
                blocks = [];
                result.Add((JsonNode)new JsonObject { ["role"] = role, ["content"] = blocks });
            }

            foreach (JsonNode? block in own)
            {
                blocks.Add(block!.DeepClone());
            }
        }

        return result;
    }

    private static JsonArray Blocks(ChatMessage message)
    {
        JsonArray result = [];
        bool hasCalls = message.Contents.OfType<FunctionCallContent>().Any();
        foreach (AIContent content in message.Contents)
        {
            JsonObject? block = content switch
            {
                // Signed thinking must come back unchanged with the tool calls that it led to.
                TextReasoningContent { ProtectedData: { Length: > 0 } signature } thinking when hasCalls =>
                    new JsonObject { ["type"] = "thinking", ["thinking"] = thinking.Text, ["signature"] = signature },
                TextReasoningContent => null,
                TextContent { Text: { } text } when !string.IsNullOrWhiteSpace(text) =>
                    new JsonObject { ["type"] = "text", ["text"] = text },
                FunctionCallContent call => new JsonObject
                {
                    ["type"] = "tool_use",
                    ["id"] = call.CallId,
                    ["name"] = call.Name,
                    ["input"] = ChatMessages.ArgumentsOf(call),
                },
                FunctionResultContent answer => new JsonObject
                {
                    ["type"] = "tool_result",
                    ["tool_use_id"] = answer.CallId,
                    ["content"] = ChatMessages.ResultOf(answer),
                    ["is_error"] = answer.Exception is not null,
                },
                _ => null,
            };
            if (block is not null)
            {
                result.Add((JsonNode)block);
            }
        }

        return result;
    }

    private static void AddSampling(JsonObject body, ChatOptions options)
    {
        if (options.Temperature is { } temperature)
        {
            // The API's scale ends at 1.
            body["temperature"] = Math.Clamp(Math.Round((decimal)temperature, 3), 0m, 1m);
        }
        else if (options.TopP is { } topP)
        {
            body["top_p"] = Math.Round((decimal)topP, 3);
        }

        if (options.StopSequences is { Count: > 0 } stops)
        {
            body["stop_sequences"] = new JsonArray([.. stops.Select(stop => (JsonNode)stop)]);
        }
    }

    private static void AddTools(JsonObject body, ChatOptions options)
    {
        JsonArray tools = new([.. ChatMessages.Functions(options).Select(static function => (JsonNode)new JsonObject
        {
            ["name"] = function.Name,
            ["description"] = function.Description,
            ["input_schema"] = ChatMessages.SchemaOf(function),
        })]);
        if (tools.Count == 0)
        {
            return;
        }

        body["tools"] = tools;
        switch (options.ToolMode)
        {
            case NoneChatToolMode:
                body["tool_choice"] = new JsonObject { ["type"] = "none" };
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                body["tool_choice"] = new JsonObject { ["type"] = "tool", ["name"] = name };
                break;
            case RequiredChatToolMode:
                body["tool_choice"] = new JsonObject { ["type"] = "any" };
                break;
        }
    }

    /// <summary>Newer models refuse a temperature; it can be done without.</summary>
    private static ModelRequest? Adapt(ModelRequest request, int status, ProviderError error) =>
        status == 400 && request.Body.ContainsKey("temperature") && error.Says("temperature")
            ? request.With(body => body.Remove("temperature"))
            : null;
}
