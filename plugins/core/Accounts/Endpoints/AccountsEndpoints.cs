using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
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
        MapRegistration(accounts);
        SignInEndpoints.Map(accounts);
        ProfileEndpoints.Map(accounts);
        AvatarEndpoints.Map(accounts);
        SessionEndpoints.Map(accounts);
        TwoFactorEndpoints.Map(accounts);
        EmailEndpoints.Map(accounts);
        TokenEndpoints.Map(accounts);
        PersonalDataEndpoints.Map(accounts);
    }

    private static void MapRegistration(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/registration", GetRegistrationAsync)
            .AllowPublic("The sign-in page must know whether it may offer to register.")
            .WithName("accounts.registration")
            .WithSummary("Whether accounts can be created, and whether the next one will own the installation");
        accounts.MapPost("/register", RegisterAsync)
            .AllowPublic("Nobody has an account before this call.")
            .WithRateLimit(RateLimits.Registration)
            .WithName("accounts.register")
            .WithSummary("Create an account and sign in, or send the mail that goes on, whether or not the address already has an account");
    }

    private static async Task<Ok<RegistrationState>> GetRegistrationAsync(
        UserRegistration registration, CancellationToken cancellationToken) =>
        TypedResults.Ok(await registration.StateAsync(cancellationToken));

    private static async Task<Results<Created<SignedIn>, Accepted>> RegisterAsync(
        RegisterRequest request,
        UserRegistration registration,
        EmailAddresses addresses,
        SessionStore sessions,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await registration.RegisterAsync(request, http, cancellationToken) is not { } user)
        {
            return TypedResults.Accepted((string?)null);
        }

        await sessions.StartAsync(user, http, cancellationToken);
        await addresses.WelcomeAsync(user, http, cancellationToken);
        return TypedResults.Created("/api/accounts/me", new SignedIn(ProfileEndpoints.Describe(user)));
    }
}
