using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passkeys;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>The ways in and out.</summary>
internal static class SignInEndpoints
{
    private static readonly Text SecondStep = Text.Of(
        "Enter the code of your authenticator app.", "请输入验证器应用中的验证码。");

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/sign-in", SignInAsync)
            .AllowPublic("Nobody is signed in before this call.")
            .WithRateLimit(RateLimits.SignIn)
            .WithName("accounts.signIn")
            .WithSummary("Sign in with e-mail and password")
            .Produces<SecondFactorProblem>(401, "application/problem+json");
        accounts.MapPost("/sign-in/second-factor", SecondFactorAsync)
            .AllowPublic("Nobody is signed in before this call.")
            .WithRateLimit(RateLimits.SignIn)
            .WithName("accounts.signInSecondFactor")
            .WithSummary("Complete a sign-in with a code of the authenticator app or a recovery code");
        accounts.MapPost("/sign-in/passkey-options", PasskeyOptionsAsync)
            .AllowPublic("Nobody is signed in before this call.")
            .WithName("accounts.signInPasskeyOptions")
            .WithSummary("A challenge for a sign-in with a passkey");
        accounts.MapPost("/sign-in/passkey", PasskeyAsync)
            .AllowPublic("Nobody is signed in before this call.")
            .WithRateLimit(RateLimits.SignIn)
            .WithName("accounts.signInPasskey")
            .WithSummary("Sign in with a passkey");
        accounts.MapPost("/sign-out", SignOutAsync)
            .AllowPublic("Signing out twice must not fail.")
            .WithName("accounts.signOut")
            .WithSummary("End the session of this browser");
    }

    private static async Task<Results<Ok<SignedIn>, JsonHttpResult<SecondFactorProblem>>> SignInAsync(
        SignInRequest request,
        PasswordSignIn signIn,
        SignInCompletion completion,
        ICurrentUser caller,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        SignInResult result = await signIn.SignInAsync(request.Email, request.Password, http.Connection.RemoteIpAddress, cancellationToken);
        if (result.Ticket is { } ticket)
        {
            SecondFactorProblem problem = new(
                "about:blank", "Unauthorized", 401, "second_factor_required", SecondStep.For(caller.Language), ticket);
            return TypedResults.Json(problem, SecurityJsonContext.Default.SecondFactorProblem, "application/problem+json", 401);
        }

        await completion.CompleteAsync(result.User, PasswordSignIn.Method, http, cancellationToken);
        return TypedResults.Ok(new SignedIn(ProfileEndpoints.Describe(result.User)));
    }

    private static async Task<Ok<SignedIn>> SecondFactorAsync(
        SecondFactorRequest request,
        SecondFactorSignIn signIn,
        SignInCompletion completion,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await signIn.CompleteAsync(request.Ticket, request.Code, request.RecoveryCode, cancellationToken);
        await completion.CompleteAsync(user, SecondFactorSignIn.Method, http, cancellationToken);
        return TypedResults.Ok(new SignedIn(ProfileEndpoints.Describe(user)));
    }

    private static async Task<Ok<PasskeyChallenge>> PasskeyOptionsAsync(
        PasskeyRegistry passkeys, HttpContext http, CancellationToken cancellationToken) =>
        TypedResults.Ok(await passkeys.BeginSignInAsync(http, cancellationToken));

    private static async Task<Ok<SignedIn>> PasskeyAsync(
        PasskeyRequest request,
        PasskeyRegistry passkeys,
        SignInCompletion completion,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        // The authenticator checked the person itself: having and being are two factors.
        User user = await passkeys.RecogniseAsync(request.Ticket, request.Credential, http, cancellationToken);
        await completion.CompleteAsync(user, "passkey", http, cancellationToken);
        return TypedResults.Ok(new SignedIn(ProfileEndpoints.Describe(user)));
    }

    private static async Task<NoContent> SignOutAsync(
        SessionStore sessions, AccountAudit audit, ICurrentUser caller, HttpContext http, CancellationToken cancellationToken)
    {
        if (await sessions.EndCurrentAsync(http.Request, cancellationToken) && caller is { IsAuthenticated: true, IsGuest: false })
        {
            await audit.ByCallerAsync(AccountActions.SignOut, caller.Id);
        }

        SessionCookie.Clear(http);
        return TypedResults.NoContent();
    }
}
