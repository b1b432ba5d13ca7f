using System.Text;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk;
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
        return Delimiter(head) is not null || (IsWorkbook(head) ? KnowsSheets(source) : IsJson(head));
    }

    /// <summary>Reads every record.</summary>
    public static IEnumerable<ExportRecord> Read(IImportSource source)
    {
        byte[] head = Head(source);
        return Delimiter(head) is { } delimiter ? ReadTable(source, delimiter) : IsWorkbook(head) ? ReadWorkbook(source) : ExportJsonReader.Read(source.OpenRead);
    }

    private static byte[] Head(IImportSource source)
    {
        using Stream stream = source.OpenRead();
        byte[] head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    /// <summary>What stands between the cells of an export, or <see langword="null"/> when the file is none: its texts may hold anything, so only the heading can show it.</summary>
    /// <param name="stream">Seekable; left at its start.</param>
    public static char? Delimiter(Stream stream)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        stream.Position = 0;
        int length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        return Delimiter(head[..length]);
    }

    // Spreadsheets of some countries save with semicolons.
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

    private static bool KnowsSheets(IImportSource source)
    {
        try
        {
            return WorkbookReader.SheetNames(source.OpenRead()).ToHashSet(StringComparer.Ordinal).IsSupersetOf([ExportKinds.Trade, ExportKinds.Execution, ExportKinds.Account]);
        }
        catch (ProblemException)
        {
            return false;
        }
    }

    // The sheets are the kinds; one that would be too long goes on in another.
    private static IEnumerable<ExportRecord> ReadWorkbook(IImportSource source)
    {
        string? sheet = null;
        IReadOnlyList<string> columns = [];
        foreach ((string name, ImportRow row) in WorkbookReader.ReadNamed(source.OpenRead()))
        {
            if (name != sheet)
            {
                (sheet, columns) = (name, row.Cells);
                continue;
            }

            yield return new ExportRecord(row.Line, name.Split(' ')[0], Values(row, columns, from: 0, cell => cell));
        }
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

            yield return new ExportRecord(row.Line, row.Cells[0], Values(row, columns, from: 1, ExportCell.Restore));
        }
    }

    private static Dictionary<string, string> Values(ImportRow row, IReadOnlyList<string> columns, int from, Func<string, string> plain)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = from; i < row.Cells.Count && i < columns.Count; i++)
        {
            if (row.Cells[i].Length > 0)
            {
                values[columns[i]] = plain(row.Cells[i]);
            }
        }

        return values;
    }
}
