using System.Text.Json;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// Reads the arrays of the JSON export one object at a time; what is held is the buffer and the object, not the file.
/// </summary>
internal sealed class ExportJsonReader(Stream stream)
{
    private const int LargestRecord = 8 * 1024 * 1024;
    private const int RecordDepth = 2;

    private readonly List<ExportRecord> _found = [];
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;
    private JsonReaderState _state;
    private string _kind = string.Empty;
    private int _row;

    /// <summary>Reads every record.</summary>
    /// <exception cref="ProblemException">Code <c>json_invalid</c>.</exception>
    public static IEnumerable<ExportRecord> Read(Func<Stream> open)
    {
        using Stream stream = open();
        ExportJsonReader reader = new(stream);
        bool more;
        do
        {
            more = reader.Advance();
            foreach (ExportRecord record in reader._found)
            {
                yield return record;
            }

            reader._found.Clear();
        }
        while (more);
    }

    // Reads on and collects the records that are complete; false at the end.
    private bool Advance()
    {
        int read = stream.Read(_buffer, _length, _buffer.Length - _length);
        _length += read;
        int skip = _state.Equals(default(JsonReaderState)) && _buffer.AsSpan(0, _length).StartsWith("\uFEFF"u8) ? 3 : 0;
        try
        {
            Utf8JsonReader json = new(_buffer.AsSpan(skip, _length - skip), isFinalBlock: read == 0, _state);
            int consumed = skip + Collect(ref json);
            _buffer.AsSpan(consumed, _length - consumed).CopyTo(_buffer);
            _length -= consumed;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Invalid();
        }

        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length < LargestRecord ? _buffer.Length * 2 : throw Invalid());
        }

        return read > 0;
    }

    // The reader is moved only past what is whole: the state behind the last token that needs nothing more.
    private int Collect(ref Utf8JsonReader json)
    {
        (int Consumed, JsonReaderState State) safe = (0, json.CurrentState);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
            {
                _kind = json.GetString() ?? string.Empty;
            }
            else if (json.TokenType == JsonTokenType.StartObject && json.CurrentDepth == RecordDepth)
            {
                if (!JsonDocument.TryParseValue(ref json, out JsonDocument? document))
                {
                    break;
                }

                using (document)
                {
                    _found.Add(Record(document.RootElement));
                }
            }

            safe = ((int)json.BytesConsumed, json.CurrentState);
        }

        _state = safe.State;
        return safe.Consumed;
    }

    private ExportRecord Record(JsonElement element)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string? value = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Null => null,
                JsonValueKind.Array when property.Value.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String) =>
                    string.Join(ExportCell.Separator, property.Value.EnumerateArray().Select(word => word.GetString())),
                _ => property.Value.GetRawText(),
            };
            if (!string.IsNullOrEmpty(value))
            {
                values[property.Name] = value;
            }
        }

        return new ExportRecord(++_row, _kind, values);
    }

    private static ProblemException Invalid() => new(400, "json_invalid", Text.Of(
        "The JSON of the file is damaged or cut off. Export it again.", "文件中的 JSON 已损坏或不完整。请重新导出。"));
}
