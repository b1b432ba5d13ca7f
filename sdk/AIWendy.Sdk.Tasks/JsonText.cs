using System.Globalization;
using System.Text;

namespace AIWendy.Sdk.Tasks;

/// <summary>Writes indented JSON; MSBuild brings no JSON library that every kind of it has.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool first = true;

    public override string ToString() => text.ToString() + "\n";

    public void Open(string? name, char bracket)
    {
        Begin(name);
        text.Append(bracket);
        depth++;
        first = true;
    }

    public void Close(char bracket)
    {
        depth--;
        if (!first)
        {
            Line();
        }

        text.Append(bracket);
        first = false;
    }

    public void Text(string? name, string value)
    {
        Begin(name);
        Quote(value);
    }

    public void Raw(string? name, string json)
    {
        Begin(name);
        text.Append(json);
    }

    private void Begin(string? name)
    {
        if (depth > 0)
        {
            if (!first)
            {
                text.Append(',');
            }

            Line();
        }

        first = false;
        if (name is not null)
        {
            Quote(name);
            text.Append(": ");
        }
    }

    private void Line() => text.Append('\n').Append(' ', depth * 2);

    private void Quote(string value)
    {
        text.Append('"');
        foreach (char letter in value)
        {
            if (letter is '"' or '\\')
            {
                text.Append('\\').Append(letter);
            }
            else if (letter < ' ')
            {
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(letter);
            }
        }

        text.Append('"');
    }
}
