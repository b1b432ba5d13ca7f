using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Coaching.Data;

/// <summary>One message of a conversation.</summary>
internal sealed class Message : ITenantOwned
{
    /// <inheritdoc />
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid ConversationId { get; set; }

    /// <summary>Owner of the conversation; every query filters by it.</summary>
    public Guid UserId { get; set; }

    /// <summary>Order within the conversation, from 1; may have gaps.</summary>
    public int Sequence { get; set; }

    public MessageRole Role { get; set; }

    public MessageKind Kind { get; set; }

    public string Text { get; set; } = string.Empty;

    public string? Reasoning { get; set; }

    /// <summary>Milliseconds that the model thought aloud, or null.</summary>
    public long? ThoughtMs { get; set; }

    public MessageStatus Status { get; set; }

    /// <summary>How the model ended: stop, length, content_filter, refusal, cancelled or incomplete.</summary>
    public string? Finish { get; set; }

    public Guid? RunId { get; set; }

    public string? CoachId { get; set; }

    public string? Model { get; set; }

    /// <summary>The user's message that an answer answers.</summary>
    public Guid? ReplyToId { get; set; }

    /// <summary>A newer answer to the same message exists; kept, not shown.</summary>
    public bool IsSuperseded { get; set; }

    /// <summary>The client's key of a user message, so that a repeated request starts nothing twice.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>JSON of <c>Evidence</c>, or null.</summary>
    public string? Evidence { get; set; }

    /// <summary>JSON array of <c>ToolStep</c>, or null.</summary>
    public string? Tools { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    /// <summary>Seconds that the model's server asked to wait, counted from <see cref="CompletedAt"/>.</summary>
    public double? RetryAfter { get; set; }

    public bool ErrorRetryable { get; set; }

    public long? InputTokens { get; set; }

    public long? OutputTokens { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}

/// <summary>Who speaks.</summary>
internal enum MessageRole
{
    User,
    Assistant,
}

/// <summary>What a message is.</summary>
internal enum MessageKind
{
    /// <summary>A user's message or a coach's answer.</summary>
    Talk,

    /// <summary>The fixed text with help lines; no model wrote it.</summary>
    Crisis,
}

/// <summary>Where a message stands.</summary>
internal enum MessageStatus
{
    Complete,
    Streaming,
    Stopped,
    Incomplete,
    Failed,
}
