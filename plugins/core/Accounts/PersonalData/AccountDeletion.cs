using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Administration;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tokens;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>Lets a person delete his account: two weeks to think it over, then everything is gone.</summary>
internal sealed class AccountDeletion(
    AccountsDbContext context,
    UserManager<User> users,
    UserAdministration administration,
    PasswordProof proof,
    SessionStore sessions,
    AccessTokenStore tokens,
    AccountMails mails,
    AccountAudit audit,
    ICurrentUser caller,
    TimeProvider time)
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    /// <exception cref="ProblemException">Code <c>last_owner</c>: others would be left without an owner.</exception>
    public async Task<DateTimeOffset> RequestAsync(User user, string? password, HttpContext http, CancellationToken cancellationToken)
    {
        await proof.DemandAsync(user, password, "password", http, cancellationToken);
        if (user.Role == Role.Owner
            && await context.Users.AnyAsync(other => other.Id != user.Id && other.DeletionDueAt == null, cancellationToken)
            && !await administration.HasOtherOwnerAsync(user.Id, cancellationToken))
        {
            throw AccountProblems.LastOwner(caller.Language);
        }

        DateTimeOffset due = user.DeletionDueAt ?? time.GetUtcNow() + Grace;
        user.DeletionDueAt = due;
        (await users.UpdateAsync(user)).Demand(caller.Language);
        await tokens.RevokeAllAsync(user.Id, cancellationToken);
        await sessions.RevokeOthersAsync(user.Id, http.Request, cancellationToken);
        await audit.OwnAsync(AccountActions.DeletionAsk, user, new JsonObject { ["dueAt"] = due });
        await mails.NoticeAsync(
            user,
            user.Email,
            Text.Of("Your account will be deleted", "你的账户将被删除"),
            Text.Of(
                "Your AIWendy account and everything in it will be deleted in 14 days. Sign in before then to keep it.",
                "你的 AIWendy 账户及其全部内容将在 14 天后删除。如需保留，请在此之前登录并取消。"),
            user.Language ?? caller.Language,
            cancellationToken);
        return due;
    }

    public async Task CancelAsync(User user)
    {
        user.DeletionDueAt = null;
        (await users.UpdateAsync(user)).Demand(caller.Language);
        await audit.OwnAsync(AccountActions.DeletionUndo, user);
    }
}

/// <summary>Erases the accounts whose time is over, and everything of their people in every plugin.</summary>
internal sealed partial class EraseAccounts(
    AccountsDbContext context,
    PersonalTables tables,
    AccountData account,
    IExtensions<IPersonalData> contributions,
    IEnumerable<IPersonalData> host,
    AccountAudit audit,
    TimeProvider time,
    ILogger<EraseAccounts> logger) : IPluginJob
{
    public const string Job = "erase-accounts";

    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<Guid> due = await context.Users
            .Where(user => user.DeletionDueAt <= now)
            .Select(user => user.Id)
            .ToListAsync(cancellationToken);
        foreach (Guid userId in due)
        {
            await EraseAsync(userId, cancellationToken);
            await audit.ByCallerAsync(AccountActions.UserErase, userId);
            LogErased(logger, userId);
        }
    }

    // The account goes last: until then the job finds it again, whatever went wrong before.
    private async Task EraseAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using (IExtensionLease<IPersonalData> lease = contributions.Acquire())
        {
            foreach (Extension<IPersonalData> contribution in lease.Items)
            {
                if (contribution.Value is not AccountData)
                {
                    await contribution.Value.EraseAsync(userId, cancellationToken);
                }
            }
        }

        foreach (IPersonalData part in host)
        {
            await part.EraseAsync(userId, cancellationToken);
        }

        await tables.EraseAsync(userId, cancellationToken);
        await account.EraseAsync(userId, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The account {UserId} and everything of it was erased at its person's wish")]
    private static partial void LogErased(ILogger logger, Guid userId);
}
