using System.Text;
using AIWendy.Sdk;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>An uploaded file whose encoding and delimiter are known.</summary>
internal sealed class ImportFile : IImportSource
{
    private const int HeadRows = 60;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private readonly Func<Stream> _open;

    private ImportFile(string fileName, Func<Stream> open, Encoding? encoding, char delimiter)
    {
        FileName = fileName;
        _open = open;
        Encoding = encoding;
        Delimiter = delimiter;
        Head = encoding is null ? [] : ReadHead();
    }

    /// <inheritdoc />
    public string FileName { get; }

    /// <summary>Encoding of a text file, otherwise <see langword="null"/>.</summary>
    public Encoding? Encoding { get; }

    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; }

    /// <inheritdoc />
    public IReadOnlyList<ImportRow> Head { get; }

    /// <summary>Looks at a file.</summary>
    /// <param name="fileName">As uploaded.</param>
    /// <param name="open">Opens the content from its start, seekable.</param>
    /// <exception cref="ProblemException">Code <c>file_empty</c>, or a row limit is passed within the head.</exception>
    public static ImportFile Open(string fileName, Func<Stream> open)
    {
        using Stream stream = open();
        if (stream.Length == 0)
        {
            throw new ProblemException(400, "file_empty", Text.Of("The file is empty. Export it again and check that it has a size before uploading.", "文件是空的。请重新导出，上传前确认文件不为空。"));
        }

        Encoding? encoding = TextEncodings.Detect(stream);
        return new ImportFile(fileName, open, encoding, encoding is null ? ',' : DetectDelimiter(stream, encoding));
    }

    /// <inheritdoc />
    public Stream OpenRead() => _open();

    /// <inheritdoc />
    public IEnumerable<ImportRow> ReadRows()
    {
        if (Encoding is null)
        {
            throw new ProblemException(400, "not_a_text_file", Text.Of("The file is not text, whatever its name says. Export the trades as CSV.", "文件不是文本，无论名字怎么写。请把成交记录导出为 CSV。"));
        }

        return ReadText(Encoding);
    }

    private IEnumerable<ImportRow> ReadText(Encoding encoding)
    {
        using StreamReader text = new(_open(), encoding, detectEncodingFromByteOrderMarks: true);
        foreach (ImportRow row in new DelimitedReader(text, Delimiter).ReadRows())
        {
            yield return row;
        }
    }

    private List<ImportRow> ReadHead()
    {
        List<ImportRow> head = [];
        foreach (ImportRow row in ReadRows())
        {
            head.Add(row);
            if (head.Count == HeadRows)
            {
                break;
            }
        }

        return head;
    }

    // The delimiter is the character that occurs most steadily: at most lines, outside quotes, in equal numbers.
    private static char DetectDelimiter(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using StreamReader text = new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        char[] buffer = new char[64 * 1024];
        int length = text.ReadBlock(buffer, 0, buffer.Length);
        string[] lines = new string(buffer, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(HeadRows).ToArray();
        char best = ',';
        double bestScore = 0;
        foreach (char delimiter in Delimiters)
        {
            int[] counts = [.. lines.Select(line => CountOutsideQuotes(line, delimiter)).Where(count => count > 0)];
            if (counts.Length == 0)
            {
                continue;
            }

            int common = counts.GroupBy(count => count).Max(group => group.Count());
            double score = common + (counts.Average() / 100);
            if (score > bestScore)
            {
                (best, bestScore) = (delimiter, score);
            }
        }

        return best;
    }

    private static int CountOutsideQuotes(string line, char delimiter)
    {
        int count = 0;
        bool quoted = false;
        foreach (char current in line)
        {
            if (current == '"')
            {
                quoted = !quoted;
            }
            else if (current == delimiter && !quoted)
            {
                count++;
            }
        }

        return count;
    }
}
