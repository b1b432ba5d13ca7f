using System.Globalization;
using System.IO.Compression;
using System.Xml;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Part">Its part of the package.</param>
/// <param name="IsVisible">Whether it has a tab.</param>
internal sealed record WorkbookSheet(string Name, ZipArchiveEntry Part, bool IsVisible);

/// <summary>The parts of an .xlsx package: its sheets, its shared texts, and which cell styles are dates.</summary>
internal sealed class WorkbookParts
{
    /// <summary>Most bytes that one part may unpack to.</summary>
    public const long MaxPart = 400L * 1024 * 1024;

    private const long SuspiciousSize = 20L * 1024 * 1024;
    private const int SuspiciousRatio = 100;
    private const int MaxShared = 2_000_000;
    private const int MaxSharedChars = 30_000_000;

    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ZipArchiveEntry> _targets = new(StringComparer.Ordinal);
    private readonly List<bool> _dateStyles = [];

    public WorkbookParts(ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        ReadRelations();
        Sheets = ReadSheets();
        ReadStyles();
    }

    /// <summary>The sheets in their order.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>Those that people see.</summary>
    public IEnumerable<WorkbookSheet> Visible => Sheets.Where(sheet => sheet.IsVisible);

    /// <summary>Texts that cells point to; read when the first of them is asked for.</summary>
    public IReadOnlyList<string> Shared => field ??= ReadShared();

    /// <summary>Whether days count from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>Whether a cell style shows a number as a date or time.</summary>
    public bool IsDate(int style) => style >= 0 && style < _dateStyles.Count && _dateStyles[style];

    /// <summary>Opens a part, refusing what unpacks beyond all measure.</summary>
    public static Stream Open(ZipArchiveEntry part)
    {
        bool bomb = part.Length > MaxPart || (part.Length > SuspiciousSize && part.Length / Math.Max(1, part.CompressedLength) > SuspiciousRatio);
        return bomb ? throw TooLarge() : new BoundedStream(part.Open(), Math.Min(MaxPart, Math.Max(part.Length, 1024)), TooLarge);
    }

    private static ProblemException TooLarge() => new(422, "file_unpacks_too_large", Text.Of(
        "The workbook unpacks to far more than its size suggests, so it was not read. Save the list of trades alone as CSV or as a new workbook.",
        "工作簿解压后远大于其文件大小，因此没有读取。请只把交易列表另存为 CSV 或新的工作簿。"));

    private void ReadRelations()
    {
        if (!_parts.TryGetValue("xl/_rels/workbook.xml.rels", out ZipArchiveEntry? part))
        {
            return;
        }

        using XmlReader xml = SafeXml.Open(Open(part));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target
                && _parts.TryGetValue(target.StartsWith('/') ? target[1..] : "xl/" + target, out ZipArchiveEntry? entry))
            {
                _targets[id] = entry;
            }
        }
    }

    private List<WorkbookSheet> ReadSheets()
    {
        List<WorkbookSheet> sheets = [];
        using XmlReader xml = SafeXml.Open(Open(_parts["xl/workbook.xml"]));
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                From1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && RelationId(xml) is { } id && _targets.TryGetValue(id, out ZipArchiveEntry? part))
            {
                sheets.Add(new WorkbookSheet(xml.GetAttribute("name") ?? string.Empty, part, xml.GetAttribute("state") is null or "visible"));
            }
        }

        return sheets.Exists(sheet => sheet.IsVisible)
            ? sheets
            : [.. _parts.Where(part => part.Key.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase)).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => new WorkbookSheet(part.Key, part.Value, IsVisible: true))];
    }

    private static string? RelationId(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.EndsWith("relationships", StringComparison.Ordinal) ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }

    private List<string> ReadShared()
    {
        List<string> shared = [];
        if (!_parts.TryGetValue("xl/sharedStrings.xml", out ZipArchiveEntry? part))
        {
            return shared;
        }

        long characters = 0;
        using XmlReader xml = SafeXml.Open(Open(part));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                string text = ReadText(xml, "si");
                characters += text.Length;
                if (shared.Count == MaxShared || characters > MaxSharedChars)
                {
                    throw TooLarge();
                }

                shared.Add(text);
            }
        }

        return shared;
    }

    /// <summary>Reads the runs of a text up to the end of an element; phonetic guides are no text.</summary>
    public static string ReadText(XmlReader xml, string until)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        string text = string.Empty;
        bool inText = false;
        bool guide = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == until))
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh":
                    guide = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh":
                    guide = false;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText && !guide:
                    text += xml.Value;
                    break;
            }
        }

        return WorkbookText.Decode(text);
    }

    private void ReadStyles()
    {
        if (!_parts.TryGetValue("xl/styles.xml", out ZipArchiveEntry? part))
        {
            return;
        }

        Dictionary<int, bool> formats = [];
        bool inCells = false;
        using XmlReader xml = SafeXml.Open(Open(part));
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml.GetAttribute("numFmtId")) is { } custom)
            {
                formats[custom] = IsDateFormat(xml.GetAttribute("formatCode") ?? string.Empty);
            }
            else if (inCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
            {
                int format = Number(xml.GetAttribute("numFmtId")) ?? 0;
                _dateStyles.Add(formats.TryGetValue(format, out bool date) ? date : format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
            }
        }
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    private static bool IsDateFormat(string code)
    {
        bool quoted = false;
        bool bracket = false;
        for (int i = 0; i < code.Length; i++)
        {
            char current = char.ToLowerInvariant(code[i]);
            if (current == '\\')
            {
                i++;
            }
            else if (current == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && current is '[' or ']')
            {
                bracket = current == '[';
            }
            else if (!quoted && !bracket && current is 'y' or 'd' or 'h' or 's' or 'm')
            {
                return true;
            }
        }

        return false;
    }
}
