using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Endpoints;
using AIWendy.Plugins.Accounts.Invitations;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.PersonalData;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>Creates accounts; the first one owns the installation.</summary>
internal sealed class UserRegistration(
    AccountsDbContext context,
    UserManager<User> users,
    RegistrationPolicy policy,
    InvitationStore invitations,
    GuestData guestData,
    MailSettings mailServer,
    MailedRegistration mailed,
    SignInThrottle throttle,
    AccountAudit audit,
    IDeployment deployment,
    ICurrentUser caller,
    IEvents events,
    TimeProvider time)
{
    public async Task<RegistrationState> StateAsync(CancellationToken cancellationToken)
    {
        bool anybody = await context.Users.AnyAsync(cancellationToken);
        return new RegistrationState(policy.Allows(deployment, anybody), !anybody, anybody && policy.AllowsInvited(deployment));
    }

    /// <summary>Creates the account.</summary>
    /// <returns>The account; null where a mail goes on, and the answer must not tell whether the address already has one.</returns>
    public async Task<User?> RegisterAsync(RegisterRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        User user = Create(request);
        Invitation? invitation = await FindInvitationAsync(request, user, cancellationToken);
        RegistrationState state = await StateAsync(cancellationToken);
        if (invitation is null && !state.Open)
        {
            throw AccountProblems.RegistrationClosed(caller.Language);
        }

        await ValidateAsync(user, request.Password);

        // Hashing takes long on purpose: do it before the lock below.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, PasswordRules.Normalize(request.Password!)!);
        if (invitation is null && !state.FirstUser && mailServer.IsConfigured)
        {
            await mailed.AskAsync(user, http, cancellationToken);
            return null;
        }

        await StoreOrRefuseAsync(user, invitation, http, cancellationToken);
        await audit.OwnAsync(
            AccountActions.Register, user, new JsonObject { ["role"] = user.Role.ToString().ToLowerInvariant(), ["invitation"] = invitation?.Id });
        await events.PublishAsync(new UserSignedUp(user.Id, PasswordSignIn.Method, user.CreatedAt), CancellationToken.None);
        return user;
    }

    // Without mail nothing but the answer can tell a person that he has an account, so that asking is what is slowed down.
    private async Task StoreOrRefuseAsync(User user, Invitation? invitation, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await StoreAsync(user, invitation, cancellationToken);
        }
        catch (ProblemException taken) when (taken.Code == AccountProblems.EmailTakenCode)
        {
            context.ChangeTracker.Clear();
            await throttle.EnterRegistrationAsync(users.NormalizeEmail(user.Email)!, http.Connection.RemoteIpAddress, cancellationToken);
            throw;
        }
    }

    private async Task<Invitation?> FindInvitationAsync(RegisterRequest request, User user, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Invitation))
        {
            return null;
        }

        Invitation invitation = policy.AllowsInvited(deployment)
            ? await invitations.FindAsync(request.Invitation, cancellationToken) ?? throw AccountProblems.LinkExpired(caller.Language)
            : throw AccountProblems.RegistrationClosed(caller.Language);
        return string.Equals(invitation.Email, user.Email, StringComparison.OrdinalIgnoreCase)
            ? invitation
            : throw AccountProblems.OtherInvited(caller.Language);
    }

    private User Create(RegisterRequest request) => new()
    {
        Email = request.Email?.Trim() ?? string.Empty,
        DisplayName = ProfileTexts.Clean(request.DisplayName),
        Language = ProfileTexts.Clean(request.Language),
        CreatedAt = time.GetUtcNow(),
    };

    private async Task ValidateAsync(User user, string? password)
    {
        List<IdentityError> errors = [];
        foreach (IUserValidator<User> rule in users.UserValidators)
        {
            errors.AddRange((await rule.ValidateAsync(users, user)).Errors);
        }

        foreach (IPasswordValidator<User> rule in users.PasswordValidators)
        {
            errors.AddRange((await rule.ValidateAsync(users, user, password)).Errors);
        }

        if (errors.Count > 0)
        {
            IdentityResult.Failed([.. errors]).Demand(caller.Language);
        }
    }

    private async Task StoreAsync(User user, Invitation? invitation, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // One at a time, so that exactly one person is the first.
        await context.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('accounts.register', 0))", cancellationToken);
        bool anybody = await context.Users.AnyAsync(cancellationToken);
        if (invitation is null ? !policy.Allows(deployment, anybody) : !await invitations.AcceptAsync(invitation, cancellationToken))
        {
            throw AccountProblems.RegistrationClosed(caller.Language);
        }

        user.Role = anybody ? invitation?.Role ?? Role.Member : Role.Owner;

        // The link came by mail, so that whoever opened it reads the mailbox.
        user.EmailConfirmedAt = invitation is not null && mailServer.IsConfigured ? user.CreatedAt : null;
        await mailed.RemoveWaitingAsync(user.Email, cancellationToken);
        try
        {
            (await users.CreateAsync(user)).Demand(caller.Language);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw AccountProblems.EmailTaken(caller.Language);
        }

        await transaction.CommitAsync(cancellationToken);
        if (!anybody)
        {
            await guestData.HandOverAsync(user.Id, CancellationToken.None);
        }
    }
}
