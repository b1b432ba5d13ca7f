using AIWendy.Plugins.Coaching.Data;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>A new conversation.</summary>
/// <param name="CoachId">A coach of <c>GET /api/coaches</c>; the default coach when absent.</param>
/// <param name="ConnectionId">A model connection of the user; the default model when absent.</param>
internal sealed record CreateConversation(string? CoachId, Guid? ConnectionId);

/// <summary>Changes; what is absent stays as it is.</summary>
/// <param name="UseDefaultModel">True takes the connection off, so that the default model answers.</param>
internal sealed record ChangeConversation(string? Title, string? CoachId, Guid? ConnectionId, bool? UseDefaultModel);

/// <summary>A conversation.</summary>
internal sealed record ConversationView(
    Guid Id,
    string CoachId,
    Guid? ConnectionId,
    string? Title,
    string Language,
    int MessageCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? DeletedAt)
{
    public static ConversationView Of(Conversation row) => new(
        row.Id, row.CoachId, row.ConnectionId, row.Title, row.Language, row.MessageCount, row.CreatedAt, row.UpdatedAt, row.DeletedAt);
}

/// <summary>One page of conversations.</summary>
/// <param name="NextCursor">Pass it as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record ConversationPage(IReadOnlyList<ConversationView> Items, string? NextCursor);

/// <summary>The model that answers.</summary>
/// <param name="Kind"><c>openai</c>, <c>anthropic</c>, <c>ollama</c> or <c>offline</c>.</param>
internal sealed record AnsweringModel(string Model, string ConnectionName, string Kind, bool IsLocal);
