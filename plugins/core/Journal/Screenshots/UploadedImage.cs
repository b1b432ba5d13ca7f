using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Plugins.Journal.Screenshots;

/// <summary>Receives a picture of at most 5 MB and looks at its bytes, not at its name or declared type.</summary>
internal static class UploadedImage
{
    /// <summary>Largest picture.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Reads the part named “file” of a form.</summary>
    /// <exception cref="ProblemException">Not a form, no file, too large, or no picture of a kind that is taken.</exception>
    public static async Task<(ImageHeader Header, byte[] Content)> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new ProblemException(415, "multipart_required", Text.Of("Send the picture as multipart/form-data in a field named “file”.", "请以 multipart/form-data 发送图片，字段名为“file”。"));
        }

        byte[] content = await ReadFileAsync(new MultipartReader(boundary.Value!, request.Body) { HeadersCountLimit = 16 }, cancellationToken)
            ?? throw new ProblemException(400, "file_missing", Text.Of("The form holds no picture. Put it in a field named “file”.", "表单中没有图片。请放在名为“file”的字段中。"));
        return ImageHeader.Read(content) is { } header
            ? (header, content)
            : throw new ProblemException(422, "image_not_supported", Text.Of("The file is no PNG, JPEG or WebP picture.", "文件不是 PNG、JPEG 或 WebP 图片。"));
    }

    private static async Task<byte[]?> ReadFileAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                    && HeaderUtilities.RemoveQuotes(disposition.Name) == "file")
                {
                    return await ReadAsync(section.Body, cancellationToken);
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is InvalidDataException || (exception is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProblemException(400, "multipart_invalid", Text.Of("The upload is cut off or damaged. Send the picture again.", "上传中断或文件损坏。请重新发送。"));
        }
    }

    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxBytes)
            {
                throw new ProblemException(413, "file_too_large", Text.Of("The picture is larger than 5 MB. Save it smaller and try again.", "图片超过 5 MB。请缩小后重试。"));
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
