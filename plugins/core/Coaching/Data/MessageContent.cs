using System.Text.Json;
using AIWendy.Plugins.Coaching.Answers;

namespace AIWendy.Plugins.Coaching.Data;

/// <summary>Moves an answer between its draft and its row.</summary>
internal static class MessageContent
{
    /// <summary>PostgreSQL texts can not hold this character, and a model may send it.</summary>
    private const char Nul = '\0';

    /// <summary>Stores what a draft holds; an end that is set ends the answer.</summary>
    public static void Take(this Message message, AnswerDraft draft, DateTimeOffset? completedAt)
    {
        message.Kind = draft.Kind;
        message.Text = Clean(draft.Text.ToString()).Trim();
        message.Reasoning = draft.Reasoning.Length == 0 ? null : Clean(draft.Reasoning.ToString()).Trim();
        message.ThoughtMs = (long?)draft.ThoughtFor?.TotalMilliseconds;
        message.Status = draft.Status;
        message.Finish = draft.Finish;
        message.Model = draft.Model ?? message.Model;
        message.Evidence = draft.Evidence.ToJson();
        message.Tools = draft.Tools.Count == 0 ? null : JsonSerializer.Serialize(draft.Tools, CoachingJsonContext.Default.IReadOnlyListToolStep);
        message.InputTokens = draft.InputTokens;
        message.OutputTokens = draft.OutputTokens;
        message.ErrorCode = draft.Error?.Code;
        message.ErrorMessage = draft.Error?.Message;
        message.RetryAfter = draft.Error?.RetryAfter;
        message.ErrorRetryable = draft.Error?.Retryable ?? false;
        message.CompletedAt = completedAt;
    }

    public static string Clean(string text) => text.Replace(Nul, '\uFFFD');
}
