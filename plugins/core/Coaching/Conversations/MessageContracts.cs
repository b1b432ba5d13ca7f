using System.Text.Json;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>A message to the coach.</summary>
/// <param name="Text">1 to 8,000 characters.</param>
/// <param name="IdempotencyKey">Repeating a request with the same key gives the same answer instead of a second one.</param>
internal sealed record SendMessage(string? Text, string? IdempotencyKey);

/// <summary>A message.</summary>
internal sealed record MessageView
{
    public required Guid Id { get; init; }

    public required int Sequence { get; init; }

    /// <summary><c>user</c> or <c>assistant</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>talk</c>, or <c>crisis</c> for the fixed text with help lines.</summary>
    public required string Kind { get; init; }

    /// <summary>Markdown; of a streaming answer what is there so far.</summary>
    public required string Text { get; init; }

    public string? Reasoning { get; init; }

    /// <summary>Milliseconds that the model thought aloud.</summary>
    public long? ThoughtMs { get; init; }

    /// <summary><c>complete</c>, <c>streaming</c>, <c>stopped</c>, <c>incomplete</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>stop</c>, <c>length</c>, <c>content_filter</c>, <c>refusal</c>, <c>cancelled</c> or <c>incomplete</c>.</summary>
    public string? Finish { get; init; }

    /// <summary>The run that writes or wrote the answer; its events continue at <c>/api/runs/{runId}/events</c>.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Of a streaming answer: the last event that is part of it; send it as <c>Last-Event-ID</c>.</summary>
    public long? LastEventId { get; init; }

    public string? CoachId { get; init; }

    public string? Model { get; init; }

    /// <summary>The user's message that an answer answers.</summary>
    public Guid? ReplyToId { get; init; }

    public Evidence? Evidence { get; init; }

    public IReadOnlyList<ToolStep> Tools { get; init; } = [];

    /// <summary>Of a failed answer: stable snake_case name of what went wrong.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>Seconds to wait from <see cref="CompletedAt"/> on, when the model's server says so.</summary>
    public double? RetryAfter { get; init; }

    public bool ErrorRetryable { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public static MessageView Of(Message row) => new()
    {
        Id = row.Id,
        Sequence = row.Sequence,
        Role = row.Role.ToString().ToLowerInvariant(),
        Kind = row.Kind.ToString().ToLowerInvariant(),
        Text = row.Text,
        Reasoning = row.Reasoning,
        ThoughtMs = row.ThoughtMs,
        Status = row.Status.ToString().ToLowerInvariant(),
        Finish = row.Finish,
        RunId = row.RunId,
        CoachId = row.CoachId,
        Model = row.Model,
        ReplyToId = row.ReplyToId,
        Evidence = row.Evidence is null ? null : Evidence.Parse(row.Evidence),
        Tools = row.Tools is null ? [] : JsonSerializer.Deserialize(row.Tools, CoachingJsonContext.Default.IReadOnlyListToolStep) ?? [],
        ErrorCode = row.ErrorCode,
        ErrorMessage = row.ErrorMessage,
        RetryAfter = row.RetryAfter,
        ErrorRetryable = row.ErrorRetryable,
        InputTokens = row.InputTokens,
        OutputTokens = row.OutputTokens,
        CreatedAt = row.CreatedAt,
        CompletedAt = row.CompletedAt,
    };

    /// <summary>The same message with what its run has written so far.</summary>
    public MessageView With(AnswerDraft draft, long lastEventId) => this with
    {
        Kind = draft.Kind.ToString().ToLowerInvariant(),
        Text = draft.Text.ToString(),
        Reasoning = draft.Reasoning.Length == 0 ? null : draft.Reasoning.ToString(),
        ThoughtMs = (long?)draft.ThoughtFor?.TotalMilliseconds,
        Evidence = draft.Evidence.IsEmpty ? null : draft.Evidence,
        Tools = draft.Tools,
        LastEventId = lastEventId,
    };
}

/// <summary>One page of messages, oldest first; the newest page comes first.</summary>
/// <param name="NextCursor">Pass it as <c>cursor</c> for older messages; null when there are none.</param>
internal sealed record MessagePage(IReadOnlyList<MessageView> Items, string? NextCursor);
