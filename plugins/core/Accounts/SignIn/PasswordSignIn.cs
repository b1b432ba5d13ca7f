using System.Net;
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
    ICurrentUser caller)
{
    private const int LongestAddress = 320;

    public async Task<SignInResult> SignInAsync(string? email, string? password, IPAddress? remote, CancellationToken cancellationToken)
    {
        string address = email?.Trim() ?? string.Empty;
        string? normalized = password is { Length: > 0 and <= 4 * PasswordRules.MaximumLength } ? PasswordRules.Normalize(password) : null;
        if (address.Length is 0 or > LongestAddress || normalized is null)
        {
            throw AccountProblems.InvalidCredentials(caller.Language);
        }

        SignInAttempt attempt = await throttle.EnterAsync(users.NormalizeEmail(address), remote, cancellationToken);
        User? user = await users.FindByEmailAsync(address);
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(UnknownUser.Instance, UnknownUser.PasswordHash, normalized);
            throw AccountProblems.InvalidCredentials(caller.Language);
        }

        if (!await users.CheckPasswordAsync(user, normalized))
        {
            throw AccountProblems.InvalidCredentials(caller.Language);
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
        return await secondFactor.ContinueAsync(user, cancellationToken);
    }
}
