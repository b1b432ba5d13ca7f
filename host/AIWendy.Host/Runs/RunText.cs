using System.Buffers;
using System.Text.Json.Nodes;

namespace AIWendy.Host.Runs;

/// <summary>Keeps the text of events within what a line of an event stream and a column can hold.</summary>
internal static class RunText
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("\r\n\0");

    /// <summary>The same JSON on one line and as valid Unicode; the same instance when it is already.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public static string OneLine(string json)
    {
        bool plain = !json.AsSpan().ContainsAny(Breaking) && (!json.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || IsPaired(json));
        return plain ? json : JsonNode.Parse(json)?.ToJsonString() ?? "null";
    }

    private static bool IsPaired(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
