using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>What every protocol needs to say about messages and tools.</summary>
internal static class ChatMessages
{
    /// <summary>The system prompt: the options' instructions, then every system message, in order.</summary>
    public static string SystemText(IReadOnlyList<ChatMessage> messages, ChatOptions options) =>
        string.Join("\n\n", new[] { options.Instructions }
            .Concat(messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text))
            .Where(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>The tools that a model may call.</summary>
    public static IEnumerable<AIFunctionDeclaration> Functions(ChatOptions options) =>
        options.Tools?.OfType<AIFunctionDeclaration>() ?? [];

    /// <summary>The arguments of an earlier call as a JSON object.</summary>
    public static JsonObject ArgumentsOf(FunctionCallContent call)
    {
        JsonObject result = [];
        foreach ((string name, object? value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            result[name] = NodeOf(value);
        }

        return result;
    }

    /// <summary>The result of a tool as text for the model.</summary>
    public static string ResultOf(FunctionResultContent result) => result switch
    {
        { Exception: not null } => "{\"error\":\"The tool failed.\"}",
        { Result: string text } => text,
        { Result: JsonElement element } => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText(),
        { Result: JsonNode node } => node.ToJsonString(),
        _ => result.Result?.ToString() ?? string.Empty,
    };

    /// <summary>A copy of a JSON Schema that may be put into a request.</summary>
    public static JsonNode SchemaOf(AIFunctionDeclaration function) =>
        function.JsonSchema.ValueKind == JsonValueKind.Object
            ? JsonNode.Parse(function.JsonSchema.GetRawText())!
            : new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };

    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        JsonElement element => element.ValueKind is JsonValueKind.Undefined ? null : JsonNode.Parse(element.GetRawText()),
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        _ => JsonValue.Create(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
