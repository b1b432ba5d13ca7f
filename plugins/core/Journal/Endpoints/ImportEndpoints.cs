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
    internal const long BodyLimit = 5 * Upload.MaxBytes;

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
        journal.MapPost("/imports/{id:guid}/reparse", ReparseAsync)
            .RequirePermission(JournalPermissions.Write)
            .RequireFeature("journal.import")
            .WithName("journal.reparseImport")
            .WithSummary("Read the kept file again, with other choices where given");
        journal.MapDelete("/imports/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeImport")
            .WithSummary("Remove a preview, or what was undone, with its file");
        journal.MapGet("/formats", FormatsAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.formats")
            .WithSummary("Formats that are recognised");
    }

    private static async Task<Results<Ok<ImportSet>, Ok<ImportBody>>> CreateAsync(HttpRequest request, ImportService imports, ImportBodies bodies, ICurrentUser user, CancellationToken cancellationToken)
    {
        await using Upload upload = await Upload.ReceiveAsync(request, cancellationToken);
        ImportRequest wanted = ImportRequests.Of(upload.Fields);
        if (!upload.IsSet)
        {
            BatchRow batch = await imports.CreateAsync(upload.Files[0], wanted, cancellationToken);
            return TypedResults.Ok(await bodies.OfAsync(batch, withRows: true, cancellationToken));
        }

        List<ImportBody> items = [];
        List<ImportFailure> failures = [];
        foreach (IncomingFile file in upload.Files)
        {
            try
            {
                BatchRow batch = await imports.CreateAsync(file, wanted, cancellationToken);
                items.Add(await bodies.OfAsync(batch, withRows: true, cancellationToken));
            }
            catch (ProblemException problem) when (problem.Status < 500)
            {
                failures.Add(new ImportFailure(file.Name, problem.Code, problem.Localized?.For(user.Language) ?? problem.Message));
            }
        }

        return TypedResults.Ok(new ImportSet(items, failures));
    }

    private static async Task<Ok<ImportBody>> ReparseAsync(Guid id, ReparseInput input, ImportService imports, ImportBodies bodies, CancellationToken cancellationToken)
    {
        if (input.TimeZone is not null)
        {
            _ = TimeZones.Find(input.TimeZone);
        }

        BatchRow batch = await imports.ReparseAsync(id, input.Choices?.Checked(), input.TimeZone, ImportRequests.Currency(input.Currency), cancellationToken);
        return TypedResults.Ok(await bodies.OfAsync(batch, withRows: true, cancellationToken));
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ImportService imports, CancellationToken cancellationToken)
    {
        await imports.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
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
        return TypedResults.Ok(new ImportPage(await bodies.OfAsync([.. found.Take(size)], withRows: false, cancellationToken), next));
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

        (List<ImportRowBody> page, bool more) = await imports.ReadRowsAsync(id, verdict, after, size, user.Language, cancellationToken);
        string? next = more ? Cursors.Encode((after + size).ToString(CultureInfo.InvariantCulture)) : null;
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
