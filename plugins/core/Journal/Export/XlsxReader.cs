using System.IO.Compression;
using System.Xml;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// Reads the workbook of an export, also after a spreadsheet program saved it: texts may stand in their cells or in the
/// table of shared strings. Nothing outside the archive is loaded, and what unpacks to too much is refused.
/// </summary>
internal static class XlsxReader
{
    private const long LargestPart = 512L * 1024 * 1024;
    private const int MostSharedCharacters = 64 * 1024 * 1024;
    private const int MostColumns = 100;

    /// <summary>Whether the sheets are those of an export.</summary>
    public static bool Knows(Func<Stream> open)
    {
        try
        {
            using Stream stream = open();
            using ZipArchive zip = new(stream, ZipArchiveMode.Read);
            HashSet<string> names = [.. Sheets(zip).Select(sheet => sheet.Name)];
            return names.IsSupersetOf([ExportKinds.Trade, ExportKinds.Execution, ExportKinds.Account]);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or ProblemException)
        {
            return false;
        }
    }

    /// <summary>Reads every record; the sheets are the kinds.</summary>
    public static IEnumerable<ExportRecord> Read(Func<Stream> open)
    {
        using Stream stream = open();
        using ZipArchive zip = new(stream, ZipArchiveMode.Read);
        List<string> shared = SharedStrings(zip);
        foreach ((string name, string path) in Sheets(zip))
        {
            string kind = name.Split(' ')[0];
            string[]? columns = null;
            foreach ((int row, Dictionary<int, string> cells) in Rows(zip, path, shared))
            {
                if (columns is null)
                {
                    columns = [.. Enumerable.Range(0, cells.Keys.DefaultIfEmpty(-1).Max() + 1).Select(i => cells.GetValueOrDefault(i, string.Empty))];
                    continue;
                }

                yield return new ExportRecord(
                    row, kind, cells.Where(cell => cell.Key < columns.Length).ToDictionary(cell => columns[cell.Key], cell => cell.Value, StringComparer.Ordinal));
            }
        }
    }

    private static List<(string Name, string Path)> Sheets(ZipArchive zip)
    {
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        using (XmlReader relations = Open(zip, "xl/_rels/workbook.xml.rels"))
        {
            while (relations.Read())
            {
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") is { } id && relations.GetAttribute("Target") is { } target)
                {
                    targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
                }
            }
        }

        List<(string, string)> sheets = [];
        using XmlReader workbook = Open(zip, "xl/workbook.xml");
        while (workbook.Read())
        {
            if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && workbook.GetAttribute("name") is { } name && RelationId(workbook) is { } id
                && targets.TryGetValue(id, out string? path))
            {
                sheets.Add((name, path));
            }
        }

        return sheets;
    }

    private static string? RelationId(XmlReader element) =>
        element.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? element.GetAttribute("r:id");

    private static List<string> SharedStrings(ZipArchive zip)
    {
        List<string> strings = [];
        if (zip.GetEntry("xl/sharedStrings.xml") is null)
        {
            return strings;
        }

        long characters = 0;
        using XmlReader xml = Open(zip, "xl/sharedStrings.xml");
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(ReadTexts(xml, "si"));
                characters += strings[^1].Length;
                if (characters > MostSharedCharacters)
                {
                    throw TooLarge();
                }
            }
        }

        return strings;
    }

    private static IEnumerable<(int Row, Dictionary<int, string> Cells)> Rows(ZipArchive zip, string path, List<string> shared)
    {
        using XmlReader xml = Open(zip, path);
        int row = 0;
        Dictionary<int, string> cells = [];
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                row++;
                cells = [];
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                int column = Column(xml.GetAttribute("r"), cells.Count);
                string text = xml.IsEmptyElement ? string.Empty : ReadCell(xml, shared);
                if (text.Length > 0 && column < MostColumns)
                {
                    cells[column] = text;
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells.Count > 0)
            {
                yield return (row, cells);
            }
        }
    }

    private static string ReadCell(XmlReader xml, List<string> shared)
    {
        string type = xml.GetAttribute("t") ?? "n";
        string text = ReadTexts(xml, "c");
        return type == "s" && int.TryParse(text, out int index) && index >= 0 && index < shared.Count ? shared[index] : text;
    }

    // The texts of an element's t and v descendants; the reader stands on its end afterwards.
    private static string ReadTexts(XmlReader xml, string element)
    {
        string text = string.Empty;
        bool reads = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName is "t" or "v":
                    reads = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "t" or "v":
                    reads = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reads:
                    text += xml.Value;
                    break;
            }
        }

        return text;
    }

    private static int Column(string? reference, int next)
    {
        int column = 0;
        foreach (char letter in reference ?? string.Empty)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                break;
            }

            column = (column * 26) + (letter - 'A') + 1;
            if (column > MostColumns)
            {
                return MostColumns;
            }
        }

        return column == 0 ? next : column - 1;
    }

    private static XmlReader Open(ZipArchive zip, string path)
    {
        ZipArchiveEntry entry = zip.GetEntry(path) ?? throw new ProblemException(422, "format_not_recognised", Text.Of("A part of the workbook is missing.", "工作簿缺少一部分。"));
        if (entry.Length > LargestPart)
        {
            throw TooLarge();
        }

        return XmlReader.Create(entry.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            CheckCharacters = false,
            MaxCharactersInDocument = LargestPart,
        });
    }

    private static ProblemException TooLarge() =>
        new(413, "file_too_large", Text.Of("The workbook unpacks to more than can be read. Export a shorter period.", "工作簿解压后过大。请导出较短的时间段。"));
}
