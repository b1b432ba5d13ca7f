using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk.Runs;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>Rebuilds an answer from the events of its run: for a reader who joins late, and after a crash.</summary>
internal static class RunTranscript
{
    /// <summary>Applies the events in order.</summary>
    public static AnswerDraft Fold(IEnumerable<StoredRunEvent> events)
    {
        AnswerDraft draft = new();
        foreach (StoredRunEvent stored in events)
        {
            if (JsonNode.Parse(stored.Json) is JsonObject data)
            {
                Apply(draft, stored.Type, data);
            }
        }

        return draft;
    }

    private static void Apply(AnswerDraft draft, string type, JsonObject data)
    {
        switch (type)
        {
            case "delta":
                draft.Text.Append(Text(data, "text"));
                break;
            case "reasoning":
                draft.Reasoning.Append(Text(data, "text"));
                break;
            case "tool":
                draft.Set(new ToolStep(
                    Text(data, "callId") ?? string.Empty, Text(data, "name") ?? string.Empty, Text(data, "title") ?? string.Empty,
                    Text(data, "status") ?? "failed", (long?)data["durationMs"]));
                break;
            case "evidence":
                draft.Evidence = draft.Evidence.With(data.Deserialize(CoachingJsonContext.Default.Evidence) ?? new Evidence());
                break;
            case "usage":
                draft.InputTokens = (long?)data["inputTokens"];
                draft.OutputTokens = (long?)data["outputTokens"];
                draft.Model = Text(data, "model");
                break;
            case "crisis":
                draft.Kind = MessageKind.Crisis;
                break;
            case "done":
                Finish(draft, Text(data, "finish") ?? "incomplete");
                break;
            case "error":
                draft.Fail(new AnswerError(
                    Text(data, "code") ?? "internal_error", Text(data, "message") ?? string.Empty,
                    (double?)data["retryAfter"], (bool?)data["retryable"] ?? true));
                break;
        }
    }

    private static void Finish(AnswerDraft draft, string finish)
    {
        switch (finish)
        {
            case "cancelled":
                draft.BreakOff(MessageStatus.Stopped, finish);
                break;
            case "incomplete":
                draft.BreakOff(MessageStatus.Incomplete, finish);
                break;
            default:
                draft.Status = MessageStatus.Complete;
                draft.Finish = finish;
                break;
        }
    }

    private static string? Text(JsonObject data, string name) =>
        data[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
