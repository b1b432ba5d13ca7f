using System.Text;
using AIWendy.Plugins.Journal.Export;
using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>An uploaded file of which is known what it is and how its rows are separated.</summary>
internal sealed class ImportFile : IImportSource
{
    private const int HeadRows = 60;
    private const int HeadRowsPerSheet = 20;

    private readonly Func<Stream> _open;
    private readonly HashSet<int> _sections = [];

    private ImportFile(string fileName, Func<Stream> open, ReadingChoices choices, Encoding? encoding, SourceKind kind, char delimiter, bool hasHead)
    {
        FileName = fileName;
        _open = open;
        Choices = choices;
        Encoding = encoding;
        Kind = kind;
        Delimiter = delimiter;
        Head = IsReadable && hasHead ? ReadHead() : [];
    }

    /// <inheritdoc />
    public string FileName { get; }

    /// <summary>What the user says about the file.</summary>
    public ReadingChoices Choices { get; }

    /// <summary>What the file is.</summary>
    public SourceKind Kind { get; }

    /// <summary>Encoding of a text file, otherwise <see langword="null"/>.</summary>
    public Encoding? Encoding { get; }

    /// <summary>What separates the cells of delimited text.</summary>
    public char Delimiter { get; }

    /// <summary>Whether rows can be read from it.</summary>
    public bool IsReadable => Kind is SourceKind.Delimited or SourceKind.Workbook or SourceKind.Html or SourceKind.Xml or SourceKind.Json;

    /// <inheritdoc />
    public IReadOnlyList<ImportRow> Head { get; }

    /// <summary>How the table that was read last is written; told by its importer.</summary>
    public DetectedStyle? Style { get; set; }

    /// <summary>Looks at a file.</summary>
    /// <param name="fileName">As uploaded.</param>
    /// <param name="open">Opens the content from its start, seekable.</param>
    /// <param name="choices">What the user says about it.</param>
    /// <exception cref="ProblemException">Code <c>file_empty</c>, or a row limit is passed within the head.</exception>
    public static ImportFile Open(string fileName, Func<Stream> open, ReadingChoices? choices = null)
    {
        using Stream stream = open();
        if (stream.Length == 0)
        {
            throw new ProblemException(400, "file_empty", Text.Of("The file is empty. Export it again and check that it has a size before uploading.", "文件是空的。请重新导出，上传前确认文件不为空。"));
        }

        Encoding? encoding = TextEncodings.Detect(stream);
        encoding = encoding is null ? null : choices?.Encoding ?? encoding;
        SourceKind kind = SourceKinds.Of(stream, encoding);
        char delimiter = kind == SourceKind.Delimited && encoding is not null ? ExportReader.Delimiter(stream) ?? Delimiters.Detect(stream, encoding) : ',';
        return new ImportFile(fileName, open, choices ?? ReadingChoices.None, encoding, kind, delimiter, hasHead: kind != SourceKind.Json || stream.Length <= JsonRecords.MaxBytes);
    }

    /// <inheritdoc />
    public Stream OpenRead() => _open();

    /// <summary>Whether another sheet begins with a row.</summary>
    public bool IsSectionStart(int line) => _sections.Contains(line);

    /// <inheritdoc />
    public IEnumerable<ImportRow> ReadRows() => Read(int.MaxValue);

    private IEnumerable<ImportRow> Read(int perSheet) => Kind switch
    {
        SourceKind.Delimited => ReadText(text => new DelimitedReader(text, Delimiter).ReadRows()),
        SourceKind.Html => ReadText(text => new HtmlReader(text).ReadRows()),
        SourceKind.Workbook => WorkbookReader.ReadRows(_open(), perSheet, line => _sections.Add(line)),
        SourceKind.Xml => XmlRecords.ReadRows(_open()),
        SourceKind.Json => JsonRecords.ReadRows(_open(), Encoding!),
        _ => throw new ProblemException(400, "not_a_text_file", Text.Of("The file is not text, whatever its name says. Export the trades as CSV.", "文件不是文本，无论名字怎么写。请把成交记录导出为 CSV。")),
    };

    private IEnumerable<ImportRow> ReadText(Func<TextReader, IEnumerable<ImportRow>> read)
    {
        using StreamReader text = new(_open(), Encoding!, detectEncodingFromByteOrderMarks: true);
        foreach (ImportRow row in read(text))
        {
            yield return row;
        }
    }

    private List<ImportRow> ReadHead() => [.. Read(Kind == SourceKind.Workbook ? HeadRowsPerSheet * 2 : int.MaxValue).Take(HeadRows)];
}

/// <summary>How a table turned out to be written.</summary>
/// <param name="DecimalSeparator">Point or comma.</param>
/// <param name="Order">Order of day and month, or <see langword="null"/> where dates do not depend on it.</param>
/// <param name="HeaderLine">Line of the headings, or 0.</param>
internal sealed record DetectedStyle(char DecimalSeparator, DateOrder? Order, int HeaderLine);
