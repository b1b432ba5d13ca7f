using System.Text.Json.Nodes;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.Ollama;

/// <summary>Talks to Ollama's own protocol, which streams one JSON object a line.</summary>
internal sealed class OllamaChatClient(ModelConnection connection, ModelTransport transport)
    : StreamingChatClient("ollama", OllamaAddress.Base(connection.BaseUrl), connection.Model, transport)
{
    protected override bool StreamsLines => true;

    protected override AnswerReader CreateReader() => new OllamaReader();

    protected override ModelRequest CreateRequest(IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        JsonObject body = new()
        {
            ["model"] = options.ModelId ?? connection.Model,
            ["messages"] = Messages(messages, options),
            ["stream"] = true,
        };
        JsonObject sampling = Sampling(options);
        if (sampling.Count > 0)
        {
            body["options"] = sampling;
        }

        JsonArray tools = options.ToolMode is NoneChatToolMode ? [] : Tools(options);
        if (tools.Count > 0)
        {
            body["tools"] = tools;
        }

        if (options.ResponseFormat is ChatResponseFormatJson)
        {
            body["format"] = "json";
        }

        return new ModelRequest(OllamaAddress.Endpoint(connection.BaseUrl, "/api/chat"), body, connection.ApiKey)
        {
            Headers = OllamaAddress.Headers(connection.ApiKey),
        };
    }

    private static JsonArray Messages(IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        JsonArray result = [];
        if (ChatMessages.SystemText(messages, options) is { Length: > 0 } system)
        {
            result.Add((JsonNode)new JsonObject { ["role"] = "system", ["content"] = system });
        }

        // Ollama pairs calls and results by the tool's name, not by id.
        Dictionary<string, string> names = [];
        foreach (ChatMessage message in messages.Where(message => message.Role != ChatRole.System))
        {
            foreach (FunctionResultContent answer in message.Contents.OfType<FunctionResultContent>())
            {
                JsonObject entry = new() { ["role"] = "tool", ["content"] = ChatMessages.ResultOf(answer) };
                if (names.TryGetValue(answer.CallId, out string? name))
                {
                    entry["tool_name"] = name;
                }

                result.Add((JsonNode)entry);
            }

            JsonArray calls = [];
            foreach (FunctionCallContent call in message.Contents.OfType<FunctionCallContent>())
            {
                names[call.CallId] = call.Name;
                calls.Add((JsonNode)new JsonObject
                {
                    ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ChatMessages.ArgumentsOf(call) },
                });
            }

            if (message.Role != ChatRole.Tool && (message.Text.Length > 0 || calls.Count > 0))
            {
                JsonObject entry = new() { ["role"] = message.Role == ChatRole.Assistant ? "assistant" : "user", ["content"] = message.Text };
                if (calls.Count > 0)
                {
                    entry["tool_calls"] = calls;
                }

                result.Add((JsonNode)entry);
            }
        }

        return result;
    }

    private static JsonObject Sampling(ChatOptions options)
    {
        JsonObject result = [];
        if (options.Temperature is { } temperature)
        {
            result["temperature"] = Math.Round((decimal)temperature, 3);
        }

        if (options.TopP is { } topP)
        {
            result["top_p"] = Math.Round((decimal)topP, 3);
        }

        if (options.MaxOutputTokens is { } most)
        {
            result["num_predict"] = most;
        }

        return result;
    }

    private static JsonArray Tools(ChatOptions options) => new([.. ChatMessages.Functions(options).Select(static function => (JsonNode)new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = function.Name,
            ["description"] = function.Description,
            ["parameters"] = ChatMessages.SchemaOf(function),
        },
    })]);
}
