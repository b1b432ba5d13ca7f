using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.SecondFactor;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>The second step of a sign-in, for people who have an authenticator app.</summary>
internal sealed class SecondFactorSignIn(
    TicketStore tickets,
    UserManager<User> users,
    Authenticator authenticator,
    SignInThrottle throttle,
    AccountAudit audit,
    ICurrentUser caller)
{
    public const string Method = "second_factor";

    /// <summary>How long a person may look for his phone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What to do after the first step was right.</summary>
    public async Task<SignInResult> ContinueAsync(User user, CancellationToken cancellationToken) =>
        user.AuthenticatorConfirmedAt is null
            ? new SignInResult(user, null)
            : new SignInResult(user, await tickets.IssueAsync(TicketPurpose.SecondFactor, user.Id, null, Patience, cancellationToken));

    public async Task<User> CompleteAsync(string? token, string? code, string? recoveryCode, CancellationToken cancellationToken)
    {
        Ticket ticket = await tickets.FindAsync(TicketPurpose.SecondFactor, token, cancellationToken)
            ?? throw AccountProblems.SignInExpired(caller.Language);
        SignInAttempt attempt = await throttle.EnterSecondFactorAsync(ticket.UserId!.Value, cancellationToken);
        User user = await users.FindByIdAsync(ticket.UserId.Value.ToString("D")) ?? throw AccountProblems.SignInExpired(caller.Language);
        if (!await authenticator.VerifyAsync(user, code, recoveryCode, cancellationToken))
        {
            ProblemException refusal = AccountProblems.WrongCode(caller.Language, 401);
            await audit.RefusedAsync(AccountActions.SignIn, new ThrottleKey(attempt.AccountKey, attempt.Address), user.Id, Method, refusal.Code);
            throw refusal;
        }

        if (!await tickets.RemoveAsync(ticket, cancellationToken))
        {
            throw AccountProblems.SignInExpired(caller.Language);
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
        return user;
    }
}
