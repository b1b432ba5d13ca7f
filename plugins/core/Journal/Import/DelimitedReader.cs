using System.Text;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Reads delimited text (RFC 4180, forgiving) one row at a time. It knows the line on which every row begins, stops at
/// limits instead of filling memory, drops NUL characters, and reports a quote that is never closed by its line.
/// </summary>
internal sealed class DelimitedReader(TextReader text, char delimiter)
{
    /// <summary>More columns than any broker writes.</summary>
    public const int MaxColumns = 100;

    /// <summary>Longest quoted cell; beyond it a quote counts as never closed.</summary>
    public const int MaxCell = 32 * 1024;

    /// <summary>Most rows of a file.</summary>
    public const int MaxRows = 1_000_000;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _cell = new();
    private int _length;
    private int _position;
    private int _line = 1;

    /// <summary>Reads the rows that hold anything.</summary>
    /// <exception cref="ProblemException">A limit is passed or a quote is not closed.</exception>
    public IEnumerable<ImportRow> ReadRows()
    {
        int rows = 0;
        while (Peek() >= 0)
        {
            int line = _line;
            List<string> cells = ReadRow(line);
            if (cells.Count == 1 && string.IsNullOrWhiteSpace(cells[0]))
            {
                continue;
            }

            if (++rows > MaxRows)
            {
                throw TooManyRows();
            }

            yield return new ImportRow(line, cells);
        }
    }

    /// <summary>The answer to a file with more rows than are read.</summary>
    public static ProblemException TooManyRows() => new(400, "too_many_rows", Text.Of(
        $"The file has more than {MaxRows:N0} rows. Split it by date and import the parts one after the other.", $"文件超过 {MaxRows:N0} 行。请按日期拆分后依次导入。"));

    /// <summary>The answer to a row that is wider than any table of trades.</summary>
    public static ProblemException TooManyColumns(int line) => new(400, "too_many_columns", Text.Of(
        $"Line {line} has more than {MaxColumns} columns. That is no list of trades; export the trades or executions again.",
        $"第 {line} 行超过 {MaxColumns} 列，不是交易列表。请重新导出交易或成交记录。"));

    // ="000878" keeps a spreadsheet from eating zeros; the text is what stands inside.
    private static string Plain(string cell) =>
        cell.Length > 2 && cell[0] == '=' && cell[1] == '"' && cell[^1] == '"' ? cell[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private List<string> ReadRow(int line)
    {
        List<string> cells = [];
        while (true)
        {
            bool more = ReadCell();
            if (cells.Count == MaxColumns)
            {
                throw TooManyColumns(line);
            }

            cells.Add(Plain(_cell.ToString().Trim()));
            if (!more)
            {
                return cells;
            }
        }
    }

    // Reads one cell into the buffer; true when another one follows in the same row.
    private bool ReadCell()
    {
        _cell.Clear();
        SkipSpaces();
        if (Peek() == '"')
        {
            ReadQuoted();
        }

        while (true)
        {
            int next = Read();
            if (next < 0 || next == '\n')
            {
                return false;
            }

            if (next == '\r')
            {
                if (Peek() == '\n')
                {
                    Read();
                }
                else
                {
                    _line++;
                }

                return false;
            }

            if (next == delimiter)
            {
                return true;
            }

            Append((char)next);
        }
    }

    private void ReadQuoted()
    {
        int opened = _line;
        Read();
        while (true)
        {
            int next = Read();
            if (next < 0 || _cell.Length > MaxCell)
            {
                throw Unclosed(opened);
            }

            if (next == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Read();
            }

            Append((char)next);
        }
    }

    private static ProblemException Unclosed(int line) =>
        new(400, "csv_unclosed_quote", Text.Of(
            $"Line {line}: a quote is opened and never closed, so everything after it would become one cell. Fix the quote in line {line} or export the file again.",
            $"第 {line} 行：引号打开后没有关闭，其后的内容会变成一个单元格。请修正第 {line} 行的引号，或重新导出文件。"));

    private void SkipSpaces()
    {
        while (Peek() == ' ' && delimiter != ' ')
        {
            Read();
        }
    }

    private void Append(char value)
    {
        if (value != '\0')
        {
            _cell.Append(value);
            if (_cell.Length > 4 * MaxCell)
            {
                throw new ProblemException(400, "not_a_text_file", Text.Of($"Line {_line} holds a cell of more than {4 * MaxCell:N0} characters. That is no list of trades.", $"第 {_line} 行有一个单元格超过 {4 * MaxCell:N0} 个字符，不是交易列表。"));
            }
        }
    }

    private int Peek() => _position < _length || Fill() ? _buffer[_position] : -1;

    private int Read()
    {
        int value = Peek();
        if (value >= 0)
        {
            _position++;
            _line += value == '\n' ? 1 : 0;
        }

        return value;
    }

    private bool Fill()
    {
        _position = 0;
        _length = text.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }
}
