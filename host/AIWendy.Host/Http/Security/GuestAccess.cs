using System.Net;
using System.Security.Claims;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Without sign-in every request is the one local person. A foreign web page could use that by pointing its own host
/// name at this machine (DNS rebinding), so the guest is only known under names that can not be pointed elsewhere:
/// localhost, addresses, and what <c>AIWENDY_ALLOWED_HOSTS</c> lists.
/// </summary>
internal sealed class GuestAccess(IDeployment deployment, IConfiguration configuration)
{
    /// <summary>The one local person.</summary>
    public static readonly ClaimsPrincipal Guest = new(new ClaimsIdentity(
        [
            new Claim(AIWendyClaims.UserId, WellKnown.GuestUserId.ToString("D")),
            new Claim(AIWendyClaims.TenantId, WellKnown.DefaultTenantId.ToString("D")),
            new Claim(AIWendyClaims.Role, nameof(Role.Owner)),
        ],
        "guest"));

    private readonly HashSet<string> allowedHosts = new(
        (configuration["AIWENDY_ALLOWED_HOSTS"] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        StringComparer.OrdinalIgnoreCase);

    // Nearly every request comes under the name of the one before it.
    private volatile string lastOfOurs = "localhost";

    /// <summary>The guest, or null when people must sign in.</summary>
    /// <exception cref="ProblemException">The request came under a host name that is not ours.</exception>
    public ClaimsPrincipal? Identify(HttpContext context)
    {
        if (deployment.AuthenticationRequired)
        {
            return null;
        }

        string name = context.Request.Headers.Host.ToString();
        if (name == lastOfOurs)
        {
            return Guest;
        }

        if (IsOurs(context.Request.Host.Host))
        {
            lastOfOurs = name;
            return Guest;
        }

        throw new ProblemException(403, "host_not_allowed", Problems.ProblemTexts.Detail("host_not_allowed", "en")!);
    }

    private bool IsOurs(string host) =>
        host.Length == 0
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out _)
        || allowedHosts.Contains(host)
        || allowedHosts.Contains("*");
}
