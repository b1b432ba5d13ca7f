using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>What every operation of the description has.</summary>
internal static class OpenApiConventions
{
    /// <summary>Extension of an operation that names its plugin; absent on the host's own.</summary>
    public const string PluginExtension = "x-plugin";

    /// <summary>Extension of an operation that names the permission which it demands.</summary>
    public const string PermissionExtension = "x-permission";

    public const string ProblemSchema = "Problem";

    public static void Apply(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = ReferenceId;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "AIWendy", Version = "v1", Description = "The API of the host and of its plugins." };
            document.Servers = [];
            document.AddComponent(ProblemSchema, Problem());
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
            if (metadata.OfType<PluginInstance>().LastOrDefault() is { } plugin)
            {
                operation.Extensions[PluginExtension] = new JsonNodeExtension(JsonValue.Create(plugin.Id));
            }

            if (metadata.OfType<PermissionMetadata>().LastOrDefault() is { } demanded)
            {
                operation.Extensions[PermissionExtension] = new JsonNodeExtension(JsonValue.Create(demanded.Permission));
            }

            LetListsBeAbsent(operation);
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "What was refused or went wrong.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) },
                },
            };
            return Task.CompletedTask;
        });
    }

    // A list that stands in a query zero times is empty, and no request is refused for it; the description says otherwise.
    private static void LetListsBeAbsent(OpenApiOperation operation)
    {
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter is { In: ParameterLocation.Query, Schema.Type: { } type } && type.HasFlag(JsonSchemaType.Array))
            {
                parameter.Required = false;
            }
        }
    }

    /// <summary>Plugins do not know one another's types, so each one's schemas carry its name.</summary>
    private static string? ReferenceId(JsonTypeInfo type)
    {
        string? id = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        string assembly = type.Type.Assembly.GetName().Name ?? string.Empty;
        const string Prefix = "AIWendy.Plugins.";
        if (id is null || !assembly.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return id;
        }

        string owner = assembly[Prefix.Length..].Replace(".", string.Empty, StringComparison.Ordinal);
        return id.StartsWith(owner, StringComparison.Ordinal) ? id : owner + id;
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details (RFC 9457) with a stable code.",
        Required = new HashSet<string> { "type", "title", "status", "code", "requestId" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("URN of the code."),
            ["title"] = Text("Phrase of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTP status." },
            ["detail"] = Text("What is wrong and what to do, for the user."),
            ["code"] = Text("Stable snake_case name that programs may rely on."),
            ["requestId"] = Text("Names the request in the log."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong with each field, by JSON path or parameter name.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
