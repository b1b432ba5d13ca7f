using System.Text.Json;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>Schemas of arguments. Every tool over trades takes the same filter.</summary>
internal static class ToolSchemas
{
    private const string FilterProperties = """
        "from": { "type": "string", "description": "First day of the close, yyyy-MM-dd; leave out for all" },
        "to": { "type": "string", "description": "Last day of the close, yyyy-MM-dd; leave out for all" },
        "symbol": { "type": "string", "description": "Only this instrument" },
        "side": { "type": "string", "enum": ["long", "short"] },
        "outcome": { "type": "string", "enum": ["win", "loss", "breakeven"] },
        "weekday": { "type": "integer", "minimum": 1, "maximum": 7, "description": "Only entries on this day of the week, 1 is Monday" },
        "hour": { "type": "integer", "minimum": 0, "maximum": 23, "description": "Only entries in this hour of the account's time zone" },
        "minDuration": { "type": "number", "description": "Only trades held at least so many minutes" },
        "maxDuration": { "type": "number", "description": "Only trades held less than so many minutes" },
        "tag": { "type": "string", "description": "Only trades with this tag" },
        "currency": { "type": "string", "description": "ISO code; leave out for the currency with most trades" }
        """;

    /// <summary>The filter alone.</summary>
    public static readonly JsonElement Filter = Of(string.Empty);

    /// <summary>The filter with properties of the tool's own before it.</summary>
    /// <param name="properties">JSON members, each followed by a comma.</param>
    /// <param name="required">Names of properties that must be there.</param>
    public static JsonElement Of(string properties, params string[] required) => Parse($$"""
        {
          "type": "object",
          "properties": { {{properties}} {{FilterProperties}} },
          "required": [{{string.Join(", ", required.Select(name => $"\"{name}\""))}}],
          "additionalProperties": false
        }
        """);

    /// <summary>Parses a schema that stands in code.</summary>
    public static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
