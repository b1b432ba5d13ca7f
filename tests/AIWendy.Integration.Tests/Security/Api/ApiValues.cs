using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>Makes values that a schema allows.</summary>
internal sealed class ApiValues(ApiDocument document, Random random)
{
    private const int Deepest = 6;

    public JsonNode? Valid(JsonNode? schema, int depth = 0)
    {
        JsonObject actual = document.Resolve(schema);
        if (depth > Deepest)
        {
            return null;
        }

        if ((actual["oneOf"] ?? actual["anyOf"]) is JsonArray { Count: > 0 } choices)
        {
            return Valid(choices[random.Next(choices.Count)], depth + 1);
        }

        if (actual["enum"] is JsonArray { Count: > 0 } values)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }

        return Type(actual) switch
        {
            "object" => Object(actual, depth),
            "array" => new JsonArray([Valid(actual["items"], depth + 1)]),
            "integer" => random.Next(1, 20),
            "number" => Math.Round(random.NextDouble() * 100, 2),
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => Text(actual),
        };
    }

    /// <summary>The body of an operation in a content type of its own; null when it takes none.</summary>
    public HttpContent? Body(ApiOperation operation)
    {
        if (operation.Bodies.Count == 0)
        {
            return null;
        }

        (string contentType, JsonNode? schema) = operation.Bodies[0];
        return contentType.StartsWith("multipart/", StringComparison.Ordinal)
            ? Form(schema)
            : new StringContent(Valid(schema)?.ToJsonString() ?? "null", Encoding.UTF8, "application/json");
    }

    private MultipartFormDataContent Form(JsonNode? schema)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, JsonNode? property) in document.Resolve(schema)["properties"]?.AsObject() ?? [])
        {
            if ((string?)document.Resolve(property)["format"] == "binary")
            {
                ByteArrayContent file = new(Encoding.UTF8.GetBytes("Date,Symbol,Side,Quantity,Price\n2026-01-02,AAPL,buy,1,10\n"));
                file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
                form.Add(file, name, "trades.csv");
            }
            else
            {
                form.Add(new StringContent(Valid(property)?.ToString() ?? string.Empty), name);
            }
        }

        if (!form.Any())
        {
            form.Add(new StringContent("x"), "x");
        }

        return form;
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        JsonObject result = [];
        foreach ((string name, JsonNode? property) in schema["properties"]?.AsObject() ?? [])
        {
            bool required = schema["required"] is JsonArray names && names.Any(item => (string?)item == name);
            if (required || random.Next(3) > 0)
            {
                result[name] = Valid(property, depth + 1);
            }
        }

        return result;
    }

    public static string Type(JsonObject schema) => schema["type"] switch
    {
        JsonValue single => (string)single!,
        JsonArray several => (string?)several.FirstOrDefault(item => (string?)item != "null") ?? "null",
        _ => schema["properties"] is null ? "string" : "object",
    };

    private string Text(JsonObject schema) => (string?)schema["format"] switch
    {
        "uuid" => Guid.CreateVersion7().ToString("D"),
        "date-time" => "2026-03-01T12:00:00Z",
        "date" => "2026-03-01",
        "uri" => "https://api.example.com/v1",
        _ => "text " + random.Next(100),
    };
}
