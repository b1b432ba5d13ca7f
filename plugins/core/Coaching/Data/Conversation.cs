using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Coaching.Data;

/// <summary>A user's talk with a coach.</summary>
internal sealed class Conversation : ITenantOwned
{
    /// <inheritdoc />
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>The owner; every query filters by it.</summary>
    public Guid UserId { get; set; }

    public string CoachId { get; set; } = string.Empty;

    /// <summary>Connection of the user, or null for the default model.</summary>
    public Guid? ConnectionId { get; set; }

    /// <summary>Null until the first message names it.</summary>
    public string? Title { get; set; }

    public string Language { get; set; } = "en";

    /// <summary>Messages that the conversation shows.</summary>
    public int MessageCount { get; set; }

    /// <summary>Highest number given to a message; never goes down.</summary>
    public int LastSequence { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When the user deleted it; it can be restored until it is purged.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
