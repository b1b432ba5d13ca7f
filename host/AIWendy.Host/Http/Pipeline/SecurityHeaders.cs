using AIWendy.Host.Http.Shell;
using Microsoft.Extensions.Primitives;

namespace AIWendy.Host.Http.Pipeline;

/// <summary>
/// Headers that keep a browser from doing what the pages never ask for. Data of the API that was not asked for as HTML is
/// never shown as a document: it may load nothing and stand in no frame, and what else speaks of documents is left out.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, WebFolder web)
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "same-origin";
    private static readonly StringValues NoPermissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(self), payment=(), usb=()";
    private static readonly StringValues SameOrigin = "same-origin";

    private static readonly StringValues HalfAYear = "max-age=15552000";

    private static readonly StringValues DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    private readonly StringValues documentPolicy = ContentSecurityPolicy(web.ScriptHashes);

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        bool mayBeDocument = MayBeDocument(context.Request);
        headers.ContentSecurityPolicy = mayBeDocument ? documentPolicy : DataPolicy;
        headers.XContentTypeOptions = NoSniff;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        if (context.Request.IsHttps && !IsThisMachine(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = HalfAYear;
        }

        if (mayBeDocument)
        {
            headers["Referrer-Policy"] = NoReferrer;
            headers["Permissions-Policy"] = NoPermissions;
            headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        }

        return next(context);
    }

    // Browsers remember it for every port of the name, and other things on this machine speak no HTTPS.
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool MayBeDocument(HttpRequest request) =>
        request.Path.Value?.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) != true
        || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string ContentSecurityPolicy(IReadOnlyList<string> scriptHashes)
    {
        string scripts = string.Join(' ', scriptHashes.Select(hash => $"'{hash}'").Prepend("'self'"));
        return $"default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; media-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    }
}
