using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>Proves that an address belongs to a person, and moves an account to another one.</summary>
internal sealed class EmailAddresses(
    UserManager<User> users,
    TicketStore tickets,
    AccountMails mails,
    PublicAddress address,
    PasswordProof proof,
    SignInThrottle throttle,
    MailedRegistration registration,
    AccountAudit audit,
    ICurrentUser caller,
    TimeProvider time)
{
    private static readonly TimeSpan ConfirmLifetime = TimeSpan.FromDays(3);
    private static readonly TimeSpan ChangeLifetime = TimeSpan.FromDays(1);

    /// <summary>Sends the link that proves the address. Does nothing where the installation does not know its own address.</summary>
    public async Task WelcomeAsync(User user, HttpContext http, CancellationToken cancellationToken)
    {
        if (address.TryOrigin(http.Request) is { } origin)
        {
            await SendAsync(user, origin, cancellationToken);
        }
    }

    /// <summary>Sends the link once more.</summary>
    public async Task ResendAsync(User user, HttpContext http, CancellationToken cancellationToken)
    {
        if (user.EmailConfirmedAt is not null)
        {
            return;
        }

        string origin = address.Origin(http.Request);
        await throttle.EnterMailAsync(user.NormalizedEmail, http.Connection.RemoteIpAddress, cancellationToken);
        await SendAsync(user, origin, cancellationToken);
    }

    /// <summary>Sends a link to the new address; the account moves when it is opened.</summary>
    public async Task ChangeAsync(User user, string? email, string? password, HttpContext http, CancellationToken cancellationToken)
    {
        string wanted = email?.Trim() ?? string.Empty;
        if (UserRules.CheckEmail(wanted) is { } problem)
        {
            throw ProblemException.Invalid("email", problem.For(caller.Language));
        }

        string origin = address.Origin(http.Request);
        await proof.DemandAsync(user, password, "password", http, cancellationToken);
        await throttle.EnterMailAsync(users.NormalizeEmail(wanted)!, http.Connection.RemoteIpAddress, cancellationToken);
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.ChangeEmail, cancellationToken);
        string token = await tickets.IssueAsync(TicketPurpose.ChangeEmail, user.Id, wanted, ChangeLifetime, cancellationToken);
        await mails.ChangeAsync(user, wanted, origin, token, caller.Language, cancellationToken);
        await audit.OwnAsync(AccountActions.EmailAsk, user);
    }

    /// <summary>Takes a link of any kind.</summary>
    public async Task ConfirmAsync(string? token, CancellationToken cancellationToken)
    {
        Ticket ticket = await tickets.TakeAsync(TicketPurpose.ConfirmEmail, token, cancellationToken)
            ?? await tickets.TakeAsync(TicketPurpose.ChangeEmail, token, cancellationToken)
            ?? await tickets.TakeAsync(TicketPurpose.Register, token, cancellationToken)
            ?? throw AccountProblems.LinkExpired(caller.Language);
        User user = await users.FindByIdAsync(ticket.UserId!.Value.ToString("D")) ?? throw AccountProblems.LinkExpired(caller.Language);
        if (ticket.Purpose == TicketPurpose.Register)
        {
            await registration.OpenAsync(user, ticket);
        }
        else if (ticket.Purpose == TicketPurpose.ChangeEmail)
        {
            await MoveAsync(user, ticket.Payload!, cancellationToken);
        }
        else if (ticket.Payload != user.NormalizedEmail)
        {
            // The account has moved to another address since.
            throw AccountProblems.LinkExpired(caller.Language);
        }
        else
        {
            user.EmailConfirmedAt ??= time.GetUtcNow();
            (await users.UpdateAsync(user)).Demand(caller.Language);
            await audit.OwnAsync(AccountActions.EmailConfirm, user);
        }
    }

    private async Task MoveAsync(User user, string email, CancellationToken cancellationToken)
    {
        await registration.RemoveWaitingAsync(email, cancellationToken);
        string before = user.Email;
        user.Email = email;
        user.EmailConfirmedAt = time.GetUtcNow();
        try
        {
            (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw AccountProblems.EmailTaken(caller.Language);
        }

        await tickets.RemoveAllAsync(user.Id, TicketPurpose.ResetPassword, cancellationToken);
        await audit.OwnAsync(AccountActions.EmailChange, user);
        await mails.NoticeAsync(
            user,
            before,
            Text.Of("Your e-mail address was changed", "你的邮箱地址已更改"),
            Text.Of("Your AIWendy account now has another e-mail address.", "你的 AIWendy 账户已改用另一个邮箱地址。"),
            user.Language ?? caller.Language,
            cancellationToken);
    }

    private async Task SendAsync(User user, string origin, CancellationToken cancellationToken)
    {
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.ConfirmEmail, cancellationToken);
        string token = await tickets.IssueAsync(
            TicketPurpose.ConfirmEmail, user.Id, user.NormalizedEmail, ConfirmLifetime, cancellationToken);
        await mails.ConfirmAsync(user, origin, token, user.Language ?? caller.Language, cancellationToken);
    }
}
