using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Writes the records of an export in one format.</summary>
internal interface IExportWriter : IDisposable
{
    /// <summary>Begins the records of a table.</summary>
    void Begin(ExportTable table);

    /// <summary>Writes a record; values follow the table's columns, <see langword="null"/> where there is none.</summary>
    void Write(ReadOnlySpan<object?> values);

    /// <summary>Ends the file.</summary>
    void End();
}

/// <summary>
/// One table for all records: the column <c>record</c> says what a row is, and each kind fills its own columns. UTF-8
/// with a mark, because spreadsheets read Chinese wrongly without one.
/// </summary>
internal sealed class CsvExport : IExportWriter
{
    private readonly StreamWriter _text;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private string?[] _cells = [];
    private ExportTable? _table;

    public CsvExport(Stream output, IEnumerable<ExportTable> tables)
    {
        _text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        foreach (string name in tables.SelectMany(table => table.Columns).Select(column => column.Name).Prepend("record"))
        {
            _positions.TryAdd(name, _positions.Count);
        }

        _cells = [.. _positions.Keys];
        WriteLine();
    }

    public void Begin(ExportTable table) => _table = table;

    public void Write(ReadOnlySpan<object?> values)
    {
        ExportTable table = _table ?? throw new InvalidOperationException("No table was begun.");
        Array.Clear(_cells);
        _cells[0] = table.Kind;
        for (int i = 0; i < values.Length; i++)
        {
            bool isNumber = table.Columns[i].Type == ExportType.Number;
            _cells[_positions[table.Columns[i].Name]] = ExportCell.Text(values[i]) is { } text ? isNumber ? text : ExportCell.Neutralise(text) : null;
        }

        WriteLine();
    }

    public void End() => _text.Flush();

    public void Dispose() => _text.Dispose();

    private void WriteLine()
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            if (i > 0)
            {
                _text.Write(',');
            }

            string cell = _cells[i] ?? string.Empty;
            bool quoted = cell.AsSpan().IndexOfAny(",\"\r\n;\t|") >= 0;
            _text.Write(quoted ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        _text.WriteLine();
    }
}

/// <summary>One object with an array for each kind of record; a record without a value leaves the property out.</summary>
internal sealed class JsonExport : IExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder() };

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private ExportTable? _table;

    public JsonExport(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, Options);
        _json.WriteStartObject();
        _json.WriteString("format", ExportKinds.Format);
        _json.WriteNumber("version", 1);
    }

    /// <summary>Bytes written so far.</summary>
    public long Written => _json.BytesCommitted;

    public void Begin(ExportTable table)
    {
        if (_table is not null)
        {
            _json.WriteEndArray();
        }

        _table = table;
        BreakLine();
        _json.WriteStartArray(table.Kind);
    }

    public void Write(ReadOnlySpan<object?> values)
    {
        ExportTable table = _table ?? throw new InvalidOperationException("No table was begun.");
        BreakLine();
        _json.WriteStartObject();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                Write(table.Columns[i], value);
            }
        }

        _json.WriteEndObject();
    }

    public void End()
    {
        if (_table is not null)
        {
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json.Dispose();

    // Commas within texts are escaped, so that a reader of delimited text finds nothing but whole strings between commas.
    private static JavaScriptEncoder Encoder()
    {
        TextEncoderSettings settings = new(UnicodeRanges.All);
        settings.ForbidCharacter(',');
        return JavaScriptEncoder.Create(settings);
    }

    private void Write(ExportColumn column, object value)
    {
        if (value is string[] words)
        {
            if (words.Length > 0)
            {
                _json.WriteStartArray(column.Name);
                foreach (string word in words)
                {
                    _json.WriteStringValue(word);
                }

                _json.WriteEndArray();
            }

            return;
        }

        if (value is byte[] bytes)
        {
            _json.WriteBase64String(column.Name, bytes);
            return;
        }

        string text = ExportCell.Text(value) ?? string.Empty;
        if (column.Type is ExportType.Number)
        {
            _json.WritePropertyName(column.Name);
            _json.WriteRawValue(text);
        }
        else if (column.Type is ExportType.Json)
        {
            using JsonDocument document = JsonDocument.Parse(text);
            _json.WritePropertyName(column.Name);
            document.RootElement.WriteTo(_json);
        }
        else
        {
            _json.WriteString(column.Name, text);
        }
    }

    // One record a line, without the indentation that would double the size.
    private void BreakLine()
    {
        _json.Flush();
        _output.WriteByte((byte)'\n');
    }
}
