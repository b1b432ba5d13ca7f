using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>Makes requests that are nearly right: the shape follows the description, one or more values are hostile.</summary>
internal sealed class ApiFuzz(ApiDocument document, Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "null", "undefined", "true", "0", "-1", "1e309", "NaN", "-9223372036854775809", "99999999999999999999999999", "0x7f", "\u0000", "a\u0000b",
        "' or 1=1 --", "'; drop table users; --", "\" or \"\"=\"", "$(id)", "`id`", "{{7*7}}", "${7*7}", "%s%n%x", "../../../../etc/passwd", "..\\..\\windows\\win.ini",
        "%2e%2e%2f", "/etc/passwd\u0000.png", "<script>alert(1)</script>", "\ud83d\ude00", "\u202e\u200f", "ｆｕｌｌ", "Ω≈ç√", "\r\nSet-Cookie: a=b", "\t", "con", "__proto__",
        "00000000-0000-0000-0000-000000000000", "{}", "[]", "2026-02-30", "9999-12-31T23:59:59.9999999Z", "0001-01-01", "-infinity", "https://169.254.169.254/", "*", "%", "_", "\\",
    ];

    private static readonly string[] ContentTypes =
        ["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "application/json; charset=utf-7", "application/json; charset=nothing", "image/png", "*/*", "application/problem+json"];

    private readonly ApiValues values = new(document, random);

    /// <summary>The next request to an operation.</summary>
    public FuzzRequest Next(ApiOperation operation)
    {
        string path = operation.Path;
        StringBuilder query = new();
        foreach (ApiParameter parameter in operation.Parameters)
        {
            string value = random.Next(3) == 0 ? Hostile() : values.Valid(parameter.Schema)?.ToString() ?? string.Empty;
            if (parameter.In == "path")
            {
                path = path.Replace("{" + parameter.Name + "}", Segment(value), StringComparison.Ordinal);
            }
            else if (parameter.In == "query" && random.Next(2) == 0)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(parameter.Name).Append('=').Append(Segment(value));
            }
        }

        if (random.Next(12) == 0)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append("cursor=").Append(Segment(Hostile())).Append("&limit=").Append(Segment(Hostile()));
        }

        HttpRequestMessage request = new(new HttpMethod(operation.Method), path + query) { Content = Body(operation) };
        if (random.Next(10) == 0)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", Header(Hostile()));
            request.Headers.TryAddWithoutValidation("X-Request-ID", Header(Hostile()));
            request.Headers.TryAddWithoutValidation("Last-Event-ID", Header(Hostile()));
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Header(Hostile()));
        }

        return new FuzzRequest(operation, request);
    }

    private HttpContent? Body(ApiOperation operation)
    {
        if (operation.Bodies.Count == 0)
        {
            return random.Next(20) == 0 ? Bytes(Encoding.UTF8.GetBytes("{}"), "application/json") : null;
        }

        bool isForm = operation.Bodies[0].ContentType.StartsWith("multipart/", StringComparison.Ordinal);
        return random.Next(10) switch
        {
            0 => Bytes(Encoding.UTF8.GetBytes("{}"), ContentTypes[random.Next(ContentTypes.Length)]),
            1 => Bytes(Deep(), "application/json"),
            2 => Bytes([.. "{\"a\":\""u8, 0xff, 0xfe, 0xc3, 0x28, .. "\"}"u8], "application/json"),
            3 => Bytes(Encoding.UTF8.GetBytes(Broken[random.Next(Broken.Length)]), "application/json"),
            _ => isForm ? Form(operation) : Bytes(Encoding.UTF8.GetBytes(Mutated(operation).ToJsonString()), "application/json"),
        };
    }

    private static readonly string[] Broken =
        ["", "null", "[]", "{", "{\"a\":}", "\"text\"", "1", "{\"a\":1,\"a\":2}", "{\"a\":1}x", "\ufeff{}", "NaN", "{\"a\":1e400}", "[[[[]]]]", "{\"$type\":\"System.Object\"}"];

    private JsonNode Mutated(ApiOperation operation)
    {
        JsonNode body = values.Valid(operation.Bodies[0].Schema) ?? new JsonObject();
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            Mutate(body);
        }

        return body;
    }

    private void Mutate(JsonNode body)
    {
        switch (body)
        {
            case JsonObject { Count: > 0 } json:
                string name = json.ElementAt(random.Next(json.Count)).Key;
                if (json[name] is JsonObject or JsonArray && random.Next(2) == 0)
                {
                    Mutate(json[name]!);
                }
                else if (random.Next(8) == 0)
                {
                    json.Remove(name);
                }
                else
                {
                    json[name] = Value();
                }

                break;
            case JsonObject json:
                json[Hostile()] = Value();
                break;
            case JsonArray list:
                for (int count = random.Next(5) == 0 ? 2000 : 1; count > 0; count--)
                {
                    list.Add(Value());
                }

                break;
            default:
                break;
        }
    }

    private JsonNode? Value() => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(long.MinValue),
        3 => JsonValue.Create(1e300),
        4 => new JsonArray(1, "a", null),
        5 => new JsonObject { ["a"] = new JsonObject() },
        6 => JsonValue.Create(-1),
        _ => JsonValue.Create(Hostile()),
    };

    private string Hostile() => random.Next(15) == 0 ? new string('x', random.Next(1, 40_000)) : Texts[random.Next(Texts.Length)];

    // A path or query of tens of thousands of characters is the server's own business, and tested there.
    private string Segment(string value)
    {
        string text = value.Length > 2000 ? value[..2000] : value;
        return random.Next(15) == 0 ? "%ff%c0%af" : text.Length == 0 ? "%20" : Uri.EscapeDataString(text);
    }

    private static string Header(string value) => new([.. value.Take(500).Where(character => character is >= ' ' and < (char)127)]);

    private byte[] Deep()
    {
        int depth = random.Next(30, 5000);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":[", depth)) + string.Concat(Enumerable.Repeat("]}", depth)));
    }

    private MultipartFormDataContent Form(ApiOperation operation)
    {
        MultipartFormDataContent form = [];
        foreach ((string name, JsonNode? property) in document.Resolve(operation.Bodies[0].Schema)["properties"]?.AsObject() ?? [])
        {
            byte[] content = random.Next(3) == 0
                ? Encoding.UTF8.GetBytes(Hostile())
                : Encoding.UTF8.GetBytes("Date,Symbol,Side,Quantity,Price\n" + string.Join(',', Enumerable.Range(0, 5).Select(_ => Hostile())) + "\n");
            ByteArrayContent part = new(random.Next(6) == 0 ? [0x50, 0x4b, 3, 4, .. content] : content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", (string?)document.Resolve(property)["format"] == "binary"
                ? $"form-data; name=\"{name}\"; filename=\"{Header(Hostile()).Replace("\"", "", StringComparison.Ordinal)}\""
                : $"form-data; name=\"{name}\"");
            form.Add(part);
        }

        if (!form.Any())
        {
            form.Add(new StringContent("x"), "x");
        }

        return form;
    }

    private static ByteArrayContent Bytes(byte[] bytes, string contentType)
    {
        ByteArrayContent content = new(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }
}

/// <summary>A request that is nearly right.</summary>
internal sealed record FuzzRequest(ApiOperation Operation, HttpRequestMessage Request)
{
    /// <summary>The request so that a person can send it again.</summary>
    public async Task<string> DescribeAsync()
    {
        string body = Request.Content is null ? string.Empty : Encoding.Latin1.GetString(await Request.Content.ReadAsByteArrayAsync());
        return $"{Request.Method} {Request.RequestUri} {Request.Content?.Headers.ContentType} {(body.Length > 300 ? body[..300] + "..." : body)}";
    }
}
