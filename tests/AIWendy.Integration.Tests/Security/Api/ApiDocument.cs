using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>The API as it describes itself.</summary>
internal sealed class ApiDocument
{
    private readonly JsonObject schemas;

    private ApiDocument(JsonObject document)
    {
        schemas = document["components"]?["schemas"]?.AsObject() ?? [];
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where path.Key.StartsWith("/api/", StringComparison.Ordinal)
               orderby path.Key, operation.Key
               select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The description that lies in the repository; another test keeps it fresh.</summary>
    public static ApiDocument Read(string repository) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(repository, "docs", "openapi", "v1.json")))!.AsObject());

    /// <summary>Follows a reference to the schema itself.</summary>
    public JsonObject Resolve(JsonNode? schema)
    {
        JsonObject current = schema as JsonObject ?? [];
        for (int depth = 0; depth < 10 && (string?)current["$ref"] is { } reference; depth++)
        {
            current = schemas[reference.Split('/')[^1]]?.AsObject() ?? [];
        }

        return current;
    }
}

/// <summary>One operation of the API.</summary>
internal sealed class ApiOperation(string method, string path, JsonObject description)
{
    public string Method => method;

    public string Path => path;

    public string Name => $"{method} {path}";

    /// <summary>The permission that it demands, or null when it is public.</summary>
    public string? Permission => (string?)description["x-permission"];

    public string Tag => (string?)description["tags"]?[0] ?? "Other";

    public IEnumerable<ApiParameter> Parameters => (description["parameters"]?.AsArray() ?? [])
        .Select(parameter => new ApiParameter((string)parameter!["name"]!, (string)parameter["in"]!, parameter["schema"]));

    /// <summary>The path up to a parameter: the collection that the parameter chooses from.</summary>
    public string Before(string parameter) => path[..path.IndexOf("/{" + parameter + "}", StringComparison.Ordinal)];

    /// <summary>Content types of the body with their schemas.</summary>
    public IReadOnlyList<(string ContentType, JsonNode? Schema)> Bodies =>
        [.. (description["requestBody"]?["content"]?.AsObject() ?? []).Select(content => (content.Key, content.Value?["schema"]))];

    /// <summary>Whether it answers with a stream that may never end.</summary>
    public bool Streams => description["responses"]?["200"]?["content"]?["text/event-stream"] is not null;
}

/// <summary>A parameter of an operation.</summary>
internal sealed record ApiParameter(string Name, string In, JsonNode? Schema);
