using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Screenshots;

/// <summary>Describes the form of an upload for the API description; the form itself is read as a stream.</summary>
internal sealed record ScreenshotForm(IFormFile File);

/// <summary>Words and drawings of a picture; what is absent stays, <c>null</c> clears.</summary>
internal sealed class ScreenshotPatch : PatchBody
{
    public string? Caption { get; set => field = Given(value); }

    public IReadOnlyList<Shape>? Shapes { get; set => field = Given(value); }
}

/// <summary>Pictures of trades.</summary>
internal static class ScreenshotEndpoints
{
    /// <summary>Longest caption.</summary>
    public const int LongestCaption = 500;

    private const int MostOfTrade = 20;
    private const long BodyLimit = UploadedImage.MaxBytes + (256 * 1024);

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapPost("/trades/{id:guid}/screenshots", AddAsync)
            .Accepts<ScreenshotForm>("multipart/form-data")
            .RequirePermission(JournalPermissions.Write)
            .WithBodyLimit(BodyLimit)
            .WithName("journal.addScreenshot")
            .WithSummary("Add a PNG, JPEG or WebP picture of at most 5 MB to a trade");
        journal.MapGet("/screenshots/{id:guid}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.screenshot")
            .WithSummary("The picture itself");
        journal.MapPatch("/screenshots/{id:guid}", ChangeAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.changeScreenshot")
            .WithSummary("Change the caption of a picture or what is drawn on it");
        journal.MapDelete("/screenshots/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeScreenshot")
            .WithSummary("Remove a picture");
    }

    private static async Task<Ok<ScreenshotBody>> AddAsync(
        Guid id, HttpRequest request, ITenantDatabase database, AnnotationStore trades, ScreenshotStore screenshots, TimeProvider time, CancellationToken cancellationToken)
    {
        (ImageHeader header, byte[] content) = await UploadedImage.ReceiveAsync(request, cancellationToken);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        AnnotatedTrade trade = await trades.LockAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The trade");
        if ((await screenshots.ListAsync(transaction, id, cancellationToken)).Count >= MostOfTrade)
        {
            throw Inputs.Invalid("file", $"would be one of more than {MostOfTrade} pictures of the trade.", $"每笔交易最多 {MostOfTrade} 张图片。");
        }

        Guid added = await screenshots.AddAsync(transaction, trade, header, content, null, Timestamps.Now(time), cancellationToken);
        ScreenshotBody body = await screenshots.GetAsync(transaction, added, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(body);
    }

    private static async Task<FileContentHttpResult> GetAsync(
        Guid id, ITenantDatabase database, ScreenshotStore screenshots, HttpResponse response, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        (string type, byte[] content) = await screenshots.ReadContentAsync(transaction, id, cancellationToken);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Bytes(content, type);
    }

    private static async Task<Ok<ScreenshotBody>> ChangeAsync(
        Guid id, ScreenshotPatch patch, ITenantDatabase database, ScreenshotStore screenshots, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        ScreenshotBody before = await screenshots.GetAsync(transaction, id, cancellationToken);
        await screenshots.UpdateAsync(
            transaction,
            id,
            patch.Has(nameof(patch.Caption)) ? Inputs.Text("caption", patch.Caption, LongestCaption) : before.Caption,
            patch.Has(nameof(patch.Shapes)) ? Shape.Check(patch.Shapes ?? []) : before.Shapes,
            cancellationToken);
        ScreenshotBody changed = await screenshots.GetAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(changed);
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, ScreenshotStore screenshots, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await screenshots.RemoveAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
