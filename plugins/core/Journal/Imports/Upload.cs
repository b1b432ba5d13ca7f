using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>
/// Files received with their form fields. They stream into temporary files and stop at limits, so that memory stays
/// constant whatever is sent; an archive counts as the files in it.
/// </summary>
internal sealed class Upload : IAsyncDisposable
{
    /// <summary>Largest file.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>Most files at once, those of archives included.</summary>
    public const int MaxFiles = 50;

    private const long MaxTotal = 4 * MaxBytes;
    private const int MaxFieldBytes = 16 * 1024;
    private const int LongestName = 200;

    private readonly List<TemporaryFile> _files = [];
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private Upload()
    {
    }

    /// <summary>The files, at least one.</summary>
    public IReadOnlyList<IncomingFile> Files => [.. _files.Select(file => file.File)];

    /// <summary>The other fields of the form.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>Whether several files were meant, be it that an archive holds only one.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Reads the request's form.</summary>
    /// <exception cref="ProblemException">Not a form, no file, or too large.</exception>
    public static async Task<Upload> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxTotal + (64 * 1024))
        {
            throw TooLarge();
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new ProblemException(415, "multipart_required", Text.Of("Send the file as multipart/form-data in a field named “file”.", "请以 multipart/form-data 发送文件，字段名为“file”。"));
        }

        Upload upload = new();
        try
        {
            await upload.ReadAsync(new MultipartReader(boundary.Value!, request.Body) { HeadersCountLimit = 16 }, cancellationToken);
            if (upload._files.Count == 0)
            {
                throw new ProblemException(400, "file_missing", Text.Of("The form holds no file. Put it in a field named “file”.", "表单中没有文件。请放在名为“file”的字段中。"));
            }

            upload.IsSet = upload._files.Count > 1;
            await upload.UnpackAsync(cancellationToken);
            return upload;
        }
        catch (Exception exception)
        {
            await upload.DisposeAsync();
            if (exception is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested && exception is not BadHttpRequestException { StatusCode: 413 })
            {
                throw new ProblemException(400, "multipart_invalid", Text.Of("The upload is cut off or damaged. Send the file again.", "上传中断或文件损坏。请重新发送。"));
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (TemporaryFile file in _files)
        {
            await file.DisposeAsync();
        }

        _files.Clear();
    }

    /// <summary>A name without a path and without characters that no name has.</summary>
    public static string PlainName(string raw)
    {
        string name = new([.. raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..].Where(character => !char.IsControl(character))]);
        return name.Length == 0 ? "import.csv" : name.Length <= LongestName ? name : name[^LongestName..];
    }

    /// <summary>The answer to a file beyond the limit.</summary>
    public static ProblemException TooLarge() => new(413, "file_too_large", Text.Of(
        $"The file is larger than {MaxBytes / 1024 / 1024} MB. Split it by date and import the parts one after the other. If it is an export of this journal, export it as ZIP and import that.",
        $"文件超过 {MaxBytes / 1024 / 1024} MB。请按日期拆分后依次导入。如果是本日志的导出文件，请改为导出 ZIP 后导入。"));

    /// <summary>The answer to more files than are taken at once.</summary>
    public static ProblemException TooMany() => new(413, "too_many_files", Text.Of(
        $"More than {MaxFiles} files were sent at once. Import them in several steps.", $"一次最多 {MaxFiles} 个文件，请分几次导入。"));

    private async Task ReadAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        long total = 0;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
            {
                continue;
            }

            string field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? string.Empty;
            if (field is "file" or "files" or "file[]" or "files[]")
            {
                if (_files.Count == MaxFiles)
                {
                    throw TooMany();
                }

                string raw = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty;
                TemporaryFile file = await TemporaryFile.CopyAsync(section.Body, PlainName(raw), Math.Min(MaxBytes, MaxTotal - total), TooLarge, cancellationToken);
                _files.Add(file);
                total += file.File.Length;
            }
            else
            {
                _fields[field] = await ReadFieldAsync(section.Body, cancellationToken);
            }
        }
    }

    // Archives are replaced by what is in them.
    private async Task UnpackAsync(CancellationToken cancellationToken)
    {
        foreach (TemporaryFile archive in _files.Where(file => UploadArchive.IsArchive(file.File)).ToList())
        {
            List<TemporaryFile> content = await UploadArchive.UnpackAsync(archive.File, MaxFiles - _files.Count + 1, cancellationToken);
            int at = _files.IndexOf(archive);
            _files.RemoveAt(at);
            _files.InsertRange(at, content);
            await archive.DisposeAsync();
            IsSet = true;
        }
    }

    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxFieldBytes + 1];
        int length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxFieldBytes
            ? System.Text.Encoding.UTF8.GetString(buffer, 0, length).Trim()
            : throw new ProblemException(400, "validation_failed", Text.Of("A field of the form is too long.", "表单中有一项太长。"));
    }
}
