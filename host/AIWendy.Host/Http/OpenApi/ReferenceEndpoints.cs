using AIWendy.Sdk;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>The description of the API, for programs and for people.</summary>
internal static class ReferenceEndpoints
{
    private const string Reason = "The description of the API holds no data.";

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder group = app.MapGroup(string.Empty).AllowPublic(Reason).ExcludeFromDescription();
        group.MapGet("/openapi/v1.json", (OpenApiDescription description) => TypedResults.Bytes(description.Read(), "application/json"));
        group.MapGet("/docs", () => Resource("reference.html", "text/html; charset=utf-8"));
        group.MapGet("/docs/reference.js", () => Resource("reference.js", "text/javascript; charset=utf-8"));
        group.MapGet("/docs/reference.css", () => Resource("reference.css", "text/css; charset=utf-8"));
    }

    private static IResult Resource(string name, string contentType) =>
        TypedResults.Stream(typeof(ReferenceEndpoints).Assembly.GetManifestResourceStream(name)!, contentType);
}
