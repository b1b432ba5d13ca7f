using System.Security.Cryptography;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>
/// A file received with its form fields. It streams into a temporary file that vanishes when disposed, and stops at the
/// limit, so that memory stays constant whatever is sent.
/// </summary>
internal sealed class UploadedFile : IAsyncDisposable
{
    /// <summary>Largest file.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int MaxFieldBytes = 4096;
    private const int LongestName = 200;

    private readonly FileStream _content;

    private UploadedFile(string name, FileStream content, byte[] sha256, IReadOnlyDictionary<string, string> fields)
    {
        File = new IncomingFile(name, content.Length, sha256, OpenRead);
        _content = content;
        Fields = fields;
    }

    /// <summary>The file.</summary>
    public IncomingFile File { get; }

    /// <summary>The other fields of the form.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>Reads the request's form.</summary>
    /// <exception cref="ProblemException">Not a form, no file, or too large.</exception>
    public static async Task<UploadedFile> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes + (64 * 1024))
        {
            throw TooLarge();
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new ProblemException(415, "multipart_required", Text.Of("Send the file as multipart/form-data in a field named “file”.", "请以 multipart/form-data 发送文件，字段名为“file”。"));
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        string? name = null;
        byte[]? hash = null;
        FileStream content = CreateTemporary();
        try
        {
            MultipartReader reader = new(boundary.Value!, request.Body) { HeadersCountLimit = 16 };
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                {
                    continue;
                }

                string field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? string.Empty;
                if (field == "file" && hash is null)
                {
                    name = FileName(disposition);
                    hash = await CopyAsync(section.Body, content, cancellationToken);
                }
                else
                {
                    fields[field] = await ReadFieldAsync(section.Body, cancellationToken);
                }
            }
        }
        catch (Exception exception)
        {
            await content.DisposeAsync();
            if (exception is InvalidDataException or IOException && !cancellationToken.IsCancellationRequested && exception is not BadHttpRequestException { StatusCode: 413 })
            {
                throw new ProblemException(400, "multipart_invalid", Text.Of("The upload is cut off or damaged. Send the file again.", "上传中断或文件损坏。请重新发送。"));
            }

            throw;
        }

        if (hash is null)
        {
            await content.DisposeAsync();
            throw new ProblemException(400, "file_missing", Text.Of("The form holds no file. Put it in a field named “file”.", "表单中没有文件。请放在名为“file”的字段中。"));
        }

        return new UploadedFile(name ?? "import.csv", content, hash, fields);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private FileStream OpenRead() => new FileStream(_content.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static ProblemException TooLarge() =>
        new(413, "file_too_large", $"The file is larger than {MaxBytes / 1024 / 1024} MB. Split it by date and import the parts one after the other.");

    private static FileStream CreateTemporary()
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), "aiwendy-import-" + Guid.NewGuid().ToString("N")), options);
    }

    private static string FileName(ContentDispositionHeaderValue disposition)
    {
        string raw = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty;
        string name = new([.. raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..].Where(character => !char.IsControl(character))]);
        return name.Length == 0 ? "import.csv" : name.Length <= LongestName ? name : name[^LongestName..];
    }

    private static async Task<byte[]> CopyAsync(Stream from, FileStream to, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            total += read;
            if (total > MaxBytes)
            {
                throw TooLarge();
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await to.FlushAsync(cancellationToken);
        return hash.GetHashAndReset();
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
