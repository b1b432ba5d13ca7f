using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>
/// Registration where mail can be sent: the account opens when the link from the mail is opened. The request does the same
/// work and gets the same answer whether or not the address has an account, and a job looks it up; the mail tells its reader.
/// </summary>
internal sealed class MailedRegistration(
    AccountsDbContext context,
    UserManager<User> users,
    TicketStore tickets,
    AccountMails mails,
    SignInThrottle throttle,
    PublicAddress address,
    ISecrets secrets,
    IJobs jobs,
    IEvents events,
    AccountAudit audit,
    ICurrentUser caller,
    TimeProvider time)
{
    public const string Job = "registration-mail";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private const string Purpose = "accounts.registration";

    /// <summary>Whether somebody registered the account and nobody has proved that the address is his. Nobody can sign in to it.</summary>
    public static bool Waits(User user) => user.PasswordHash is null && user.EmailConfirmedAt is null;

    /// <summary>Takes a registration that keeps the rules.</summary>
    /// <param name="user">The account with the hash of its password.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Cancels; then nothing is sent.</param>
    public async Task AskAsync(User user, HttpContext http, CancellationToken cancellationToken)
    {
        string origin = address.Origin(http.Request);
        await throttle.EnterMailAsync(users.NormalizeEmail(user.Email)!, http.Connection.RemoteIpAddress, cancellationToken);
        WantedAccount wanted = new(
            user.Email,
            user.DisplayName,
            user.Language,
            user.PasswordHash!,
            origin,
            user.Language ?? caller.Language,
            SignInThrottle.Network(http.Connection.RemoteIpAddress));
        string argument = secrets.Protect(JsonSerializer.Serialize(wanted, RegistrationJsonContext.Default.WantedAccount), Purpose);
        await jobs.EnqueueAsync(Job, argument, cancellationToken);
    }

    /// <summary>Sends the mail of a registration.</summary>
    public async Task SendAsync(string argument, CancellationToken cancellationToken)
    {
        WantedAccount wanted = JsonSerializer.Deserialize(secrets.Unprotect(argument, Purpose), RegistrationJsonContext.Default.WantedAccount)!;
        User? known = await users.FindByEmailAsync(wanted.Email);
        if (known is not null && !Waits(known))
        {
            await TellAsync(known, wanted, cancellationToken);
            return;
        }

        User user = known ?? await CreateAsync(wanted);

        // Whoever asks last decides: a stranger who was here before must not choose the password.
        await tickets.RemoveAllAsync(user.Id, TicketPurpose.Register, cancellationToken);
        user.DisplayName = wanted.DisplayName;
        user.Language = wanted.Language;
        (await users.UpdateAsync(user)).Demand(wanted.MailLanguage);
        string token = await tickets.IssueAsync(TicketPurpose.Register, user.Id, secrets.Protect(wanted.PasswordHash, Purpose), Lifetime, cancellationToken);
        await mails.ConfirmAsync(user, wanted.Origin, token, wanted.MailLanguage, cancellationToken);
    }

    /// <summary>Opens the account: its person has the link from the mail.</summary>
    public async Task OpenAsync(User user, Ticket ticket)
    {
        if (!Waits(user))
        {
            throw AccountProblems.LinkExpired(caller.Language);
        }

        user.PasswordHash = secrets.Unprotect(ticket.Payload!, Purpose);
        user.EmailConfirmedAt = time.GetUtcNow();
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        await CompleteAsync(user);
    }

    /// <summary>Frees an address for somebody who proved that it is his, or whom nothing but the answer can tell of it.</summary>
    public async Task RemoveWaitingAsync(string email, CancellationToken cancellationToken)
    {
        string? normalized = users.NormalizeEmail(email);
        await context.Users
            .Where(user => user.NormalizedEmail == normalized && user.PasswordHash == null && user.EmailConfirmedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Lets everybody know that there is somebody new.</summary>
    public async Task CompleteAsync(User user)
    {
        await audit.OwnAsync(AccountActions.Register, user);
        await events.PublishAsync(new UserSignedUp(user.Id, PasswordSignIn.Method, time.GetUtcNow()), CancellationToken.None);
    }

    private async Task<User> CreateAsync(WantedAccount wanted)
    {
        User user = new() { Email = wanted.Email, CreatedAt = time.GetUtcNow() };
        (await users.CreateAsync(user)).Demand(wanted.MailLanguage);
        return user;
    }

    private async Task TellAsync(User known, WantedAccount wanted, CancellationToken cancellationToken)
    {
        if (known.DisabledAt is null)
        {
            await mails.AlreadyAsync(known, wanted.Origin, known.Language ?? wanted.MailLanguage, cancellationToken);
        }

        await audit.RefusedAsync(
            AccountActions.Register, new ThrottleKey(known.Id.ToString("D"), wanted.Address), known.Id, PasswordSignIn.Method, "email_taken");
    }
}

/// <summary>Sends the mail of a registration.</summary>
internal sealed class SendRegistrationMail(MailedRegistration registration) : IPluginJob
{
    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        if (job.Argument is { Length: > 0 } argument)
        {
            await registration.SendAsync(argument, cancellationToken);
        }
    }
}

/// <summary>An account that somebody wants.</summary>
/// <param name="Email">Its address.</param>
/// <param name="DisplayName">Name, or null.</param>
/// <param name="Language">Language, or null for that of the browser.</param>
/// <param name="PasswordHash">Hash of the password that he chose.</param>
/// <param name="Origin">Where links lead to.</param>
/// <param name="MailLanguage">Language of the mail.</param>
/// <param name="Address">Network that he asked from.</param>
internal sealed record WantedAccount(
    string Email, string? DisplayName, string? Language, string PasswordHash, string Origin, string MailLanguage, string Address);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WantedAccount))]
internal sealed partial class RegistrationJsonContext : JsonSerializerContext;
