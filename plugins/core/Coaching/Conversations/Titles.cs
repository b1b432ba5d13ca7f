using System.Globalization;
using System.Text;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>Names a conversation after its first message.</summary>
internal static class Titles
{
    /// <summary>Longest title that a user may give.</summary>
    public const int MaxLength = 120;

    /// <summary>Columns that a title takes; an East Asian character takes two.</summary>
    private const int Columns = 60;

    /// <summary>The first words of the message, cut at a word's end; null when it holds no visible character.</summary>
    public static string? FromMessage(string text)
    {
        string line = OneLine(text);
        if (line.Length == 0)
        {
            return null;
        }

        int end = 0;
        int width = 0;
        int lastBreak = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            bool wide = IsWide(element[0]);
            width += wide ? 2 : 1;
            if (width > Columns)
            {
                break;
            }

            if (wide || element == " ")
            {
                // Before a space a word ends; around an East Asian character a line may always break.
                lastBreak = wide ? elements.ElementIndex + element.Length : elements.ElementIndex;
            }

            end = elements.ElementIndex + element.Length;
        }

        if (end == line.Length)
        {
            return line;
        }

        return line[..(lastBreak > 0 ? lastBreak : end)].TrimEnd(' ', ',', '.', ';', ':', '，', '。', '、', '；', '：') + "…";
    }

    private static bool IsWide(char first) => first >= 0x2E80;

    private static string OneLine(string text)
    {
        StringBuilder line = new(Math.Min(text.Length, 512));
        foreach (char current in text)
        {
            bool space = char.IsWhiteSpace(current) || char.IsControl(current);
            if (!space)
            {
                line.Append(current);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }

            if (line.Length >= 512)
            {
                break;
            }
        }

        return line.ToString().TrimStart('#', '>', '*', '-', ' ').TrimEnd();
    }
}
