using System.Text;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>One question in its conversation, as the offline coach sees it.</summary>
internal sealed record Turn
{
    private static readonly string[] Styles = ["empathetic", "disciplined", "analytical", "motivational", "socratic"];

    /// <summary>What the user wrote.</summary>
    public required string Question { get; init; }

    /// <summary>What it is about.</summary>
    public required Intent Intent { get; init; }

    /// <summary>What the conversation was about before, for a remark that stands on it.</summary>
    public required Intent Topic { get; init; }

    /// <summary>Language of the answer.</summary>
    public required string Language { get; init; }

    /// <summary>The coach's manner.</summary>
    public required string Style { get; init; }

    /// <summary>Chooses among ways to say something: the same for the same turn, another for the next.</summary>
    public required uint Seed { get; init; }

    /// <summary>Whether the coach has not spoken yet in this conversation.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>What the tools returned.</summary>
    public required ToolFacts Facts { get; init; }

    public static Turn Read(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        int last = ToolFacts.LastUser(messages);
        string question = last >= 0 ? messages[last].Text : string.Empty;
        string[] earlier = [.. messages.Take(Math.Max(last, 0)).Where(message => message.Role == ChatRole.User).Select(message => message.Text)];
        bool isFirst = !messages.Take(Math.Max(last, 0)).Any(message => message.Role == ChatRole.Assistant && message.Text.Length > 0);
        Intent topic = earlier.Reverse().Select(IntentDetector.Detect).FirstOrDefault(HasFigures, Intent.WhyLosing);
        return new Turn
        {
            Question = question,
            Intent = IntentOf(question, isFirst),
            Topic = topic,
            Language = Languages.Choose(question, Text(options, "language")),
            Style = StyleOf(Text(options, "style")),
            Seed = Hash((options?.ConversationId ?? Text(options, "conversationId") ?? earlier.FirstOrDefault() ?? question) + Text(options, "coach")) + (uint)earlier.Length,
            IsFirst = isFirst,
            Facts = ToolFacts.Read(messages),
        };
    }

    /// <summary>Whether an intent is answered from figures.</summary>
    public static bool HasFigures(Intent intent) => intent is not (Intent.Unclear or Intent.Reflection or Intent.Greeting or Intent.Thanks
        or Intent.Capabilities or Intent.WhoAreYou or Intent.Import or Intent.Advice or Intent.OffTopic);

    /// <summary>In a running conversation, words without a question answer the coach's own.</summary>
    private static Intent IntentOf(string question, bool isFirst)
    {
        Intent intent = IntentDetector.Detect(question);
        bool isQuestion = question.Contains('?', StringComparison.Ordinal) || question.Contains('？', StringComparison.Ordinal);
        return intent == Intent.Unclear && !isFirst && !isQuestion ? Intent.Reflection : intent;
    }

    private static string StyleOf(string? given)
    {
        string style = given?.ToLowerInvariant() ?? string.Empty;
        return Styles.Contains(style) ? style : Styles[0];
    }

    private static string? Text(ChatOptions? options, string name) =>
        options?.AdditionalProperties?.TryGetValue(name, out object? value) == true ? value?.ToString() : null;

    /// <summary>FNV-1a: the same on every machine and start, unlike the hash codes of strings.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte current in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ current) * 16777619;
        }

        return hash;
    }
}
