using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

internal static class AccountsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder accounts = api.MapGroup("/accounts").WithTags("Accounts");
        MapPublic(accounts);
        ProfileEndpoints.Map(accounts);
        SessionEndpoints.Map(accounts);
    }

    private static void MapPublic(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/registration", GetRegistrationAsync)
            .AllowPublic("The sign-in page must know whether it may offer to register.")
            .WithName("accounts.registration")
            .WithSummary("Whether accounts can be created, and whether the next one will own the installation");
        accounts.MapPost("/register", RegisterAsync)
            .AllowPublic("Nobody has an account before this call.")
            .WithName("accounts.register")
            .WithSummary("Create an account and sign in");
        accounts.MapPost("/sign-in", SignInAsync)
            .AllowPublic("Nobody is signed in before this call.")
            .WithName("accounts.signIn")
            .WithSummary("Sign in with e-mail and password");
        accounts.MapPost("/sign-out", SignOutAsync)
            .AllowPublic("Signing out twice must not fail.")
            .WithName("accounts.signOut")
            .WithSummary("End the session of this browser");
    }

    private static async Task<Ok<RegistrationState>> GetRegistrationAsync(
        UserRegistration registration, CancellationToken cancellationToken) =>
        TypedResults.Ok(await registration.StateAsync(cancellationToken));

    private static async Task<Created<SignedIn>> RegisterAsync(
        RegisterRequest request,
        UserRegistration registration,
        SessionStore sessions,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await registration.RegisterAsync(request, cancellationToken);
        await sessions.StartAsync(user, http, cancellationToken);
        return TypedResults.Created("/api/accounts/me", new SignedIn(ProfileEndpoints.Describe(user)));
    }

    private static async Task<Ok<SignedIn>> SignInAsync(
        SignInRequest request,
        PasswordSignIn signIn,
        SessionStore sessions,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await signIn.SignInAsync(request.Email, request.Password, http.Connection.RemoteIpAddress, cancellationToken);
        await sessions.StartAsync(user, http, cancellationToken);
        return TypedResults.Ok(new SignedIn(ProfileEndpoints.Describe(user)));
    }

    private static async Task<NoContent> SignOutAsync(SessionStore sessions, HttpContext http, CancellationToken cancellationToken)
    {
        await sessions.EndCurrentAsync(http.Request, cancellationToken);
        SessionCookie.Clear(http);
        return TypedResults.NoContent();
    }
}
