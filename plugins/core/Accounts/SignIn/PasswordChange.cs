using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>Replaces a password after the current one was proved, and ends every other session.</summary>
internal sealed class PasswordChange(UserManager<User> users, PasswordProof proof, SessionStore sessions, AccountAudit audit, ICurrentUser caller)
{
    public async Task ChangeAsync(User user, string? current, string? replacement, HttpContext http, CancellationToken cancellationToken)
    {
        await proof.DemandAsync(user, current, "current", http, cancellationToken);
        await ReplaceAsync(user, replacement, "new");
        await sessions.RevokeOthersAsync(user.Id, http.Request, cancellationToken);
        await audit.OwnAsync(AccountActions.PasswordChange, user);
    }

    /// <summary>Stores a new password that keeps the rules; what it proves, the caller has to know.</summary>
    public async Task ReplaceAsync(User user, string? replacement, string field)
    {
        if (PasswordRules.Check(replacement, user.Email) is { } problem)
        {
            throw Refused(field, problem);
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, PasswordRules.Normalize(replacement!)!);

        // Saves the hash together with the new stamp.
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
    }

    private ProblemException Refused(string field, Text problem) => ProblemException.Invalid(field, problem.For(caller.Language));
}
