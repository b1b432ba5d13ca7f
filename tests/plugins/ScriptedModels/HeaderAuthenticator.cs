using System.Security.Claims;
using AIWendy.Sdk;

namespace AIWendy.Plugins.ScriptedModels;

/// <summary>Takes the person from the header <c>X-Test-User</c>, and the tenant from <c>X-Test-Tenant</c>.</summary>
[Credential(Header = "X-Test-User")]
internal sealed class HeaderAuthenticator : IRequestAuthenticator
{
    public ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Headers["X-Test-User"].ToString() is not { Length: > 0 } user)
        {
            return ValueTask.FromResult<ClaimsIdentity?>(null);
        }

        List<Claim> claims = [new(AIWendyClaims.UserId, user), new(AIWendyClaims.Role, nameof(Role.Member))];
        if (context.Request.Headers["X-Test-Tenant"].ToString() is { Length: > 0 } tenant)
        {
            claims.Add(new Claim(AIWendyClaims.TenantId, tenant));
        }

        return ValueTask.FromResult<ClaimsIdentity?>(new ClaimsIdentity(claims, "test"));
    }
}
