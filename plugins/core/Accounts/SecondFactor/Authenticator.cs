using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.SecondFactor;

/// <summary>A person's authenticator app: sets it up, checks its codes, takes it away.</summary>
internal sealed class Authenticator(
    AccountsDbContext context,
    UserManager<User> users,
    RecoveryCodes codes,
    SignInThrottle throttle,
    AccountAudit audit,
    ISecrets secrets,
    ICurrentUser caller,
    TimeProvider time)
{
    private const string Purpose = "accounts.authenticator";
    private const string Issuer = "AIWendy";

    /// <summary>Makes a new secret; it counts once a code made with it was right.</summary>
    /// <exception cref="ProblemException">Code <c>second_factor_on</c>.</exception>
    public async Task<(string Secret, string Address)> SetUpAsync(User user)
    {
        if (user.AuthenticatorConfirmedAt is not null)
        {
            throw AccountProblems.SecondFactorOn(caller.Language);
        }

        byte[] key = TimeBasedCode.NewKey();
        user.AuthenticatorKey = secrets.Protect(Convert.ToBase64String(key), Purpose);
        user.AuthenticatorStep = null;
        (await users.UpdateAsync(user)).Demand(caller.Language);
        return (TimeBasedCode.Encode(key), TimeBasedCode.AddressOf(key, Issuer, user.Email));
    }

    /// <summary>Turns the second factor on after a right code and answers the recovery codes.</summary>
    public async Task<IReadOnlyList<string>> ConfirmAsync(User user, string? code, CancellationToken cancellationToken)
    {
        if (user.AuthenticatorConfirmedAt is not null)
        {
            throw AccountProblems.SecondFactorOn(caller.Language);
        }

        SignInAttempt attempt = await throttle.EnterSecondFactorAsync(user.Id, cancellationToken);
        if (!await UseAsync(user, code, cancellationToken))
        {
            throw AccountProblems.WrongCode(caller.Language, 400);
        }

        await throttle.SucceedAsync(attempt, cancellationToken);
        user.AuthenticatorConfirmedAt = time.GetUtcNow();
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        IReadOnlyList<string> made = await codes.ReplaceAsync(user.Id, cancellationToken);
        await audit.OwnAsync(AccountActions.FactorOn, user);
        return made;
    }

    /// <summary>Whether a code of the app, or else a recovery code, is right; either counts once.</summary>
    public async Task<bool> VerifyAsync(User user, string? code, string? recoveryCode, CancellationToken cancellationToken) =>
        user.AuthenticatorConfirmedAt is not null
        && (string.IsNullOrWhiteSpace(code)
            ? await codes.UseAsync(user.Id, recoveryCode, cancellationToken)
            : await UseAsync(user, code, cancellationToken));

    public async Task DisableAsync(User user, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = null;
        user.AuthenticatorConfirmedAt = null;
        user.AuthenticatorStep = null;
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        await codes.RemoveAsync(user.Id, cancellationToken);
        await audit.OwnAsync(AccountActions.FactorOff, user);
    }

    private async Task<bool> UseAsync(User user, string? code, CancellationToken cancellationToken)
    {
        if (user.AuthenticatorKey is null)
        {
            return false;
        }

        byte[] key = Convert.FromBase64String(secrets.Unprotect(user.AuthenticatorKey, Purpose));
        if (TimeBasedCode.Match(key, code, time.GetUtcNow(), user.AuthenticatorStep) is not { } step)
        {
            return false;
        }

        // The database decides, so that two requests at once can not both use one code.
        int changed = await context.Users
            .Where(other => other.Id == user.Id && (other.AuthenticatorStep == null || other.AuthenticatorStep < step))
            .ExecuteUpdateAsync(change => change.SetProperty(other => other.AuthenticatorStep, step), cancellationToken);
        user.AuthenticatorStep = step;
        return changed == 1;
    }
}
