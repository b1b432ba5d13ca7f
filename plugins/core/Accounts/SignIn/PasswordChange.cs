using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>Replaces a password after the current one was proved, and ends every other session.</summary>
internal sealed class PasswordChange(
    UserManager<User> users,
    SignInThrottle throttle,
    SessionStore sessions,
    ICurrentUser caller)
{
    public async Task ChangeAsync(User user, string? current, string? replacement, HttpContext http, CancellationToken cancellationToken)
    {
        SignInAttempt attempt = await throttle.EnterAsync(user.NormalizedEmail, http.Connection.RemoteIpAddress, cancellationToken);
        string? normalized = current is { Length: > 0 and <= 4 * PasswordRules.MaximumLength } ? PasswordRules.Normalize(current) : null;
        if (normalized is null || !await users.CheckPasswordAsync(user, normalized))
        {
            throw AccountProblems.WrongPassword(caller.Language);
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
        if (PasswordRules.Check(replacement, user.Email) is { } problem)
        {
            throw ProblemException.Invalid("new", problem.For(caller.Language));
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, PasswordRules.Normalize(replacement!)!);

        // Saves the hash together with the new stamp.
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        await sessions.RevokeOthersAsync(user.Id, http.Request, cancellationToken);
    }
}
