using System.Globalization;
using System.Text;
using AIWendy.Plugins.Coaching.Rules;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>Builds what the model reads. The user's words only ever stand in user messages.</summary>
internal static class AnswerPrompt
{
    public static List<ChatMessage> Messages(Coach coach, AnswerTask task, string language, DateOnly today)
    {
        List<ChatMessage> messages = [new(ChatRole.System, System(coach, language, today))];
        foreach (Turn turn in History.Newest(task.History))
        {
            messages.Add(new ChatMessage(ChatRole.User, turn.Question));
            if (turn.Answer is not null)
            {
                messages.Add(new ChatMessage(ChatRole.Assistant, turn.Answer));
            }
        }

        messages.Add(new ChatMessage(ChatRole.User, task.Question));
        return MergeNeighbours(messages);
    }

    public static ChatOptions Options(Coach coach, AnswerInput input, IReadOnlyList<OfferedTool> tools) => new()
    {
        Temperature = coach.Temperature,
        Tools = tools.Count == 0 ? null : [.. tools.Select(tool => tool.Declaration)],
        ToolMode = tools.Count == 0 ? null : ChatToolMode.Auto,
        AdditionalProperties = new AdditionalPropertiesDictionary
        {
            ["language"] = input.Language,
            ["conversationId"] = input.ConversationId.ToString(),
            ["coach"] = coach.Id,
            ["style"] = coach.Style.ToString().ToLowerInvariant(),
        },
    };

    private static string System(Coach coach, string language, DateOnly today)
    {
        bool chinese = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        StringBuilder prompt = new(coach.Prompt.For(language).Trim());
        prompt.Append("\n\n").Append(CommonRules.For(language)).Append("\n\n");
        prompt.Append(CultureInfo.InvariantCulture, $"{(chinese ? "今天的日期" : "Today's date")}: {today:yyyy-MM-dd} (UTC).");
        return prompt.ToString();
    }

    // A turn whose answer failed leaves two user messages in a row, which some servers refuse.
    private static List<ChatMessage> MergeNeighbours(List<ChatMessage> messages)
    {
        List<ChatMessage> merged = [];
        foreach (ChatMessage message in messages)
        {
            if (merged.Count > 0 && merged[^1].Role == message.Role)
            {
                merged[^1] = new ChatMessage(message.Role, merged[^1].Text + "\n\n" + message.Text);
            }
            else
            {
                merged.Add(message);
            }
        }

        return merged;
    }
}
