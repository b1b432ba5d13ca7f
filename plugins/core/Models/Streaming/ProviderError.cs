using System.Text.Json;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>The part of a provider's error that tells one error from another. Never shown to anybody.</summary>
/// <param name="Code">The provider's code or type, lower case; empty when absent.</param>
/// <param name="Type">The provider's type, lower case; empty when absent.</param>
/// <param name="Message">The provider's words; only for the log, after <see cref="Redaction"/>.</param>
internal sealed record ProviderError(string Code, string Type, string Message)
{
    public static readonly ProviderError None = new(string.Empty, string.Empty, string.Empty);

    /// <summary>Reads an error body of any known shape; anything else gives <see cref="None"/>.</summary>
    public static ProviderError Parse(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Find(document.RootElement) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Finds the error within a chunk of a stream, or <see langword="null"/> when it holds none.</summary>
    public static ProviderError? Find(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
        {
            root = root[0];
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (root.TryGetProperty("error", out JsonElement error))
        {
            return error.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.False => null,
                JsonValueKind.Object => new ProviderError(Text(error, "code"), FirstOf(error, "type", "status"), Words(error)),
                JsonValueKind.String => new ProviderError(string.Empty, string.Empty, error.GetString()!),
                _ => None,
            };
        }

        bool isBareError = !root.TryGetProperty("choices", out _)
            && (Text(root, "object") == "error" || Text(root, "type") == "error" || root.TryGetProperty("detail", out _));
        return isBareError ? new ProviderError(Text(root, "code"), Text(root, "type"), Words(root)) : null;
    }

    /// <summary>Whether code or type equals one of the names.</summary>
    public bool Is(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Code == name || Type == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the provider's words hold a text, in any case.</summary>
    public bool Says(string text) => Message.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string FirstOf(JsonElement element, string first, string second) =>
        Text(element, first) is { Length: > 0 } text ? text : Text(element, second);

    private static string Words(JsonElement element)
    {
        string message = element.ReadString("message") ?? element.ReadString("detail") ?? string.Empty;
        return message.Length > 2000 ? message[..2000] : message;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.ToLowerInvariant(),
                JsonValueKind.Number => value.GetRawText(),
                _ => string.Empty,
            }
            : string.Empty;
}
