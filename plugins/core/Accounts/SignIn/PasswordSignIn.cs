using System.Net;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>Checks e-mail and password; says the same, after the same work, whichever of the two is wrong.</summary>
internal sealed class PasswordSignIn(
    UserManager<User> users,
    SignInThrottle throttle,
    SecondFactorSignIn secondFactor,
    AccountAudit audit,
    ICurrentUser caller)
{
    public const string Method = "password";

    private const int LongestAddress = 320;

    public async Task<SignInResult> SignInAsync(string? email, string? password, IPAddress? remote, CancellationToken cancellationToken)
    {
        string address = email?.Trim() ?? string.Empty;
        string? normalized = password is { Length: > 0 and <= 4 * PasswordRules.MaximumLength } ? PasswordRules.Normalize(password) : null;
        if (address.Length is 0 or > LongestAddress || normalized is null)
        {
            throw AccountProblems.InvalidCredentials(caller.Language);
        }

        SignInAttempt attempt = await EnterAsync(users.NormalizeEmail(address), remote, cancellationToken);
        User? user = await users.FindByEmailAsync(address);
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(UnknownUser.Instance, UnknownUser.PasswordHash, normalized);
            throw await RefuseAsync(attempt, user);
        }

        if (!await users.CheckPasswordAsync(user, normalized))
        {
            throw await RefuseAsync(attempt, user);
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
        return await secondFactor.ContinueAsync(user, cancellationToken);
    }

    private async Task<SignInAttempt> EnterAsync(string normalizedEmail, IPAddress? remote, CancellationToken cancellationToken)
    {
        try
        {
            return await throttle.EnterAsync(normalizedEmail, remote, cancellationToken);
        }
        catch (ProblemException held) when (held.Status == 429)
        {
            // Nobody looks the account up for somebody who is held up.
            await audit.RefusedAsync(AccountActions.SignIn, SignInThrottle.KeyOf(normalizedEmail, remote), null, Method, held.Code);
            throw;
        }
    }

    private async Task<ProblemException> RefuseAsync(SignInAttempt attempt, User? user)
    {
        ProblemException refusal = AccountProblems.InvalidCredentials(caller.Language);
        await audit.RefusedAsync(AccountActions.SignIn, new ThrottleKey(attempt.AccountKey, attempt.Address), user?.Id, Method, refusal.Code);
        return refusal;
    }
}
