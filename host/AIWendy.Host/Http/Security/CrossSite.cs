using System.Security.Claims;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Tells whether another site made a browser send a request. Only credentials that a browser sends by itself can be
/// misused that way; who sends a token in a header means it.
/// </summary>
internal static class CrossSite
{
    public static bool IsForged(HttpContext context, ClaimsPrincipal? caller)
    {
        HttpRequest request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || HttpMethods.IsTrace(request.Method) || SendsToken(caller))
        {
            return false;
        }

        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        string origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && request.Host.Equals(HostString.FromUriComponent(uri)));
    }

    private static bool SendsToken(ClaimsPrincipal? caller) =>
        caller?.Identity is ClaimsIdentity { AuthenticationType: not "guest" } identity
        && identity.FindFirst(AIWendyClaims.Transport)?.Value != "cookie";
}
