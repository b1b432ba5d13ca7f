using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.PersonalData;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>What a person may ask of his data: take it along, bring it, have it deleted.</summary>
internal static class PersonalDataEndpoints
{
    private const long LargestArchive = 512L * 1024 * 1024;

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/export", ExportAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.export")
            .WithSummary("Everything of the caller as one zip: JSON lines for each table, files, and a page to read it");
        accounts.MapPost("/import", ImportAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.import")
            .WithSummary("Take an export in; the body is the zip itself")
            .WithBodyLimit(LargestArchive);
        accounts.MapPost("/deletion", RequestAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.requestDeletion")
            .WithSummary("Delete the account and everything of it in 14 days");
        accounts.MapDelete("/deletion", CancelAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.cancelDeletion")
            .WithSummary("Keep the account after all");
    }

    private static async Task<FileStreamHttpResult> ExportAsync(
        ICurrentUser caller, PersonalExport export, AccountAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        // Written before it is sent, so that a failure is an answer and not half a file.
        Stream content = Scratch();
        try
        {
            await export.WriteAsync(caller.Id, content, cancellationToken);
            await audit.ByCallerAsync(AccountActions.Export, caller.Id, new JsonObject { ["bytes"] = content.Length });
            content.Position = 0;
            return TypedResults.Stream(content, "application/zip", FormattableString.Invariant($"aiwendy-export-{time.GetUtcNow():yyyy-MM-dd}.zip"));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private static async Task<Ok<ImportSummary>> ImportAsync(
        ICurrentUser caller, PersonalImport import, AccountAudit audit, HttpContext http, CancellationToken cancellationToken)
    {
        await using Stream content = Scratch();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        ImportSummary summary = await import.ReadAsync(caller.Id, content, cancellationToken);
        await audit.ByCallerAsync(AccountActions.Import, caller.Id, new JsonObject { ["added"] = summary.Added });
        return TypedResults.Ok(summary);
    }

    private static async Task<Accepted<DeletionState>> RequestAsync(
        PasswordProofRequest request, CurrentAccount account, AccountDeletion deletion, HttpContext http, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        DateTimeOffset due = await deletion.RequestAsync(user, request.Password, http, cancellationToken);
        return TypedResults.Accepted((string?)null, new DeletionState(due));
    }

    private static async Task<NoContent> CancelAsync(CurrentAccount account, AccountDeletion deletion)
    {
        await deletion.CancelAsync(await account.FindAsync());
        return TypedResults.NoContent();
    }

    // Only this process reads it, and it is gone when it is closed.
    private static FileStream Scratch()
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), "aiwendy-" + Path.GetRandomFileName()), options);
    }
}

/// <param name="DueAt">When everything will be gone.</param>
internal sealed record DeletionState(DateTimeOffset DueAt);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportSummary))]
[JsonSerializable(typeof(DeletionState))]
internal sealed partial class PersonalDataJsonContext : JsonSerializerContext;
