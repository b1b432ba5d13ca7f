using System.Globalization;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

internal static class ImportEndpoints
{
    // Above the journal's own limit, so that a file which is too large gets the journal's own explanation.
    private const long BodyLimit = 4 * UploadedFile.MaxBytes;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapPost("/imports", CreateAsync)
            .Accepts<ImportForm>("multipart/form-data")
            .RequirePermission(JournalPermissions.Write)
            .RequireFeature("journal.import")
            .WithBodyLimit(BodyLimit)
            .WithRateLimit(RateLimits.Journal)
            .WithName("journal.import")
            .WithSummary("Upload a broker's export; preview it or commit it at once");
        journal.MapGet("/imports", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.imports")
            .WithSummary("Imports, newest first");
        journal.MapGet("/imports/{id:guid}", GetAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.importDetails")
            .WithSummary("One import");
        journal.MapGet("/imports/{id:guid}/rows", RowsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.importRows")
            .WithSummary("Rows of an import's file with what becomes of each");
        journal.MapPost("/imports/{id:guid}/commit", CommitAsync)
            .RequirePermission(JournalPermissions.Write)
            .RequireFeature("journal.import")
            .WithName("journal.commitImport")
            .WithSummary("Put a previewed import into the journal");
        journal.MapPost("/imports/{id:guid}/undo", UndoAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.undoImport")
            .WithSummary("Take a committed import out of the journal");
        journal.MapGet("/formats", FormatsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.formats")
            .WithSummary("Formats that are recognised");
    }

    private static async Task<Ok<ImportBody>> CreateAsync(HttpRequest request, ImportService imports, ImportBodies bodies, CancellationToken cancellationToken)
    {
        await using UploadedFile upload = await UploadedFile.ReceiveAsync(request, cancellationToken);
        BatchRow batch = await imports.CreateAsync(upload.File, ImportRequests.Of(upload.Fields), cancellationToken);
        return TypedResults.Ok(await bodies.OfAsync(batch, withRows: true, cancellationToken));
    }

    private static async Task<Ok<ImportPage>> ListAsync(
        int? limit, string? cursor, ITenantDatabase database, BatchStore batches, ImportBodies bodies, CancellationToken cancellationToken)
    {
        int size = Cursors.Limit(limit);
        Guid? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            before = Guid.TryParseExact(Cursors.Decode(cursor), "N", out Guid id) ? id : throw Cursors.Invalid();
        }

        List<BatchRow> found;
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            found = await batches.ListAsync(transaction, before, size + 1, cancellationToken);
        }

        string? next = found.Count > size ? Cursors.Encode(found[size - 1].Id.ToString("N")) : null;
        List<ImportBody> items = [];
        foreach (BatchRow batch in found.Take(size))
        {
            items.Add(await bodies.OfAsync(batch, withRows: false, cancellationToken));
        }

        return TypedResults.Ok(new ImportPage(items, next));
    }

    private static async Task<Ok<ImportBody>> GetAsync(
        Guid id, ITenantDatabase database, BatchStore batches, ImportBodies bodies, CancellationToken cancellationToken)
    {
        BatchRow? batch;
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            batch = await batches.FindAsync(transaction, id, cancellationToken);
        }

        return TypedResults.Ok(await bodies.OfAsync(batch ?? throw ProblemException.NotFound("The import"), withRows: true, cancellationToken));
    }

    private static async Task<Ok<ImportRowPage>> RowsAsync(
        Guid id, int? limit, string? cursor, string? verdict, ImportService imports, ICurrentUser user, CancellationToken cancellationToken)
    {
        int size = Cursors.Limit(limit);
        int after = 0;
        if (!string.IsNullOrEmpty(cursor) && !int.TryParse(Cursors.Decode(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw Cursors.Invalid();
        }

        IReadOnlyList<ImportRowBody> rows = ImportRows.Of(await imports.ReadRowsAsync(id, cancellationToken), id, user.Language);
        List<ImportRowBody> page = [.. rows.Where(row => verdict is null || row.Verdict == verdict).Skip(after).Take(size + 1)];
        string? next = null;
        if (page.Count > size)
        {
            page.RemoveAt(size);
            next = Cursors.Encode((after + size).ToString(CultureInfo.InvariantCulture));
        }

        return TypedResults.Ok(new ImportRowPage(page, next));
    }

    private static async Task<Ok<ImportBody>> CommitAsync(Guid id, ImportService imports, ImportBodies bodies, CancellationToken cancellationToken) =>
        TypedResults.Ok(await bodies.OfAsync(await imports.CommitAsync(id, cancellationToken), withRows: true, cancellationToken));

    private static async Task<Ok<ImportBody>> UndoAsync(Guid id, ImportService imports, ImportBodies bodies, CancellationToken cancellationToken) =>
        TypedResults.Ok(await bodies.OfAsync(await imports.UndoAsync(id, cancellationToken), withRows: true, cancellationToken));

    private static async Task<Ok<FormatList>> FormatsAsync(IExtensions<ITradeImporter> importers, ICurrentUser user)
    {
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        return TypedResults.Ok(new FormatList([.. lease.Items.Select(item => new FormatBody(item.Value.Id, item.Value.Name.For(user.Language)))]));
    }
}
