using System.Text.Json;

namespace AIWendy.Host.Commands;

/// <summary>Reads answers of the host for people.</summary>
internal static class Words
{
    /// <summary>A text or number of an object; empty where there is none.</summary>
    public static string Of(JsonElement item, string name) =>
        !item.TryGetProperty(name, out JsonElement value) ? string.Empty : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
            _ => value.ToString(),
        };

    /// <summary>The elements of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonElement> List(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    /// <summary>A list of texts with commas, or a word for none.</summary>
    public static string Join(JsonElement item, string name, string none = "none")
    {
        IReadOnlyList<JsonElement> list = List(item, name);
        return list.Count == 0 ? none : string.Join(", ", list.Select(value => value.ToString()));
    }

    /// <summary>Whether an object holds something under a name.</summary>
    public static bool Has(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
}
