using System.Security.Claims;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.Features;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Asks the active plugins in turn who makes a request, when it carries anything that they read; where nobody knows, the
/// guest or nobody.
/// </summary>
internal sealed class RequestAuthentication(
    IExtensions<IRequestAuthenticator> authenticators,
    ICredentialSigns signs,
    GuestAccess guest,
    AdminToken adminToken)
{
    /// <summary>The caller, or null for an anonymous one.</summary>
    public ValueTask<ClaimsPrincipal?> AuthenticateAsync(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 || signs.AreOn(context.Request) ? AskAsync(context) : ValueTask.FromResult(guest.Identify(context));

    private async ValueTask<ClaimsPrincipal?> AskAsync(HttpContext context)
    {
        if (adminToken.Identify(context) is { } commandLine)
        {
            return commandLine;
        }

        // Whoever looks a session up needs a tenant, and who calls is not known before.
        using IDisposable call = CallContext.Enter(new CallState
        {
            TenantId = WellKnown.DefaultTenantId,
            Language = RequestLanguage.Of(null, context.Request.Headers.AcceptLanguage),
        });
        await using (IExtensionLease<IRequestAuthenticator> lease = authenticators.Acquire())
        {
            foreach (Extension<IRequestAuthenticator> extension in lease.Items)
            {
                if (await AskAsync(extension, context) is { } identity)
                {
                    ForgetServices(context);
                    return new ClaimsPrincipal(identity);
                }
            }
        }

        ForgetServices(context);
        return guest.Identify(context);
    }

    // Services that an authenticator took from the request were the host's, and the endpoint's are its plugin's.
    private static void ForgetServices(HttpContext context)
    {
        if (context.Features.Get<IServiceProvidersFeature>() is not null)
        {
            context.Features.Set<IServiceProvidersFeature>(null);
        }
    }

    private async ValueTask<ClaimsIdentity?> AskAsync(Extension<IRequestAuthenticator> extension, HttpContext context)
    {
        try
        {
            ClaimsIdentity? identity = await extension.Value.AuthenticateAsync(context, context.RequestAborted);
            return identity is not null && Guid.TryParseExact(identity.FindFirst(AIWendyClaims.UserId)?.Value, "D", out Guid id) && id != Guid.Empty
                ? identity
                : null;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not ProblemException)
        {
            authenticators.ReportFault(extension, exception);
            return null;
        }
    }
}
