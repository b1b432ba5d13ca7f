using AIWendy.Plugins.Coaching.Data;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>A user's message and the answer to it; the answer may be missing or partial.</summary>
internal sealed record Turn(string Question, string? Answer, Evidence Evidence);

/// <summary>Chooses how much of a conversation a model reads.</summary>
internal static class History
{
    /// <summary>What earlier turns may take of the model's window, in estimated tokens.</summary>
    public const int Budget = 12_000;

    /// <summary>The newest turns that fit, oldest first. A turn is taken whole or not at all.</summary>
    public static IReadOnlyList<Turn> Newest(IReadOnlyList<Turn> turns, int budget = Budget)
    {
        int used = 0;
        int first = turns.Count;
        while (first > 0)
        {
            Turn turn = turns[first - 1];
            used += EstimateTokens(turn.Question) + EstimateTokens(turn.Answer ?? string.Empty);
            if (used > budget)
            {
                break;
            }

            first--;
        }

        return [.. turns.Skip(first)];
    }

    /// <summary>
    /// Tokens of a text, estimated on the high side: one for each East Asian character, one for every four others, and
    /// a few for the frame of a message.
    /// </summary>
    public static int EstimateTokens(string text)
    {
        int wide = 0;
        foreach (char current in text)
        {
            if (current >= 0x2E80)
            {
                wide++;
            }
        }

        return wide + ((text.Length - wide + 3) / 4) + 4;
    }

    /// <summary>Groups messages, in order, into turns. Answers that a newer one replaced must not be among them.</summary>
    public static IReadOnlyList<Turn> Turns(IEnumerable<Message> messages)
    {
        List<Turn> turns = [];
        foreach (Message message in messages)
        {
            if (message.Role == MessageRole.User)
            {
                turns.Add(new Turn(message.Text, null, new Evidence()));
            }
            else if (turns.Count > 0 && message.Text.Length > 0)
            {
                turns[^1] = turns[^1] with { Answer = message.Text, Evidence = Evidence.Parse(message.Evidence) };
            }
        }

        return turns;
    }
}
