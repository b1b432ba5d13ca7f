using System.Text;
using System.Text.Json;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>Reads the longest list of records in a JSON file as a table whose headings are the names of their values.</summary>
internal static class JsonRecords
{
    /// <summary>Largest file; beyond it only formats that stream can read it.</summary>
    public const long MaxBytes = 20L * 1024 * 1024;

    /// <summary>Reads the rows; the first one holds the headings.</summary>
    /// <param name="stream">The file; disposed at the end.</param>
    /// <param name="encoding">Its encoding.</param>
    public static IEnumerable<ImportRow> ReadRows(Stream stream, Encoding encoding)
    {
        using JsonDocument document = Open(stream, encoding);
        if (Longest(document.RootElement) is not { } list)
        {
            yield break;
        }

        List<string> names = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (JsonElement record in list.EnumerateArray().Where(record => record.ValueKind == JsonValueKind.Object))
        {
            names.AddRange(record.EnumerateObject().Where(value => IsPlain(value.Value) && known.Add(value.Name)).Select(value => value.Name));
            if (names.Count > DelimitedReader.MaxColumns)
            {
                throw DelimitedReader.TooManyColumns(1);
            }
        }

        yield return new ImportRow(1, names);
        int number = 1;
        foreach (JsonElement record in list.EnumerateArray().Where(record => record.ValueKind == JsonValueKind.Object))
        {
            yield return new ImportRow(++number, [.. names.Select(name => record.TryGetProperty(name, out JsonElement value) && IsPlain(value) ? value.ToString() : string.Empty)]);
        }
    }

    private static JsonDocument Open(Stream stream, Encoding encoding)
    {
        using (stream)
        {
            if (stream.Length > MaxBytes)
            {
                throw new ProblemException(413, "file_too_large", Text.Of(
                    $"A JSON file may have {MaxBytes / 1024 / 1024} MB. Export the trades as CSV instead.", $"JSON 文件不能超过 {MaxBytes / 1024 / 1024} MB。请改为导出 CSV。"));
            }

            try
            {
                using StreamReader text = new(stream, encoding, detectEncodingFromByteOrderMarks: true);
                return JsonDocument.Parse(text.ReadToEnd());
            }
            catch (JsonException exception)
            {
                throw new ProblemException(400, "json_invalid", Text.Of(
                    $"The JSON of the file is damaged or nested too deeply (line {(exception.LineNumber ?? 0) + 1}). Export it again.",
                    $"文件的 JSON 已损坏或嵌套过深（第 {(exception.LineNumber ?? 0) + 1} 行）。请重新导出。"));
            }
        }
    }

    private static bool IsPlain(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;

    private static JsonElement? Longest(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object) ? element : null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement? longest = null;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Longest(property.Value) is { } list && list.GetArrayLength() > (longest?.GetArrayLength() ?? 0))
            {
                longest = list;
            }
        }

        return longest;
    }
}
