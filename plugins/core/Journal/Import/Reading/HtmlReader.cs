using System.Net;
using System.Text;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>
/// Reads the rows of all tables of a page as a stream, forgiving unclosed tags. Only the text of cells is kept; scripts,
/// styles, comments and cells that the page hides are passed over. A cell that spans columns is followed by empty ones.
/// Rows are numbered in their order, because pages put many on one line.
/// </summary>
internal sealed class HtmlReader(TextReader text)
{
    private const int LongestTag = 8 * 1024;
    private const int LargestSpan = 50;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _cell = new();
    private readonly StringBuilder _tag = new();
    private List<string>? _row;
    private bool _inCell;
    private bool _hidden;
    private int _span = 1;
    private int _rows;
    private int _length;
    private int _position;

    /// <summary>Reads the rows that hold anything.</summary>
    public IEnumerable<ImportRow> ReadRows()
    {
        int next;
        while ((next = Read()) >= 0)
        {
            if (next == '<')
            {
                if (Tag() is { } finished)
                {
                    yield return finished;
                }
            }
            else if (_inCell && next != '\0' && _cell.Length < DelimitedReader.MaxCell)
            {
                _cell.Append((char)next);
            }
        }

        if (EndRow() is { } last)
        {
            yield return last;
        }
    }

    private ImportRow? Tag()
    {
        if (Peek() == '!')
        {
            SkipDeclaration();
            return null;
        }

        _tag.Clear();
        char quote = '\0';
        int next;
        while ((next = Read()) >= 0 && (next != '>' || quote != '\0') && _tag.Length < LongestTag)
        {
            quote = quote == '\0' && next is '"' or '\'' && _tag.Length > 0 ? (char)next : next == quote ? '\0' : quote;
            _tag.Append((char)next);
        }

        string tag = _tag.ToString();
        int end = tag.AsSpan().IndexOfAny(" \t\r\n");
        return Apply((end < 0 ? tag : tag[..end]).TrimEnd('/').ToLowerInvariant(), tag);
    }

    private ImportRow? Apply(string name, string tag)
    {
        switch (name)
        {
            case "tr":
                ImportRow? finished = EndRow();
                _row = [];
                _rows++;
                return finished;
            case "/tr" or "/table":
                return EndRow();
            case "td" or "th":
                EndCell();
                _row ??= [];
                _inCell = true;
                _hidden = Attribute(tag, "class").Contains("hidden", StringComparison.OrdinalIgnoreCase);
                _span = int.TryParse(Attribute(tag, "colspan"), out int span) ? Math.Clamp(span, 1, LargestSpan) : 1;
                return null;
            case "/td" or "/th":
                EndCell();
                return null;
            case "br" or "br/" or "p" or "/p" or "div" or "/div":
                _cell.Append(' ');
                return null;
            case "script" or "style":
                SkipTo("</" + name);
                return null;
            default:
                return null;
        }
    }

    private void EndCell()
    {
        if (_inCell && !_hidden && _row is not null && _row.Count + _span <= DelimitedReader.MaxColumns)
        {
            _row.Add(WebUtility.HtmlDecode(_cell.ToString()).Replace('\u00a0', ' ').Replace('\r', ' ').Replace('\n', ' ').Trim());
            for (int i = 1; i < _span; i++)
            {
                _row.Add(string.Empty);
            }
        }

        _inCell = false;
        _cell.Clear();
    }

    private ImportRow? EndRow()
    {
        EndCell();
        List<string>? row = _row;
        _row = null;
        if (row is null || !row.Exists(cell => cell.Length > 0))
        {
            return null;
        }

        return _rows <= DelimitedReader.MaxRows ? new ImportRow(_rows, row) : throw DelimitedReader.TooManyRows();
    }

    private static string Attribute(string tag, string name)
    {
        int at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return string.Empty;
        }

        ReadOnlySpan<char> rest = tag.AsSpan(at + name.Length + 1);
        char quote = rest.Length > 0 && rest[0] is '"' or '\'' ? rest[0] : '\0';
        rest = quote == '\0' ? rest : rest[1..];
        int end = quote == '\0' ? rest.IndexOfAny(" \t\r\n/") : rest.IndexOf(quote);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private void SkipDeclaration()
    {
        Read();
        if (Peek() == '-')
        {
            SkipTo("--");
            SkipTo("-->");
        }
        else
        {
            SkipTo(">");
        }
    }

    // Reads past the next occurrence of a text; a tag is read to its end.
    private void SkipTo(string end)
    {
        int matched = 0;
        int next;
        while (matched < end.Length && (next = Read()) >= 0)
        {
            char current = char.ToLowerInvariant((char)next);
            matched = current == end[matched] ? matched + 1 : end[0] == '-' && current == '-' && matched == 2 ? 2 : current == end[0] ? 1 : 0;
        }

        while (end[0] == '<' && (next = Read()) >= 0 && next != '>')
        {
        }
    }

    private int Peek() => _position < _length || Fill() ? _buffer[_position] : -1;

    private int Read()
    {
        int value = Peek();
        _position += value >= 0 ? 1 : 0;
        return value;
    }

    private bool Fill()
    {
        _position = 0;
        _length = text.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }
}
