using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using AIWendy.Plugins.Journal.Import.Reading;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// A workbook with a sheet for each kind of record, written as a stream: texts stand in their cells instead of a table of
/// strings that would have to be kept. Texts are typed as such, so that none is a formula, and marked with a quote prefix
/// where a spreadsheet could think otherwise when somebody edits them.
/// </summary>
internal sealed class XlsxExport(Stream output) : IExportWriter
{
    /// <summary>Rows that a sheet can hold.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>Digits that spreadsheets keep; a longer number is written as text, so that nothing is lost.</summary>
    private const int MostDigits = 15;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];
    private ExportTable? _table;
    private XmlWriter? _sheet;
    private Stream? _part;
    private int _rows;

    public void Begin(ExportTable table)
    {
        EndSheet();
        _table = table;
        BeginSheet(table.Kind);
    }

    public void Write(ReadOnlySpan<object?> values)
    {
        ExportTable table = _table ?? throw new InvalidOperationException("No table was begun.");
        if (_rows == MostRows)
        {
            EndSheet();
            BeginSheet($"{table.Kind} ({_sheets.Count(sheet => sheet.StartsWith(table.Kind, StringComparison.Ordinal)) + 1})");
        }

        StartRow();
        for (int i = 0; i < values.Length; i++)
        {
            if (ExportCell.Text(values[i]) is { } text)
            {
                WriteCell(i, text, table.Columns[i].Type == ExportType.Number && text.Count(char.IsAsciiDigit) <= MostDigits, style: ExportCell.IsRisky(text) ? 1 : 0);
            }
        }

        EndRow();
    }

    public void End()
    {
        EndSheet();
        WritePart("[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", $"{Packages}/content-types");
            WriteElement(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            WriteElement(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
            WriteElement(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Office}.sheet.main+xml"));
            WriteElement(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Office}.styles+xml"));
            for (int i = 1; i <= _sheets.Count; i++)
            {
                WriteElement(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", $"{Office}.worksheet+xml"));
            }
        });
        WritePart("_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", $"{Packages}/relationships");
            WriteElement(xml, "Relationship", ("Id", "rId1"), ("Type", $"{Relations}/officeDocument"), ("Target", "xl/workbook.xml"));
        });
        WritePart("xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Relations);
            xml.WriteStartElement("sheets", Main);
            for (int i = 0; i < _sheets.Count; i++)
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", _sheets[i]);
                xml.WriteAttributeString("sheetId", Number(i + 1));
                xml.WriteAttributeString("id", Relations, $"rId{i + 1}");
                xml.WriteEndElement();
            }
        });
        WritePart("xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", $"{Packages}/relationships");
            for (int i = 1; i <= _sheets.Count; i++)
            {
                WriteElement(xml, "Relationship", ("Id", $"rId{i}"), ("Type", $"{Relations}/worksheet"), ("Target", $"worksheets/sheet{i}.xml"));
            }

            WriteElement(xml, "Relationship", ("Id", $"rId{_sheets.Count + 1}"), ("Type", $"{Relations}/styles"), ("Target", "styles.xml"));
        });
        using (Stream styles = _zip.CreateEntry("xl/styles.xml", CompressionLevel.Fastest).Open())
        {
            styles.Write(Encoding.UTF8.GetBytes(Styles));
        }

        _zip.Dispose();
    }

    public void Dispose()
    {
        _sheet?.Dispose();
        _part?.Dispose();
        _zip.Dispose();
    }

    // Style 0 is plain, 1 has the quote prefix, 2 is the bold of headings.
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>
        """;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void WriteElement(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, $"{Packages}/{(name == "Relationship" ? "relationships" : "content-types")}");
        foreach ((string attribute, string value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static XmlWriter Xml(Stream part) =>
        XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.None, CloseOutput = false });

    private void WritePart(string name, Action<XmlWriter> write)
    {
        using Stream part = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        using XmlWriter xml = Xml(part);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private void BeginSheet(string name)
    {
        _sheets.Add(name);
        _rows = 0;
        _part = _zip.CreateEntry($"xl/worksheets/sheet{_sheets.Count}.xml", CompressionLevel.Fastest).Open();
        _sheet = Xml(_part);
        _sheet.WriteStartDocument(standalone: true);
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        _sheet.WriteStartElement("sheetData", Main);
        StartRow();
        for (int i = 0; i < _table!.Columns.Count; i++)
        {
            WriteCell(i, _table.Columns[i].Name, isNumber: false, style: 2);
        }

        EndRow();
    }

    private void EndSheet()
    {
        if (_sheet is not null)
        {
            _sheet.WriteEndDocument();
            _sheet.Dispose();
            _part!.Dispose();
            _sheet = null;
        }
    }

    private void StartRow()
    {
        _rows++;
        _sheet!.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", Number(_rows));
    }

    private void EndRow() => _sheet!.WriteEndElement();

    private void WriteCell(int column, string text, bool isNumber, int style)
    {
        _sheet!.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("r", Column(column) + Number(_rows));
        if (style > 0)
        {
            _sheet.WriteAttributeString("s", Number(isNumber ? 0 : style));
        }

        if (isNumber)
        {
            _sheet.WriteElementString("v", Main, text);
        }
        else
        {
            _sheet.WriteAttributeString("t", "inlineStr");
            _sheet.WriteStartElement("is", Main);
            _sheet.WriteStartElement("t", Main);
            _sheet.WriteAttributeString("xml", "space", null, "preserve");
            _sheet.WriteString(WorkbookText.Encode(text));
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }

        _sheet.WriteEndElement();
    }

    // 0 is A, 26 is AA; no table has more than 702 columns.
    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : string.Create(2, index, (name, i) => (name[0], name[1]) = ((char)('A' + (i / 26) - 1), (char)('A' + (i % 26))));
}
