using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>Asks a signed-in person for his password once more, before something that a borrowed browser must not do.</summary>
internal sealed class PasswordProof(UserManager<User> users, SignInThrottle throttle, AccountAudit audit, ICurrentUser caller)
{
    /// <param name="user">The person.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="field">Name of the field that it was typed into.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="ProblemException">Code <c>wrong_password</c> or <c>too_many_attempts</c>.</exception>
    public async Task DemandAsync(User user, string? password, string field, HttpContext http, CancellationToken cancellationToken)
    {
        SignInAttempt attempt = await throttle.EnterAsync(user.NormalizedEmail, http.Connection.RemoteIpAddress, cancellationToken);
        string? normalized = password is { Length: > 0 and <= 4 * PasswordRules.MaximumLength } ? PasswordRules.Normalize(password) : null;
        if (normalized is null || !await users.CheckPasswordAsync(user, normalized))
        {
            ProblemException refusal = AccountProblems.WrongPassword(caller.Language, field);
            await audit.RefusedAsync(AccountActions.Proof, new ThrottleKey(attempt.AccountKey, attempt.Address), user.Id, PasswordSignIn.Method, refusal.Code);
            throw refusal;
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
    }
}
