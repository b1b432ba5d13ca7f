namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>What a file really is, whatever its name says.</summary>
internal enum SourceKind
{
    /// <summary>No text, or nothing that can be read as rows.</summary>
    Unknown,

    /// <summary>Text with delimiters.</summary>
    Delimited,

    /// <summary>An .xlsx workbook.</summary>
    Workbook,

    /// <summary>A page with tables, as MetaTrader and banks that call it .xls write it.</summary>
    Html,

    /// <summary>XML: records as elements with attributes, or a workbook of 2003.</summary>
    Xml,

    /// <summary>JSON with a list of records.</summary>
    Json,

    /// <summary>The binary .xls of before 2007.</summary>
    OldWorkbook,

    /// <summary>An archive of files.</summary>
    Archive,
}
