using AIWendy.Host.Http.Problems;

namespace AIWendy.Host.Http.Shell;

/// <summary>
/// Takes what no endpoint took: files of the web shell, and its page for every address that a page may have. A missing
/// script, file or API address stays a 404 and never becomes a page.
/// </summary>
internal sealed class ShellFallback(ShellFiles files, ProblemWriter problems)
{
    private static readonly string[] NeverPages = ["/api", "/assets", "/openapi", "/healthz", "/docs"];

    public Task SendAsync(HttpContext context)
    {
        bool isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead)
        {
            return problems.WriteStatusAsync(context, StatusCodes.Status404NotFound);
        }

        return files.Find(context.Request.Path.Value ?? "/") is { } file
            ? files.SendAsync(context, file)
            : MayBePage(context.Request)
                ? files.SendPageAsync(context)
                : problems.WriteStatusAsync(context, StatusCodes.Status404NotFound);
    }

    private static bool MayBePage(HttpRequest request)
    {
        foreach (string prefix in NeverPages)
        {
            if (request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        // "/plugins" is a page; what lies below it are files of plugins.
        if (request.Path.StartsWithSegments("/plugins", StringComparison.OrdinalIgnoreCase, out PathString below) && below.HasValue)
        {
            return false;
        }

        // "/favicon.ico" is a missing file; "/journal/trades" and "/p/acme.risk/main" are pages.
        string path = request.Path.Value ?? "/";
        return !Path.HasExtension(path) || AcceptsHtml(request);
    }

    private static bool AcceptsHtml(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
