using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>
/// The cookie. Under HTTPS it carries the <c>__Host-</c> prefix, so that neither a sibling domain nor plain HTTP can
/// plant one. Its name ends with the port that the browser sees: browsers keep cookies of one host name together whatever
/// the port, so that two installations on one machine would sign each other out.
/// </summary>
internal static class SessionCookie
{
    public const string PlainName = "aiwendy_session";
    public const string SecureName = "__Host-" + PlainName;

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)];

    public static void Write(HttpContext context, string token) =>
        context.Response.Cookies.Append(Name(context.Request), token, Options(context.Request, SessionLifetime.Idle));

    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(Name(context.Request), Options(context.Request, null));

    private static string Name(HttpRequest request)
    {
        string name = request.IsHttps ? SecureName : PlainName;
        return request.Host.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $"{name}_{port}") : name;
    }

    private static CookieOptions Options(HttpRequest request, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = maxAge,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };
}
