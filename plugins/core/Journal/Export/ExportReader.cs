using System.Text;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Reads exports back, whichever of the three formats they have, one record at a time.</summary>
internal static class ExportReader
{
    private const int HeadBytes = 256;

    /// <summary>Whether a file is an export of the journal.</summary>
    public static bool Knows(IImportSource source)
    {
        byte[] head = Head(source);
        return Delimiter(head) is not null || (IsWorkbook(head) ? XlsxReader.Knows(source.OpenRead) : IsJson(head));
    }

    /// <summary>Reads every record.</summary>
    public static IEnumerable<ExportRecord> Read(IImportSource source)
    {
        byte[] head = Head(source);
        return Delimiter(head) is { } delimiter ? ReadTable(source, delimiter) : IsWorkbook(head) ? XlsxReader.Read(source.OpenRead) : ExportJsonReader.Read(source.OpenRead);
    }

    private static byte[] Head(IImportSource source)
    {
        using Stream stream = source.OpenRead();
        byte[] head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    // Spreadsheets of some countries save with semicolons; the heading shows what stands between the cells.
    private static char? Delimiter(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        bool isTable = text.Length > 7 && text.StartsWith("record"u8) && text.IndexOf("account"u8) > 0;
        return isTable && (char)text[6] is (',' or ';' or '\t') ? (char)text[6] : null;
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    private static bool IsJson(ReadOnlySpan<byte> head)
    {
        string text = string.Concat(Encoding.UTF8.GetString(head).Where(character => !char.IsWhiteSpace(character))).TrimStart('\uFEFF');
        return text.StartsWith($"{{\"format\":\"{ExportKinds.Format}\"", StringComparison.Ordinal);
    }

    private static IEnumerable<ExportRecord> ReadTable(IImportSource source, char delimiter)
    {
        using StreamReader text = new(source.OpenRead(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        IReadOnlyList<string> columns = [];
        foreach (ImportRow row in new DelimitedReader(text, delimiter).ReadRows())
        {
            if (columns.Count == 0)
            {
                columns = row.Cells;
                continue;
            }

            Dictionary<string, string> values = new(StringComparer.Ordinal);
            for (int i = 1; i < row.Cells.Count && i < columns.Count; i++)
            {
                if (row.Cells[i].Length > 0)
                {
                    values[columns[i]] = ExportCell.Restore(row.Cells[i]);
                }
            }

            yield return new ExportRecord(row.Line, row.Cells[0], values);
        }
    }
}
