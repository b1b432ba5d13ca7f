using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Administration;

/// <summary>
/// Messages that the installation sent or could not send. Without a mail server an administrator hands links over by
/// other ways, but none that opens the account of somebody above him.
/// </summary>
internal static class OutboxEndpoints
{
    private const int PageSize = 50;

    public static void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/mail", ListAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.mail").WithSummary("Messages that were sent, wait or are kept");
        admin.MapGet("/mail/{id:guid}", ReadAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.readMail").WithSummary("The text of a message that no mail server has taken");
        admin.MapDelete("/mail/{id:guid}", RemoveAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.removeMail").WithSummary("Throw a message away");
    }

    private static async Task<Ok<MailPage>> ListAsync(
        AccountsDbContext context, MailSettings settings, ICurrentUser caller, CancellationToken cancellationToken, Guid? cursor = null)
    {
        List<Row> found = await Rows(context)
            .Where(row => cursor == null || row.Mail.Id < cursor)
            .OrderByDescending(row => row.Mail.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        bool more = found.Count > PageSize;
        return TypedResults.Ok(new MailPage(
            [.. found.Take(PageSize).Select(row => Describe(row, caller))],
            more ? found[PageSize - 1].Mail.Id : null,
            settings.IsConfigured));
    }

    private static async Task<Ok<MailText>> ReadAsync(
        Guid id, AccountsDbContext context, Outbox outbox, AccountAudit audit, ICurrentUser caller, CancellationToken cancellationToken)
    {
        Row? row = await Rows(context).SingleOrDefaultAsync(other => other.Mail.Id == id, cancellationToken);
        if (row is null || !IsReadable(row, caller) || outbox.Read(row.Mail) is not { } body)
        {
            throw ProblemException.NotFound("The message");
        }

        // Whoever reads a link could use it.
        await audit.ByCallerAsync(AccountActions.MailRead, id, row.Mail.UserId is { } owner ? new JsonObject { ["account"] = owner } : null);
        return TypedResults.Ok(new MailText(row.Mail.Recipient, row.Mail.Subject, body));
    }

    private static async Task<NoContent> RemoveAsync(Guid id, AccountsDbContext context, CancellationToken cancellationToken) =>
        await context.Mail.Where(mail => mail.Id == id).ExecuteDeleteAsync(cancellationToken) == 1
            ? TypedResults.NoContent()
            : throw ProblemException.NotFound("The message");

    private static IQueryable<Row> Rows(AccountsDbContext context) =>
        from mail in context.Mail.AsNoTracking()
        join user in context.Users.AsNoTracking() on mail.UserId equals user.Id into people
        from person in people.DefaultIfEmpty()
        select new Row { Mail = mail, Role = person == null ? null : person.Role };

    private static bool IsReadable(Row row, ICurrentUser caller) => row.Mail.Body is not null && !(row.Role > caller.Role);

    private static MailInfo Describe(Row row, ICurrentUser caller) => new(
        row.Mail.Id,
        row.Mail.Recipient,
        row.Mail.Subject,
        row.Mail.State.ToString().ToLowerInvariant(),
        row.Mail.Error,
        row.Mail.Attempts,
        IsReadable(row, caller),
        row.Mail.CreatedAt,
        row.Mail.SentAt);

    private sealed class Row
    {
        public required OutgoingMail Mail { get; init; }

        public Role? Role { get; init; }
    }
}
