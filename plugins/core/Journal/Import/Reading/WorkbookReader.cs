using System.Globalization;
using System.IO.Compression;
using System.Xml;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>
/// Reads the rows of an .xlsx workbook as a stream. Numbers keep the digits that are stored, dates come out as ISO text,
/// and every sheet after the first begins a section.
/// </summary>
internal static class WorkbookReader
{
    /// <summary>Reads all visible sheets one after the other, without the spaces around texts.</summary>
    /// <param name="stream">The file; disposed at the end.</param>
    /// <param name="perSheet">Most rows of each sheet.</param>
    /// <param name="onSection">Told the number of the row with which a further sheet begins.</param>
    public static IEnumerable<ImportRow> ReadRows(Stream stream, int perSheet, Action<int> onSection)
    {
        using ZipArchive archive = OpenArchive(stream);
        WorkbookParts parts = Guard(() => new WorkbookParts(archive));
        int offset = 0;
        bool first = true;
        foreach (WorkbookSheet sheet in parts.Visible)
        {
            int last = offset;
            int taken = 0;
            foreach (ImportRow row in ReadSheet(parts, sheet, trims: true).Take(perSheet))
            {
                if (!first && taken == 0)
                {
                    onSection(offset + row.Line);
                }

                taken++;
                last = offset + row.Line;
                yield return offset == 0 ? row : row with { Line = last };
            }

            first &= taken == 0;
            offset = last;
        }
    }

    /// <summary>Reads all sheets, hidden ones too, each row with the name of its sheet; texts come as they stand.</summary>
    /// <param name="stream">The file; disposed at the end.</param>
    public static IEnumerable<(string Sheet, ImportRow Row)> ReadNamed(Stream stream)
    {
        using ZipArchive archive = OpenArchive(stream);
        WorkbookParts parts = Guard(() => new WorkbookParts(archive));
        foreach (WorkbookSheet sheet in parts.Sheets)
        {
            foreach (ImportRow row in ReadSheet(parts, sheet, trims: false))
            {
                yield return (sheet.Name, row);
            }
        }
    }

    /// <summary>Names of all sheets.</summary>
    /// <param name="stream">The file; disposed at the end.</param>
    public static IReadOnlyList<string> SheetNames(Stream stream)
    {
        using ZipArchive archive = OpenArchive(stream);
        return [.. Guard(() => new WorkbookParts(archive)).Sheets.Select(sheet => sheet.Name)];
    }

    private static IEnumerable<ImportRow> ReadSheet(WorkbookParts parts, WorkbookSheet sheet, bool trims)
    {
        using XmlReader xml = Guard(() => SafeXml.Open(WorkbookParts.Open(sheet.Part)));
        SheetReader reader = new(xml, parts, trims);
        while (Guard(reader.Next) is { } row)
        {
            yield return row;
        }
    }

    private static ZipArchive OpenArchive(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            stream.Dispose();
            throw Damaged();
        }
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException exception)
        {
            throw SafeXml.Damaged(exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or KeyNotFoundException or NotSupportedException)
        {
            throw Damaged();
        }
    }

    private static ProblemException Damaged() => new(422, "file_damaged", Text.Of(
        "The workbook is damaged. Open it in your spreadsheet program, save it again or as CSV, and import that.",
        "工作簿已损坏。请在表格程序中打开后重新保存或另存为 CSV，再导入。"));

    private sealed class SheetReader(XmlReader xml, WorkbookParts parts, bool trims)
    {
        private int _row;
        private int _count;

        // The next row that holds anything.
        public ImportRow? Next()
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                {
                    continue;
                }

                _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > _row ? number : _row + 1;
                List<string> cells = xml.IsEmptyElement ? [] : ReadCells();
                if (cells.Exists(cell => cell.Length > 0))
                {
                    return ++_count <= DelimitedReader.MaxRows ? new ImportRow(_row, cells) : throw DelimitedReader.TooManyRows();
                }
            }

            return null;
        }

        private List<string> ReadCells()
        {
            List<string> cells = [];
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
                {
                    int column = Column(xml.GetAttribute("r")) ?? cells.Count;
                    string value = ReadCell();
                    value = trims ? value.Trim() : value;
                    if (value.Length > 0)
                    {
                        Put(cells, column, value);
                    }
                    else if (column == cells.Count && column < DelimitedReader.MaxColumns)
                    {
                        cells.Add(string.Empty);
                    }
                }
            }

            return cells;
        }

        private void Put(List<string> cells, int column, string value)
        {
            if (column >= DelimitedReader.MaxColumns)
            {
                throw DelimitedReader.TooManyColumns(_row);
            }

            while (cells.Count <= column)
            {
                cells.Add(string.Empty);
            }

            cells[column] = value;
        }

        private string ReadCell()
        {
            string type = xml.GetAttribute("t") ?? "n";
            int style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int found) ? found : -1;
            if (xml.IsEmptyElement)
            {
                return string.Empty;
            }

            if (type == "inlineStr")
            {
                return WorkbookParts.ReadText(xml, "c");
            }

            string value = string.Empty;
            bool inValue = false;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c"))
            {
                if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                {
                    inValue = xml.NodeType == XmlNodeType.Element && xml.LocalName == "v" && !xml.IsEmptyElement;
                }
                else if (inValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                {
                    value += xml.Value;
                }
            }

            return Plain(type, value, style);
        }

        private string Plain(string type, string value, int style) => type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < parts.Shared.Count ? parts.Shared[index] : string.Empty,
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => string.Empty,
            "n" => Number(value, style),
            _ => value,
        };

        private string Number(string value, int style)
        {
            if (value.Length == 0 || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                return value;
            }

            if (parts.IsDate(style) && number is >= 0 and < 2_958_466)
            {
                return Moment(number);
            }

            // Spreadsheets store binary fractions with 17 digits; the shortest text that means the same is what was typed.
            string shortest = value.Length <= 15 ? value : number.ToString("R", CultureInfo.InvariantCulture);
            return shortest.Contains('E', StringComparison.Ordinal) && decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain)
                ? plain.ToString(CultureInfo.InvariantCulture)
                : shortest;
        }

        private string Moment(double serial)
        {
            double days = parts.From1904 ? serial + 1462 : serial;
            long milliseconds = (long)Math.Round((days - Math.Floor(days)) * 86_400_000);
            DateTime moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(Math.Floor(days)).AddMilliseconds(milliseconds);
            string format = days < 1 ? "HH:mm:ss" : milliseconds == 0 ? "yyyy-MM-dd" : milliseconds % 1000 == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.fff";
            return moment.ToString(format, CultureInfo.InvariantCulture);
        }

        private static int? Column(string? reference)
        {
            int column = 0;
            int at = 0;
            while (reference is not null && at < reference.Length && char.IsAsciiLetter(reference[at]) && at < 4)
            {
                column = (column * 26) + (char.ToUpperInvariant(reference[at++]) - 'A' + 1);
            }

            return column == 0 ? null : column - 1;
        }
    }
}
