using System.Security.Claims;
using System.Text.Encodings.Web;
using AIWendy.Host.Http.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// The one authentication scheme, for code that asks ASP.NET Core who the caller is. The pipeline itself asks
/// <see cref="RequestAuthentication"/> directly.
/// </summary>
internal sealed class AIWendyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    RequestAuthentication authentication,
    ProblemWriter problems) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "AIWendy";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        ClaimsPrincipal? principal = Context.User.Identity?.IsAuthenticated == true
            ? Context.User
            : await authentication.AuthenticateAsync(Context);
        return principal is null ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        problems.WriteStatusAsync(Context, StatusCodes.Status401Unauthorized);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        problems.WriteStatusAsync(Context, StatusCodes.Status403Forbidden);
}
