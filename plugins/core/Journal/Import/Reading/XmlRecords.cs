using System.Globalization;
using System.Xml;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>
/// Reads XML as rows. Elements that carry their values in attributes become rows that begin with the element's name and
/// "Header" or "Data", as in sectioned CSV statements; a workbook of 2003 becomes the rows of its sheets.
/// </summary>
internal static class XmlRecords
{
    private const int FewestAttributes = 2;

    /// <summary>Reads the rows as a stream.</summary>
    /// <param name="stream">The file; disposed at the end.</param>
    public static IEnumerable<ImportRow> ReadRows(Stream stream)
    {
        using XmlReader xml = SafeXml.Open(stream);
        string element = string.Empty;
        List<string> names = [];
        int sheetRow = 0;
        while (Advance(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "Row" && xml.NamespaceURI == "urn:schemas-microsoft-com:office:spreadsheet")
            {
                sheetRow++;
                List<string> sheetCells = ReadSheetRow(xml);
                if (sheetCells.Exists(cell => cell.Length > 0))
                {
                    yield return new ImportRow(sheetRow, sheetCells);
                }
            }
            else if (xml.AttributeCount >= FewestAttributes && xml.AttributeCount <= DelimitedReader.MaxColumns)
            {
                int line = ((IXmlLineInfo)xml).LineNumber;
                (List<string> keys, List<string> values) = Attributes(xml);
                if (element != xml.LocalName || !keys.SequenceEqual(names))
                {
                    (element, names) = (xml.LocalName, keys);
                    yield return new ImportRow(line, [element, "Header", .. keys]);
                }

                yield return new ImportRow(line, [element, "Data", .. values]);
            }
        }
    }

    private static bool Advance(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException exception)
        {
            throw SafeXml.Damaged(exception);
        }
    }

    private static (List<string> Keys, List<string> Values) Attributes(XmlReader xml)
    {
        List<string> keys = [];
        List<string> values = [];
        while (xml.MoveToNextAttribute())
        {
            keys.Add(xml.LocalName);
            values.Add(xml.Value.Trim());
        }

        xml.MoveToElement();
        return (keys, values);
    }

    private static List<string> ReadSheetRow(XmlReader xml)
    {
        List<string> cells = [];
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        int column = -1;
        while (Advance(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "Row"))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Cell")
            {
                string? index = xml.GetAttribute("Index", xml.NamespaceURI);
                column = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int stated) ? stated - 1 : column + 1;
                if (column is < 0 or >= DelimitedReader.MaxColumns)
                {
                    throw DelimitedReader.TooManyColumns(((IXmlLineInfo)xml).LineNumber);
                }
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && column >= 0)
            {
                while (cells.Count <= column)
                {
                    cells.Add(string.Empty);
                }

                cells[column] += xml.Value.Trim();
            }
        }

        return cells;
    }
}
