using System.Text.Json;
using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Screenshots;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Puts pictures of trades back, through the same checks as if they were uploaded again.</summary>
internal sealed class ScreenshotRestore(ScreenshotStore screenshots, TimeProvider time)
{
    /// <summary>Adds the pictures that their trades lack.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>: something is no picture, or can not be drawn.</exception>
    public async Task RestoreAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, Dictionary<string, Guid> labels, CancellationToken cancellationToken)
    {
        foreach (ExportRecord record in records)
        {
            if (record.Text("key") is not { } key || !labels.TryGetValue(record.Text("account") ?? string.Empty, out Guid account))
            {
                continue;
            }

            byte[] content = Content(record.Text("content"));
            ImageHeader header = ImageHeader.Read(content) ?? throw Inputs.Invalid("content", "is no PNG, JPEG or WebP picture.", "不是 PNG、JPEG 或 WebP 图片。");
            if (await screenshots.HasAsync(transaction, account, key, content, cancellationToken))
            {
                continue;
            }

            Guid id = await screenshots.AddAsync(
                transaction,
                new AnnotatedTrade(Guid.Empty, account, key, Annotation.Empty),
                header,
                content,
                Inputs.Text("caption", record.Text("caption"), ScreenshotEndpoints.LongestCaption),
                record.Moment("created_at") ?? Timestamps.Now(time),
                cancellationToken);
            await screenshots.UpdateShapesAsync(transaction, id, Shape.Check(Shapes(record.Text("shapes"))), cancellationToken);
        }
    }

    private static byte[] Content(string? text)
    {
        byte[] content = new byte[Math.Min(UploadedImage.MaxBytes, text?.Length ?? 0)];
        return content.Length > 0 && Convert.TryFromBase64String(text!, content, out int length)
            ? content[..length]
            : throw Inputs.Invalid("content", "is no picture of at most 5 MB.", "不是 5 MB 以内的图片。");
    }

    private static IReadOnlyList<Shape> Shapes(string? json)
    {
        try
        {
            return JsonSerializer.Deserialize(json ?? "[]", OverlayJsonContext.Default.IReadOnlyListShape) ?? [];
        }
        catch (JsonException)
        {
            throw Inputs.Invalid("shapes", "holds something that can not be drawn.", "含有无法绘制的内容。");
        }
    }
}
