using System.IO.Compression;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Takes the exports out of an archive. Names in it are never used as paths, and what unpacks beyond limits is refused.</summary>
internal static class UploadArchive
{
    private const long MaxTotal = 1024L * 1024 * 1024;
    private const long SuspiciousSize = 10L * 1024 * 1024;
    private const int SuspiciousRatio = 200;

    /// <summary>Whether a file is an archive, and no workbook.</summary>
    public static bool IsArchive(IncomingFile file)
    {
        using Stream stream = file.OpenRead();
        return stream.Length > 0 && TextEncodings.Detect(stream) is null && SourceKinds.Of(stream, null) == SourceKind.Archive;
    }

    /// <summary>The files of an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="most">Most files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ProblemException">Code <c>archive_invalid</c>, <c>file_unpacks_too_large</c> or <c>too_many_files</c>.</exception>
    public static async Task<List<TemporaryFile>> UnpackAsync(IncomingFile archive, int most, CancellationToken cancellationToken)
    {
        List<TemporaryFile> files = [];
        try
        {
            await using Stream stream = archive.OpenRead();
            using ZipArchive zip = new(stream, ZipArchiveMode.Read);
            ZipArchiveEntry[] entries = [.. zip.Entries.Where(IsExport)];
            Check(entries, most);
            foreach (ZipArchiveEntry entry in entries)
            {
                await using Stream content = entry.Open();
                files.Add(await TemporaryFile.CopyAsync(content, Upload.PlainName(entry.FullName), Math.Min(Upload.MaxBytes, entry.Length), Upload.TooLarge, cancellationToken));
            }

            return files;
        }
        catch (Exception exception)
        {
            foreach (TemporaryFile file in files)
            {
                await file.DisposeAsync();
            }

            throw exception is InvalidDataException or NotSupportedException ? Invalid() : exception;
        }
    }

    private static bool IsExport(ZipArchiveEntry entry)
    {
        string path = entry.FullName.Replace('\\', '/');
        return entry.Length > 0 && !path.EndsWith('/') && !path.StartsWith("__MACOSX", StringComparison.Ordinal) && !Upload.PlainName(path).StartsWith('.');
    }

    private static void Check(ZipArchiveEntry[] entries, int most)
    {
        if (entries.Length == 0)
        {
            throw Invalid();
        }

        if (entries.Length > most)
        {
            throw Upload.TooMany();
        }

        bool bomb = entries.Sum(entry => entry.Length) > MaxTotal
            || entries.Any(entry => entry.Length > SuspiciousSize && entry.Length / Math.Max(1, entry.CompressedLength) > SuspiciousRatio);
        if (bomb)
        {
            throw new ProblemException(422, "file_unpacks_too_large", Text.Of(
                "The archive unpacks to far more than its size suggests, so it was not opened. Unpack it yourself and import the exports in it.",
                "压缩文件解压后远大于其大小，因此没有打开。请自行解压后导入其中的文件。"));
        }
    }

    private static ProblemException Invalid() => new(422, "archive_invalid", Text.Of(
        "The archive is damaged or holds no export that can be read. Unpack it and import the files in it.",
        "压缩文件已损坏，或其中没有可读取的导出文件。请解压后导入其中的文件。"));
}
