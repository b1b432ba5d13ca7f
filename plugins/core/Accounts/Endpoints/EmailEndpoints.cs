using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>What goes by mail: confirmed and changed addresses, forgotten passwords.</summary>
internal static class EmailEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/email/confirm", ConfirmAsync)
            .AllowPublic("The link from the mail is opened in any browser; the token in it is the proof.")
            .WithName("accounts.confirmEmail")
            .WithSummary("Confirm an e-mail address with the token of a link");
        accounts.MapPost("/email/resend", ResendAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithRateLimit(RateLimits.PasswordMail)
            .WithName("accounts.resendConfirmation")
            .WithSummary("Send the link that confirms the address once more");
        accounts.MapPost("/email/change", ChangeAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithRateLimit(RateLimits.PasswordMail)
            .WithName("accounts.changeEmail")
            .WithSummary("Send a link to a new address; the account moves when it is opened");
        accounts.MapPost("/password/forgot", ForgotAsync)
            .AllowPublic("Who forgot his password can not sign in.")
            .WithRateLimit(RateLimits.PasswordMail)
            .WithName("accounts.forgotPassword")
            .WithSummary("Send a link to choose a new password, if there is such an account");
        accounts.MapPost("/password/reset", ResetAsync)
            .AllowPublic("Who forgot his password can not sign in; the token of the link is the proof.")
            .WithName("accounts.resetPassword")
            .WithSummary("Choose a new password with the token of a link; every session ends");
    }

    private static async Task<NoContent> ConfirmAsync(LinkRequest request, EmailAddresses addresses, CancellationToken cancellationToken)
    {
        await addresses.ConfirmAsync(request.Token, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> ResendAsync(
        CurrentAccount account, EmailAddresses addresses, HttpContext http, CancellationToken cancellationToken)
    {
        await addresses.ResendAsync(await account.FindAsync(), http, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> ChangeAsync(
        EmailChangeRequest request, CurrentAccount account, EmailAddresses addresses, HttpContext http, CancellationToken cancellationToken)
    {
        await addresses.ChangeAsync(await account.FindAsync(), request.Email, request.Password, http, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> ForgotAsync(
        ForgottenRequest request, PasswordReset reset, HttpContext http, CancellationToken cancellationToken)
    {
        await reset.RequestAsync(request.Email, http, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> ResetAsync(ResetRequest request, PasswordReset reset, CancellationToken cancellationToken)
    {
        await reset.ResetAsync(request.Token, request.Password, cancellationToken);
        return TypedResults.NoContent();
    }
}
