using System.Text.Json.Nodes;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>Takes a description apart by plugin and puts parts together again, as text and without any type.</summary>
internal static class OpenApiParts
{
    private const string SchemaPrefix = "#/components/schemas/";

    /// <summary>One part for each plugin and one for the host, each with the schemas that it refers to.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Split(JsonObject document, IEnumerable<string> pluginIds)
    {
        JsonObject schemas = document["components"]?["schemas"]?.AsObject() ?? [];
        Dictionary<string, JsonObject> parts = new(StringComparer.Ordinal) { [OpenApiGenerator.HostPart] = Part(document, null, schemas) };
        foreach (string id in pluginIds)
        {
            parts[id] = Part(document, id, schemas);
        }

        return parts;
    }

    /// <summary>One description of everything; where two parts describe the same, the first one stands.</summary>
    public static JsonObject Merge(JsonObject host, IEnumerable<JsonObject> plugins)
    {
        JsonObject merged = host.DeepClone().AsObject();
        JsonObject paths = Child(merged, "paths");
        JsonObject schemas = Child(Child(merged, "components"), "schemas");
        foreach (JsonObject plugin in plugins)
        {
            foreach ((string path, JsonNode? operations) in plugin["paths"]?.AsObject() ?? [])
            {
                AddMissing(Child(paths, path), operations?.AsObject());
            }

            AddMissing(schemas, plugin["components"]?["schemas"]?.AsObject());
        }

        merged["paths"] = Sorted(paths);
        merged["components"] = new JsonObject { ["schemas"] = Sorted(schemas) };
        merged["tags"] = Tags(merged["paths"]!.AsObject());
        return merged;
    }

    private static JsonObject Part(JsonObject document, string? pluginId, JsonObject schemas)
    {
        JsonObject paths = [];
        foreach ((string path, JsonNode? item) in document["paths"]?.AsObject() ?? [])
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                if (operation is JsonObject described && (string?)described[OpenApiConventions.PluginExtension] == pluginId)
                {
                    Child(paths, path)[method] = described.DeepClone();
                }
            }
        }

        JsonObject sorted = Sorted(paths);
        return new JsonObject
        {
            ["openapi"] = document["openapi"]?.DeepClone(),
            ["info"] = document["info"]?.DeepClone(),
            ["paths"] = sorted,
            ["components"] = new JsonObject { ["schemas"] = Reachable(sorted, schemas) },
            ["tags"] = Tags(sorted),
        };
    }

    /// <summary>The schemas that a part needs, and those that they need.</summary>
    private static JsonObject Reachable(JsonObject paths, JsonObject schemas)
    {
        SortedDictionary<string, JsonNode> reached = new(StringComparer.Ordinal);
        Queue<JsonNode> open = new([paths]);
        while (open.TryDequeue(out JsonNode? node))
        {
            foreach (string reference in References(node))
            {
                if (!reached.ContainsKey(reference) && schemas[reference] is { } schema)
                {
                    reached[reference] = schema.DeepClone();
                    open.Enqueue(schema);
                }
            }
        }

        return new JsonObject(reached.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair =>
            pair is { Key: "$ref", Value: JsonValue value } && (string?)value is { } reference && reference.StartsWith(SchemaPrefix, StringComparison.Ordinal)
                ? [reference[SchemaPrefix.Length..]]
                : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonArray Tags(JsonObject paths) =>
    [
        .. paths.SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value?["tags"] as JsonArray ?? [])
            .Select(tag => (string?)tag)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => (JsonNode)new JsonObject { ["name"] = name }),
    ];

    private static JsonObject Sorted(JsonObject item) =>
        new(item.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    private static void AddMissing(JsonObject target, JsonObject? source)
    {
        foreach ((string key, JsonNode? value) in source ?? [])
        {
            if (!target.ContainsKey(key))
            {
                target[key] = value?.DeepClone();
            }
        }
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            child = [];
            parent[name] = child;
        }

        return child;
    }
}
