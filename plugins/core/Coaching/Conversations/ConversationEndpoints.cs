using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary><c>/api/conversations</c>.</summary>
internal static class ConversationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("/conversations");
        group.MapPost("", CreateAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.create").WithSummary("Starts a conversation with a coach").WithTags("Conversations");
        group.MapGet("", ListAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.list").WithSummary("Lists conversations, newest first; q searches titles").WithTags("Conversations");
        group.MapGet("/{id:guid}", GetAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.get").WithSummary("Returns a conversation").WithTags("Conversations");
        group.MapPatch("/{id:guid}", ChangeAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.change").WithSummary("Renames a conversation, or changes its coach or model").WithTags("Conversations");
        group.MapDelete("/{id:guid}", DeleteAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.delete").WithSummary("Deletes a conversation; it can be restored for 30 days").WithTags("Conversations");
        group.MapPost("/{id:guid}/restore", RestoreAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("conversations.restore").WithSummary("Takes a deletion back").WithTags("Conversations");
        api.MapGet("/coaching/model", ModelAsync).RequirePermission(CoachingPermissions.Chat)
            .WithName("coaching.model").WithSummary("Says which model would answer").WithTags("Conversations");
    }

    private static async Task<Created<ConversationView>> CreateAsync(
        CreateConversation request, ConversationStore store, CancellationToken cancellationToken)
    {
        Conversation conversation = await store.CreateAsync(request, cancellationToken);
        return TypedResults.Created($"/api/conversations/{conversation.Id}", ConversationView.Of(conversation));
    }

    private static async Task<Ok<ConversationPage>> ListAsync(
        int? limit, string? cursor, string? q, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.ListAsync(limit, cursor, q, cancellationToken));

    private static async Task<Ok<ConversationView>> GetAsync(Guid id, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(ConversationView.Of(await store.GetAsync(id, cancellationToken)));

    private static async Task<Ok<ConversationView>> ChangeAsync(
        Guid id, ChangeConversation request, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(ConversationView.Of(await store.ChangeAsync(id, request, cancellationToken)));

    private static async Task<NoContent> DeleteAsync(Guid id, ConversationStore store, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ConversationView>> RestoreAsync(Guid id, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(ConversationView.Of(await store.RestoreAsync(id, cancellationToken)));

    private static async Task<Ok<AnsweringModel>> ModelAsync(Guid? connectionId, ConversationStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.DescribeModelAsync(connectionId, cancellationToken));
}
