using System.IO.Compression;
using System.Text;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>Tells the kinds of files apart by their content.</summary>
internal static class SourceKinds
{
    private const int ProbeChars = 4096;

    /// <summary>The kind of a file.</summary>
    /// <param name="stream">Seekable; left at its start.</param>
    /// <param name="encoding">Encoding of a text, or <see langword="null"/> when it is none.</param>
    public static SourceKind Of(Stream stream, Encoding? encoding)
    {
        if (encoding is null)
        {
            return OfBinary(stream);
        }

        stream.Position = 0;
        using StreamReader text = new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        char[] buffer = new char[ProbeChars];
        string start = new string(buffer, 0, text.ReadBlock(buffer, 0, buffer.Length)).TrimStart();
        stream.Position = 0;
        return start.Length == 0 ? SourceKind.Delimited : OfText(start);
    }

    private static SourceKind OfText(string start)
    {
        if (start[0] == '<')
        {
            bool page = start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<table", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<tr>", StringComparison.OrdinalIgnoreCase) || start.Contains("<tr ", StringComparison.OrdinalIgnoreCase);
            bool workbook = start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase);
            return page && !workbook ? SourceKind.Html : SourceKind.Xml;
        }

        bool json = start[0] == '{' || (start[0] == '[' && start.AsSpan(1).TrimStart() is ['{' or '[', ..]);
        return json ? SourceKind.Json : SourceKind.Delimited;
    }

    private static SourceKind OfBinary(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (length == 4 && start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return SourceKind.OldWorkbook;
        }

        if (length < 4 || !start.SequenceEqual("PK\u0003\u0004"u8))
        {
            return SourceKind.Unknown;
        }

        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            bool workbook = archive.Entries.Any(entry => entry.FullName.Replace('\\', '/').Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
            return workbook ? SourceKind.Workbook : SourceKind.Archive;
        }
        catch (InvalidDataException)
        {
            return SourceKind.Archive;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
