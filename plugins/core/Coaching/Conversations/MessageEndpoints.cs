using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary><c>/api/conversations/{id}/messages</c>.</summary>
internal static class MessageEndpoints
{
    private const string EventStream = "text/event-stream";

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("/conversations/{id:guid}/messages");
        group.MapGet("", ListAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("messages.list").WithSummary("Lists messages, the newest page first, each page oldest first").WithTags("Conversations");
        group.MapPost("", SendAsync).RequirePermission(CoachingPermissions.Chat).WithRateLimit(RateLimits.Chat)
            .Produces<string>(StatusCodes.Status200OK, EventStream)
            .WithName("messages.send").WithSummary("Sends a message and streams the coach's answer").WithTags("Conversations");
        group.MapPost("/{messageId:guid}/retry", RetryAsync).RequirePermission(CoachingPermissions.Chat).WithRateLimit(RateLimits.Chat)
            .Produces<string>(StatusCodes.Status200OK, EventStream)
            .WithName("messages.retry").WithSummary("Answers the last message again and streams the answer").WithTags("Conversations");
    }

    private static async Task<Ok<MessagePage>> ListAsync(
        Guid id, int? limit, string? cursor, MessageReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.PageAsync(id, limit, cursor, cancellationToken));

    private static async Task<IResult> SendAsync(
        Guid id, SendMessage request, MessageSender sender, IRuns runs, CancellationToken cancellationToken) =>
        runs.Stream(await sender.SendAsync(id, request, cancellationToken));

    private static async Task<IResult> RetryAsync(
        Guid id, Guid messageId, MessageSender sender, IRuns runs, CancellationToken cancellationToken) =>
        runs.Stream(await sender.RetryAsync(id, messageId, cancellationToken));
}
