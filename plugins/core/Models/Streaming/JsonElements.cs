using System.Text.Json;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Reads members of loosely typed JSON: absent, null and wrongly typed are all the same nothing.</summary>
internal static class JsonElements
{
    public static JsonElement? ReadObject(this JsonElement element, string name) => Read(element, name, JsonValueKind.Object);

    public static JsonElement? ReadArray(this JsonElement element, string name) => Read(element, name, JsonValueKind.Array);

    public static string? ReadString(this JsonElement element, string name) => Read(element, name, JsonValueKind.String)?.GetString();

    public static bool ReadTrue(this JsonElement element, string name) => Read(element, name, JsonValueKind.True) is not null;

    public static long? ReadCount(this JsonElement element, string name) =>
        Read(element, name, JsonValueKind.Number) is { } value && value.TryGetDouble(out double number) && number is >= 0 and < 1e15
            ? (long)number
            : null;

    public static int? ReadIndex(this JsonElement element, string name) =>
        Read(element, name, JsonValueKind.Number) is { } value && value.TryGetInt32(out int number) ? number : null;

    private static JsonElement? Read(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind
            ? value
            : null;
}
