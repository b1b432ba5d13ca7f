using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passkeys;
using AIWendy.Plugins.Accounts.SecondFactor;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>The authenticator app, recovery codes and passkeys of the caller.</summary>
internal static class TwoFactorEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        RouteGroupBuilder factor = accounts.MapGroup("/two-factor");
        factor.MapGet("", StateAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.twoFactor")
            .WithSummary("Whether a second factor is asked for, and how many recovery codes are left");
        factor.MapPost("/setup", SetUpAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.twoFactorSetup")
            .WithSummary("A new secret for an authenticator app; it counts once a code was confirmed");
        factor.MapPost("/confirm", ConfirmAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.twoFactorConfirm")
            .WithSummary("Turn the second factor on; answers the recovery codes this one time");
        factor.MapPost("/disable", DisableAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.twoFactorDisable")
            .WithSummary("Turn the second factor off");
        factor.MapPost("/recovery-codes", RenewCodesAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.recoveryCodes")
            .WithSummary("New recovery codes in the place of the old ones");
        MapPasskeys(accounts.MapGroup("/passkeys"));
    }

    private static void MapPasskeys(RouteGroupBuilder passkeys)
    {
        passkeys.MapPost("/creation-options", CreationOptionsAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.passkeyCreationOptions")
            .WithSummary("A challenge for a new passkey");
        passkeys.MapPost("", CreateAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.createPasskey")
            .WithSummary("Keep a passkey that the browser made");
        passkeys.MapGet("", ListAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.passkeys")
            .WithSummary("The caller's passkeys");
        passkeys.MapPatch("/{id:guid}", RenameAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.renamePasskey")
            .WithSummary("Give a passkey another name");
        passkeys.MapDelete("/{id:guid}", RemoveAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.removePasskey")
            .WithSummary("Forget a passkey");
    }

    private static async Task<Ok<TwoFactorState>> StateAsync(CurrentAccount account, RecoveryCodes codes, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        return TypedResults.Ok(new TwoFactorState(
            user.AuthenticatorConfirmedAt is not null, user.AuthenticatorConfirmedAt, await codes.CountAsync(user.Id, cancellationToken)));
    }

    private static async Task<Ok<TwoFactorSetup>> SetUpAsync(
        PasswordProofRequest request,
        CurrentAccount account,
        Authenticator authenticator,
        PasswordProof proof,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await proof.DemandAsync(user, request.Password, "password", http, cancellationToken);
        (string secret, string address) = await authenticator.SetUpAsync(user);
        return TypedResults.Ok(new TwoFactorSetup(secret, address));
    }

    private static async Task<Ok<RecoveryCodeList>> ConfirmAsync(
        CodeRequest request, CurrentAccount account, Authenticator authenticator, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RecoveryCodeList(await authenticator.ConfirmAsync(await account.FindAsync(), request.Code, cancellationToken)));

    private static async Task<NoContent> DisableAsync(
        PasswordProofRequest request,
        CurrentAccount account,
        Authenticator authenticator,
        PasswordProof proof,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await proof.DemandAsync(user, request.Password, "password", http, cancellationToken);
        await authenticator.DisableAsync(user, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RecoveryCodeList>> RenewCodesAsync(
        PasswordProofRequest request,
        CurrentAccount account,
        RecoveryCodes codes,
        PasswordProof proof,
        AccountAudit audit,
        ICurrentUser caller,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await proof.DemandAsync(user, request.Password, "password", http, cancellationToken);
        if (user.AuthenticatorConfirmedAt is null)
        {
            throw AccountProblems.SecondFactorOff(caller.Language);
        }

        IReadOnlyList<string> made = await codes.ReplaceAsync(user.Id, cancellationToken);
        await audit.OwnAsync(AccountActions.RecoveryCodes, user);
        return TypedResults.Ok(new RecoveryCodeList(made));
    }

    private static async Task<Ok<PasskeyChallenge>> CreationOptionsAsync(
        PasswordProofRequest request,
        CurrentAccount account,
        PasskeyRegistry passkeys,
        PasswordProof proof,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await proof.DemandAsync(user, request.Password, "password", http, cancellationToken);
        return TypedResults.Ok(await passkeys.BeginCreationAsync(user, http, cancellationToken));
    }

    private static async Task<Created<PasskeyInfo>> CreateAsync(
        PasskeyRequest request, CurrentAccount account, PasskeyRegistry passkeys, AccountAudit audit, HttpContext http, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        Passkey made = await passkeys.CreateAsync(user, request.Ticket, request.Credential, request.Name, http, cancellationToken);
        await audit.OwnAsync(AccountActions.PasskeyAdd, user, new JsonObject { ["name"] = made.Name }, made.Id);
        return TypedResults.Created($"/api/accounts/passkeys/{made.Id}", Describe(made));
    }

    private static async Task<Ok<PasskeyList>> ListAsync(CurrentAccount account, PasskeyRegistry passkeys, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        return TypedResults.Ok(new PasskeyList([.. (await passkeys.ListAsync(user.Id, cancellationToken)).Select(Describe)]));
    }

    private static async Task<Ok<PasskeyInfo>> RenameAsync(
        Guid id, PasskeyName request, CurrentAccount account, PasskeyRegistry passkeys, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        return await passkeys.RenameAsync(user.Id, id, request.Name, cancellationToken) is { } renamed
            ? TypedResults.Ok(Describe(renamed))
            : throw ProblemException.NotFound("The passkey");
    }

    private static async Task<NoContent> RemoveAsync(
        Guid id, CurrentAccount account, PasskeyRegistry passkeys, AccountAudit audit, CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        if (!await passkeys.RemoveAsync(user.Id, id, cancellationToken))
        {
            throw ProblemException.NotFound("The passkey");
        }

        await audit.OwnAsync(AccountActions.PasskeyRemove, user, subject: id);
        return TypedResults.NoContent();
    }

    private static PasskeyInfo Describe(Passkey passkey) =>
        new(passkey.Id, passkey.Name, passkey.IsBackedUp, passkey.CreatedAt, passkey.LastUsedAt);
}
