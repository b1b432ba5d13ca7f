using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Http.Platform;

/// <summary>What the web shell asks first.</summary>
internal static class PlatformEndpoints
{
    private const string Tag = "Platform";

    public static void MapPlatform(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup("/api").WithTags(Tag);
        api.MapGet("/platform", DescribeAsync)
            .AllowPublic("The sign-in page has to know the installation before anybody is signed in.")
            .WithName("platform.describe").WithSummary("Describes the installation.");
        api.MapGet("/me", Me)
            .RequirePermission(PermissionCatalogue.Use)
            .WithName("platform.me").WithSummary("Tells who makes the call and what he may do.");
        api.MapGet("/events", Listen)
            .AllowPublic("Carries no data, only the fact that something changed.")
            .WithName("platform.events").WithSummary("Streams what changes on the platform, for open pages.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
    }

    private static async Task<Ok<PlatformInfo>> DescribeAsync(
        PlatformDescription platform, ICurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await platform.DescribeAsync(user, cancellationToken));

    private static Ok<CallerInfo> Me(PlatformDescription platform, ICurrentUser user) =>
        TypedResults.Ok(platform.Describe(user));

    private static IResult Listen(ServerEvents events) => events.Stream();
}
