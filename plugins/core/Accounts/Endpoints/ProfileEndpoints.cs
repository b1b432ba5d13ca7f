using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

internal static class ProfileEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/me", GetAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.me")
            .WithSummary("The caller's profile");
        accounts.MapPatch("/me", ChangeAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.changeMe")
            .WithSummary("Change the caller's profile");
        accounts.MapPost("/password", ChangePasswordAsync)
            .RequirePermission(AccountsPermissions.Self)
            .WithName("accounts.changePassword")
            .WithSummary("Change the caller's password and end his other sessions");
    }

    public static Profile Describe(User user) =>
        new(user.Id, user.Email, user.DisplayName, user.Language, user.TimeZone, user.Role, false, user.CreatedAt);

    private static async Task<Ok<Profile>> GetAsync(ICurrentUser caller, UserManager<User> users)
    {
        if (caller.IsGuest)
        {
            return TypedResults.Ok(new Profile(caller.Id, null, caller.DisplayName, null, null, caller.Role, true, null));
        }

        return TypedResults.Ok(Describe(await FindAsync(caller, users)));
    }

    private static async Task<Ok<Profile>> ChangeAsync(
        ProfileChange change, ICurrentUser caller, UserManager<User> users, SessionCache cache)
    {
        User user = await FindAsync(caller, users);
        user.DisplayName = change.DisplayName is null ? user.DisplayName : ProfileTexts.Clean(change.DisplayName);
        user.Language = change.Language is null ? user.Language : ProfileTexts.Clean(change.Language);
        user.TimeZone = change.TimeZone is null ? user.TimeZone : ProfileTexts.Clean(change.TimeZone);
        (await users.UpdateAsync(user)).Demand(caller.Language);
        cache.ForgetUser(user.Id);
        return TypedResults.Ok(Describe(user));
    }

    private static async Task<NoContent> ChangePasswordAsync(
        PasswordChangeRequest request,
        ICurrentUser caller,
        UserManager<User> users,
        PasswordChange passwords,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await FindAsync(caller, users);
        await passwords.ChangeAsync(user, request.Current, request.New, http, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<User> FindAsync(ICurrentUser caller, UserManager<User> users) =>
        caller.IsGuest
            ? throw AccountProblems.GuestHasNoAccount(caller.Language)
            : await users.FindByIdAsync(caller.Id.ToString("D")) ?? throw ProblemException.NotFound("The account");
}
