using System.Text;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>
/// Separates thinking that a model writes into its answer between <c>&lt;think&gt;</c> and <c>&lt;/think&gt;</c>. Only a tag
/// at the very beginning counts, so that a text about such tags stays whole.
/// </summary>
internal sealed class ThinkTagSplitter
{
    private const string Opening = "<think>";
    private const string Closing = "</think>";

    private readonly StringBuilder held = new();
    private State state = State.Start;

    private enum State
    {
        Start,
        Thinking,
        AfterThinking,
        Text,
    }

    /// <summary>Splits the next piece into thinking and text, either of which may be empty.</summary>
    public (string Thinking, string Text) Add(string piece)
    {
        if (state == State.Text)
        {
            return (string.Empty, piece);
        }

        held.Append(piece);
        string all = held.ToString();
        return state switch
        {
            State.Start => Begin(all),
            State.Thinking => Think(all),
            _ => Resume(all),
        };
    }

    /// <summary>What was held back because it might have been a tag.</summary>
    public (string Thinking, string Text) Flush()
    {
        string rest = held.ToString();
        held.Clear();
        return state == State.Thinking ? (rest, string.Empty) : (string.Empty, rest);
    }

    private (string Thinking, string Text) Begin(string all)
    {
        string trimmed = all.TrimStart();
        if (trimmed.StartsWith(Opening, StringComparison.Ordinal))
        {
            state = State.Thinking;
            return Think(trimmed[Opening.Length..]);
        }

        if (Opening.StartsWith(trimmed, StringComparison.Ordinal))
        {
            return (string.Empty, string.Empty);
        }

        state = State.Text;
        held.Clear();
        return (string.Empty, all);
    }

    private (string Thinking, string Text) Think(string all)
    {
        int end = all.IndexOf(Closing, StringComparison.Ordinal);
        if (end >= 0)
        {
            state = State.AfterThinking;
            (string _, string text) = Resume(all[(end + Closing.Length)..]);
            return (all[..end], text);
        }

        int keep = TailThatMayClose(all);
        Hold(all[^keep..]);
        return (all[..^keep], string.Empty);
    }

    /// <summary>The blank lines between thinking and text belong to neither.</summary>
    private (string Thinking, string Text) Resume(string all)
    {
        string text = all.TrimStart();
        Hold(string.Empty);
        if (text.Length > 0)
        {
            state = State.Text;
        }

        return (string.Empty, text);
    }

    private static int TailThatMayClose(string text)
    {
        for (int length = Math.Min(Closing.Length - 1, text.Length); length > 0; length--)
        {
            if (Closing.StartsWith(text[^length..], StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }

    private void Hold(string text)
    {
        held.Clear();
        held.Append(text);
    }
}
