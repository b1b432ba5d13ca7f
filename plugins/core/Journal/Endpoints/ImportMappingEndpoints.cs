using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>What people say about the columns of files that no format knows.</summary>
internal static class ImportMappingEndpoints
{
    private const int LongestName = 120;

    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapPost("/imports/inspect", InspectAsync)
            .Accepts<ImportForm>("multipart/form-data")
            .RequirePermission(JournalPermissions.Write)
            .RequireFeature("journal.import")
            .WithBodyLimit(ImportEndpoints.BodyLimit)
            .WithName("journal.inspectImport")
            .WithSummary("Look at a file without keeping it: format, headings, sample rows, suggested columns");
        journal.MapGet("/import-mappings", ListAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.importMappings")
            .WithSummary("Remembered mappings of columns");
        journal.MapPost("/import-mappings", SaveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.saveImportMapping")
            .WithSummary("Remember a mapping for files with certain headings");
        journal.MapDelete("/import-mappings/{id:guid}", RemoveAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.removeImportMapping")
            .WithSummary("Forget a mapping");
    }

    private static async Task<Ok<InspectionBody>> InspectAsync(HttpRequest request, ImportInspector inspector, CancellationToken cancellationToken)
    {
        await using Upload upload = await Upload.ReceiveAsync(request, cancellationToken);
        return TypedResults.Ok(await inspector.InspectAsync(upload.Files[0], ImportChoices.Of(upload.Fields), cancellationToken));
    }

    private static async Task<Ok<MappingList>> ListAsync(ITenantDatabase database, MappingStore mappings, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return TypedResults.Ok(new MappingList([.. (await mappings.ListAsync(transaction, cancellationToken)).Select(Body)]));
    }

    private static async Task<Ok<MappingBody>> SaveAsync(MappingInput input, ITenantDatabase database, MappingStore mappings, CancellationToken cancellationToken)
    {
        string name = input.Name?.Trim() ?? string.Empty;
        if (name.Length is 0 or > LongestName)
        {
            throw ProblemException.Invalid("name", new Text($"“name” must have 1 to {LongestName} characters.", $"“name”需为 1 到 {LongestName} 个字符。"));
        }

        if (input.Headings is not { Count: > 2 and <= DelimitedReader.MaxColumns } headings || headings.Any(heading => heading is null || heading.Length > 200))
        {
            throw ProblemException.Invalid("headings", new Text("“headings” must list the headings of the file.", "“headings”必须列出文件的表头。"));
        }

        ImportChoices choices = (input.Choices ?? new ImportChoices()).Checked();
        if (choices.Mapping is null || !choices.Mapping.Fits(new Headings(headings)))
        {
            throw ProblemException.Invalid("choices", new Text("“choices.mapping” must name columns among the headings.", "“choices.mapping”中的列必须在表头之中。"));
        }

        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if ((await mappings.ListAsync(transaction, cancellationToken)).Count >= MappingStore.Most)
        {
            throw new ProblemException(409, "too_many_mappings", Text.Of($"There are {MappingStore.Most} mappings. Delete some first.", $"已有 {MappingStore.Most} 个列对应，请先删除一些。"));
        }

        MappingRow saved = await mappings.SaveAsync(
            transaction, HeadingPrint.Of(headings), name, JsonSerializer.Serialize(headings, ImportJsonContext.Default.IReadOnlyListString), choices.ToJson()!, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(Body(saved));
    }

    private static async Task<NoContent> RemoveAsync(Guid id, ITenantDatabase database, MappingStore mappings, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        if (!await mappings.RemoveAsync(transaction, id, cancellationToken))
        {
            throw ProblemException.NotFound("The mapping");
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static MappingBody Body(MappingRow row) => new(
        row.Id, row.Name, row.Fingerprint, JsonSerializer.Deserialize(row.Headings, ImportJsonContext.Default.IReadOnlyListString) ?? [], ImportChoices.Parse(row.Mapping), row.UpdatedAt);
}
