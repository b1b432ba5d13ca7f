using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>
/// Lets a person who forgot his password choose a new one by a link in a mail. The request does the same work whether or
/// not the account exists: a job looks it up.
/// </summary>
internal sealed class PasswordReset(
    UserManager<User> users,
    TicketStore tickets,
    AccountMails mails,
    PasswordChange passwords,
    SessionStore sessions,
    SignInThrottle throttle,
    PublicAddress address,
    MailSettings mailServer,
    MailedRegistration registration,
    AccountAudit audit,
    IJobs jobs,
    ICurrentUser caller,
    TimeProvider time)
{
    public const string Job = "password-reset";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int LongestAddress = 320;

    public async Task RequestAsync(string? email, HttpContext http, CancellationToken cancellationToken)
    {
        string typed = email?.Trim() ?? string.Empty;
        if (typed.Length is 0 or > LongestAddress || UserRules.CheckEmail(typed) is not null)
        {
            throw ProblemException.Invalid("email", Text.Of("This is not an e-mail address.", "这不是有效的邮箱地址。"));
        }

        string origin = address.Origin(http.Request);
        await throttle.EnterMailAsync(users.NormalizeEmail(typed)!, http.Connection.RemoteIpAddress, cancellationToken);
        await jobs.EnqueueAsync(Job, $"{origin} {typed}", cancellationToken);
    }

    /// <summary>Sends the link, when there is such an account.</summary>
    public async Task SendAsync(string email, string origin, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(email) is not { DisabledAt: null } user)
        {
            return;
        }

        string token = await IssueAsync(user, cancellationToken);
        await mails.ResetAsync(user, origin, token, user.Language ?? caller.Language, cancellationToken);
    }

    /// <summary>Makes a link's secret; the ones before it end.</summary>
    public async Task<string> IssueAsync(User user, CancellationToken cancellationToken)
    {
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.ResetPassword, cancellationToken);
        return await tickets.IssueAsync(TicketPurpose.ResetPassword, user.Id, user.NormalizedEmail, Lifetime, cancellationToken);
    }

    /// <summary>Stores the new password and ends every session.</summary>
    public async Task ResetAsync(string? token, string? password, CancellationToken cancellationToken)
    {
        Ticket ticket = await tickets.FindAsync(TicketPurpose.ResetPassword, token, cancellationToken)
            ?? throw AccountProblems.LinkExpired(caller.Language);
        User user = await users.FindByIdAsync(ticket.UserId!.Value.ToString("D")) ?? throw AccountProblems.LinkExpired(caller.Language);

        // A password that breaks the rules leaves the link as it is.
        if (PasswordRules.Check(password, user.Email) is { } problem)
        {
            throw ProblemException.Invalid("password", problem.For(caller.Language));
        }

        if (user.DisabledAt is not null || !await tickets.RemoveAsync(ticket, cancellationToken))
        {
            throw AccountProblems.LinkExpired(caller.Language);
        }

        bool waited = MailedRegistration.Waits(user);

        // Whoever got the link by mail reads the mailbox; without a server an administrator handed it over.
        user.EmailConfirmedAt ??= mailServer.IsConfigured && ticket.Payload == user.NormalizedEmail ? time.GetUtcNow() : null;
        await passwords.ReplaceAsync(user, password, "password");
        await sessions.RevokeAllAsync(user.Id, cancellationToken);
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.SecondFactor, cancellationToken);
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.Register, cancellationToken);
        if (waited)
        {
            await registration.CompleteAsync(user);
        }

        await audit.OwnAsync(AccountActions.PasswordReset, user);
        await mails.NoticeAsync(
            user,
            user.Email,
            Text.Of("Your password was changed", "你的密码已更改"),
            Text.Of("The password of your AIWendy account was changed by a link from a mail. All sessions have ended.", "你的 AIWendy 账户密码已通过邮件链接更改，所有会话均已结束。"),
            user.Language ?? caller.Language,
            cancellationToken);
    }
}

/// <summary>Sends the link of a forgotten password.</summary>
internal sealed class SendPasswordReset(PasswordReset reset) : IPluginJob
{
    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        string[] parts = (job.Argument ?? string.Empty).Split(' ', 2);
        if (parts.Length == 2)
        {
            await reset.SendAsync(parts[1], parts[0], cancellationToken);
        }
    }
}
