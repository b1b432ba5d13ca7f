using System.Buffers;
using System.Text;
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
        string text = json.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? WithoutHalves(json) : json;
        return text.AsSpan().ContainsAny(Breaking) ? JsonNode.Parse(text)?.ToJsonString() ?? "null" : text;
    }

    /// <summary>Half a surrogate pair, left by whoever cut a text in the wrong place, becomes the replacement character.</summary>
    private static string WithoutHalves(string text)
    {
        StringBuilder? clean = null;
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Both a half and a genuine replacement character come as this rune; only a half stands as a surrogate.
            if (rune == Rune.ReplacementChar && char.IsSurrogate(text[index]))
            {
                clean ??= new StringBuilder(text);
                clean[index] = '\uFFFD';
            }

            index += rune.Utf16SequenceLength;
        }

        return clean?.ToString() ?? text;
    }
}
