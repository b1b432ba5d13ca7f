using System.Security.Claims;
using AIWendy.Host.Calls;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>Asks every active plugin in turn who makes a request; where nobody knows, the guest or nobody.</summary>
internal sealed class RequestAuthentication(IExtensions<IRequestAuthenticator> authenticators, GuestAccess guest, AdminToken adminToken)
{
    /// <summary>The caller, or null for an anonymous one.</summary>
    public async ValueTask<ClaimsPrincipal?> AuthenticateAsync(HttpContext context)
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
                    return new ClaimsPrincipal(identity);
                }
            }
        }

        return guest.Identify(context);
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
