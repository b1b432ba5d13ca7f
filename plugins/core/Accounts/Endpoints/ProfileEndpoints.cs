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
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.changePassword")
            .WithSummary("Change the caller's password and end his other sessions");
    }

    public static Profile Describe(User user) =>
        new(user.Id, user.Email, user.DisplayName, user.Language, user.TimeZone, user.Role, false, user.CreatedAt)
        {
            EmailConfirmed = user.EmailConfirmedAt is not null,
            BaseCurrency = user.BaseCurrency,
            Markets = user.Markets ?? [],
            MainConcern = user.MainConcern,
            PreferredCoachId = user.PreferredCoachId,
            AvatarUrl = AvatarEndpoints.AddressOf(user),
            DeletionDueAt = user.DeletionDueAt,
        };

    private static async Task<Ok<Profile>> GetAsync(ICurrentUser caller, CurrentAccount account)
    {
        if (caller.IsGuest)
        {
            return TypedResults.Ok(new Profile(caller.Id, null, caller.DisplayName, null, null, caller.Role, true, null));
        }

        return TypedResults.Ok(Describe(await account.FindAsync()));
    }

    private static async Task<Ok<Profile>> ChangeAsync(
        ProfileChange change, ICurrentUser caller, CurrentAccount account, UserManager<User> users, SessionCache cache)
    {
        User user = await account.FindAsync();
        user.DisplayName = Changed(change.DisplayName, user.DisplayName);
        user.Language = Changed(change.Language, user.Language);
        user.TimeZone = Changed(change.TimeZone, user.TimeZone);
        user.BaseCurrency = Changed(change.BaseCurrency, user.BaseCurrency)?.ToUpperInvariant();
        user.Markets = change.Markets is null ? user.Markets : [.. change.Markets.Distinct(StringComparer.Ordinal)];
        user.MainConcern = Changed(change.MainConcern, user.MainConcern);
        user.PreferredCoachId = Changed(change.PreferredCoachId, user.PreferredCoachId);
        (await users.UpdateAsync(user)).Demand(caller.Language);
        cache.ForgetUser(user.Id);
        return TypedResults.Ok(Describe(user));
    }

    private static string? Changed(string? wanted, string? stored) => wanted is null ? stored : ProfileTexts.Clean(wanted);

    private static async Task<NoContent> ChangePasswordAsync(
        PasswordChangeRequest request,
        CurrentAccount account,
        PasswordChange passwords,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        await passwords.ChangeAsync(user, request.Current, request.New, http, cancellationToken);
        return TypedResults.NoContent();
    }
}
