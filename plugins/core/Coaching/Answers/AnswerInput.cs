using System.Text.Json;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>What a run of kind <c>coaching.answer</c> is given.</summary>
internal sealed record AnswerInput(Guid ConversationId, Guid MessageId, string Language)
{
    public const string RunKind = "coaching.answer";

    public static AnswerInput Parse(string json) =>
        JsonSerializer.Deserialize(json, CoachingJsonContext.Default.AnswerInput)
        ?? throw new InvalidOperationException("The run was started without an input.");

    public string ToJson() => JsonSerializer.Serialize(this, CoachingJsonContext.Default.AnswerInput);
}
