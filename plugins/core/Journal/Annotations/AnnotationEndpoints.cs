using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>What a person wrote about a trade, as clients see it.</summary>
internal sealed record AnnotationBody(
    string? Note,
    IReadOnlyList<string> Tags,
    Guid? PlaybookId,
    IReadOnlyList<string> Criteria,
    Guid? ProjectId,
    decimal? PlannedEntry,
    decimal? PlannedStop,
    decimal? PlannedTarget,
    IReadOnlyList<string> Mistakes,
    string? EmotionBefore,
    string? EmotionDuring,
    string? EmotionAfter,
    int? Confidence,
    int? Stress,
    int? Rating,
    DateTimeOffset? UpdatedAt);

/// <summary>Notes, tags, plans and feelings about trades.</summary>
internal static class AnnotationEndpoints
{
    private const long BulkLimit = 2 * 1024 * 1024;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapPatch("/trades/{id:guid}", ChangeAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.annotateTrade")
            .WithSummary("Change what is written about a trade; what is absent stays, null clears");
        journal.MapPost("/trades/bulk", ChangeManyAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithBodyLimit(BulkLimit)
            .WithName("journal.annotateTrades")
            .WithSummary("Tag many trades, or give them a playbook or project");
        journal.MapGet("/tags", TagsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.tags")
            .WithSummary("Tags with the number of trades that carry them");
        journal.MapPatch("/tags/{**name}", RenameAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.renameTag")
            .WithSummary("Give a tag another name; an existing name merges the two");
        journal.MapDelete("/tags/{**name}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeTag")
            .WithSummary("Take a tag off every trade");
    }

    /// <summary>An annotation for clients.</summary>
    public static AnnotationBody ToBody(this Annotation annotation) => new(
        annotation.Note,
        annotation.Tags,
        annotation.PlaybookId,
        annotation.Criteria,
        annotation.ProjectId,
        annotation.PlannedEntry,
        annotation.PlannedStop,
        annotation.PlannedTarget,
        annotation.Mistakes,
        annotation.EmotionBefore,
        annotation.EmotionDuring,
        annotation.EmotionAfter,
        annotation.Confidence,
        annotation.Stress,
        annotation.Rating,
        annotation.UpdatedAt);

    /// <summary>A trade with the marks of its annotation.</summary>
    public static TradeBody With(this TradeBody trade, Annotation annotation) => trade with
    {
        Tags = annotation.Tags,
        PlaybookId = annotation.PlaybookId,
        ProjectId = annotation.ProjectId,
        Rating = annotation.Rating,
        HasNote = annotation.Note is not null,
        Risk = annotation.PlannedStop is { } stop ? Math.Abs(trade.EntryPrice - stop) * trade.Quantity * trade.Multiplier : null,
    };

    private static async Task<Ok<AnnotationBody>> ChangeAsync(
        Guid id, AnnotationPatch patch, AnnotationEdits edits, HttpContext http, CancellationToken cancellationToken)
    {
        string? expected = http.Request.Headers.IfMatch is [{ Length: > 0 } version] ? version : null;
        Annotation saved = await edits.ChangeAsync(id, patch, expected, cancellationToken);
        http.Response.Headers.ETag = saved.Version;
        return TypedResults.Ok(saved.ToBody());
    }

    private static async Task<Ok<ChangedBody>> ChangeManyAsync(BulkPatch patch, AnnotationEdits edits, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ChangedBody(await edits.ChangeAsync(patch, cancellationToken)));

    private static async Task<Ok<TagList>> TagsAsync(ITenantDatabase database, TagStore tags, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new TagList(await tags.ListAsync(transaction, cancellationToken)));
    }

    private static async Task<Ok<ChangedBody>> RenameAsync(string name, TagInput input, ITenantDatabase database, TagStore tags, CancellationToken cancellationToken)
    {
        string[] to = AnnotationTags.Of("name", [input.Name]);
        if (to.Length == 0)
        {
            throw Inputs.Invalid("name", "must not be empty.", "不能为空。");
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        int changed = await tags.RenameAsync(transaction, Paths.Decode(name), to[0], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed > 0 ? TypedResults.Ok(new ChangedBody(changed)) : throw ProblemException.NotFound("The tag");
    }

    private static async Task<Ok<ChangedBody>> RemoveAsync(string name, ITenantDatabase database, TagStore tags, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        int changed = await tags.RemoveAsync(transaction, Paths.Decode(name), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed > 0 ? TypedResults.Ok(new ChangedBody(changed)) : throw ProblemException.NotFound("The tag");
    }
}
