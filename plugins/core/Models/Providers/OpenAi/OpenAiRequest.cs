using System.Text.Json.Nodes;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers.OpenAi;

/// <summary>Writes the request of the chat completions protocol.</summary>
internal static class OpenAiRequest
{
    private const string Path = "/chat/completions";

    public static ModelRequest Create(ModelConnection connection, IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        JsonObject body = new()
        {
            ["model"] = options.ModelId ?? connection.Model,
            ["messages"] = Messages(messages, options),
            ["stream"] = true,
            ["stream_options"] = new JsonObject { ["include_usage"] = true },
        };
        AddSampling(body, options);
        AddTools(body, options);
        return new ModelRequest(OpenAiAddress.Endpoint(OpenAiAddress.Base(connection.BaseUrl), Path), body, connection.ApiKey)
        {
            Headers = Headers(connection.ApiKey),
            Adapt = Adapt,
        };
    }

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string? apiKey) =>
        string.IsNullOrEmpty(apiKey) ? [] : [new("Authorization", "Bearer " + apiKey)];

    private static JsonArray Messages(IReadOnlyList<ChatMessage> messages, ChatOptions options)
    {
        JsonArray result = [];
        if (ChatMessages.SystemText(messages, options) is { Length: > 0 } system)
        {
            result.Add((JsonNode)new JsonObject { ["role"] = "system", ["content"] = system });
        }

        foreach (ChatMessage message in messages.Where(message => message.Role != ChatRole.System))
        {
            foreach (FunctionResultContent answer in message.Contents.OfType<FunctionResultContent>())
            {
                result.Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = answer.CallId, ["content"] = ChatMessages.ResultOf(answer) });
            }

            if (message.Role == ChatRole.Assistant)
            {
                AddAssistant(result, message);
            }
            else if (message.Role == ChatRole.User && message.Text.Length > 0)
            {
                result.Add((JsonNode)new JsonObject { ["role"] = "user", ["content"] = message.Text });
            }
        }

        return result;
    }

    private static void AddAssistant(JsonArray result, ChatMessage message)
    {
        JsonArray calls = [];
        foreach (FunctionCallContent call in message.Contents.OfType<FunctionCallContent>())
        {
            calls.Add((JsonNode)new JsonObject
            {
                ["id"] = call.CallId,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ChatMessages.ArgumentsOf(call).ToJsonString() },
            });
        }

        if (calls.Count == 0 && message.Text.Length == 0)
        {
            return;
        }

        JsonObject entry = new() { ["role"] = "assistant", ["content"] = message.Text.Length > 0 ? message.Text : null };
        if (calls.Count > 0)
        {
            entry["tool_calls"] = calls;
        }

        result.Add((JsonNode)entry);
    }

    private static void AddSampling(JsonObject body, ChatOptions options)
    {
        if (options.Temperature is { } temperature)
        {
            body["temperature"] = Math.Round((decimal)temperature, 3);
        }

        if (options.TopP is { } topP)
        {
            body["top_p"] = Math.Round((decimal)topP, 3);
        }

        if (options.MaxOutputTokens is { } most)
        {
            body["max_tokens"] = most;
        }

        if (options.StopSequences is { Count: > 0 } stops)
        {
            body["stop"] = new JsonArray([.. stops.Select(stop => (JsonNode)stop)]);
        }

        if (options.ResponseFormat is ChatResponseFormatJson)
        {
            body["response_format"] = new JsonObject { ["type"] = "json_object" };
        }
    }

    private static void AddTools(JsonObject body, ChatOptions options)
    {
        JsonArray tools = [];
        foreach (AIFunctionDeclaration function in ChatMessages.Functions(options))
        {
            tools.Add((JsonNode)new JsonObject
            {
                ["type"] = "function",
                ["function"] = new JsonObject
                {
                    ["name"] = function.Name,
                    ["description"] = function.Description,
                    ["parameters"] = ChatMessages.SchemaOf(function),
                },
            });
        }

        if (tools.Count == 0)
        {
            return;
        }

        body["tools"] = tools;
        switch (options.ToolMode)
        {
            case NoneChatToolMode:
                body["tool_choice"] = "none";
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                body["tool_choice"] = new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } };
                break;
            case RequiredChatToolMode:
                body["tool_choice"] = "required";
                break;
        }
    }

    /// <summary>Servers differ in which options they know; each can be done without.</summary>
    private static ModelRequest? Adapt(ModelRequest request, int status, ProviderError error)
    {
        if (status is 404 or 405 && OpenAiAddress.LacksVersion(BaseOf(request.Address)))
        {
            return request with { Address = OpenAiAddress.Endpoint(BaseOf(request.Address), "/v1" + Path) };
        }

        if (status is not (400 or 422))
        {
            return null;
        }

        if (request.Body.ContainsKey("stream_options") && (error.Says("stream_options") || error.Says("include_usage")))
        {
            return request.With(body => body.Remove("stream_options"));
        }

        if (request.Body.ContainsKey("max_tokens") && error.Says("max_completion_tokens"))
        {
            return request.With(static body =>
            {
                body["max_completion_tokens"] = body["max_tokens"]!.DeepClone();
                body.Remove("max_tokens");
            });
        }

        return request.Body.ContainsKey("temperature") && error.Says("temperature")
            ? request.With(body => body.Remove("temperature"))
            : null;
    }

    private static Uri BaseOf(Uri address) => new(address.AbsoluteUri[..^Path.Length]);
}
