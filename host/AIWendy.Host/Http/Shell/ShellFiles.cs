using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Host.Http.Shell;

/// <summary>Sends the files of the web shell, precompressed where the build left a <c>.br</c> or <c>.gz</c> beside them.</summary>
internal sealed class ShellFiles(WebFolder web)
{
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Revalidate = "no-cache";

    private static readonly (string Encoding, string Extension)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    // Files of the build beside the page that are no concern of a browser.
    private static readonly HashSet<string> Private = new(StringComparer.OrdinalIgnoreCase) { "csp.json", "manifest.json" };

    private readonly FileExtensionContentTypeProvider contentTypes = CreateContentTypes();

    /// <summary>The absolute path of a file of the shell, or null when there is none at the address.</summary>
    public string? Find(string path)
    {
        string relative = path.TrimStart('/');
        if (relative.Length == 0 || Private.Contains(relative) || relative.Contains('\0', StringComparison.Ordinal)
            || relative.EndsWith(".br", StringComparison.Ordinal) || relative.EndsWith(".gz", StringComparison.Ordinal))
        {
            return null;
        }

        string full = Path.GetFullPath(Path.Combine(web.Root, relative));
        bool isInside = full.StartsWith(web.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside && File.Exists(full) ? full : null;
    }

    /// <summary>Sends the page, or one sentence where the web shell was not built.</summary>
    public Task SendPageAsync(HttpContext context)
    {
        string page = Path.Combine(web.Root, "index.html");
        return File.Exists(page) ? SendAsync(context, page) : SendMissingAsync(context);
    }

    public async Task SendAsync(HttpContext context, string file)
    {
        HttpResponse response = context.Response;
        (string source, string? encoding) = Choose(context.Request, file);
        FileInfo info = new(source);
        string tag = FormattableString.Invariant($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}{(encoding is null ? string.Empty : "-" + encoding)}\"");
        response.Headers.ETag = tag;
        response.Headers.CacheControl = IsFingerprinted(file) ? Immutable : Revalidate;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentTypes.TryGetContentType(file, out string? type) ? type : "application/octet-stream";
        response.ContentLength = info.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.SendFileAsync(source, context.RequestAborted);
        }
    }

    private static Task SendMissingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            "<!doctype html><title>AIWendy</title><p>AIWendy is running, but its web pages were not built. "
            + "Build them with ./aiwendy up, or see the API at <a href=\"/docs\">/docs</a>.</p>"
            + "<p lang=\"zh-CN\">AIWendy 正在运行，但网页尚未构建。请运行 ./aiwendy up，或在 <a href=\"/docs\">/docs</a> 查看 API。</p>",
            context.RequestAborted);
    }

    private static (string Source, string? Encoding) Choose(HttpRequest request, string file)
    {
        string accepted = request.Headers.AcceptEncoding.ToString();
        foreach ((string encoding, string extension) in Encodings)
        {
            if (accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) && File.Exists(file + extension))
            {
                return (file + extension, encoding);
            }
        }

        return (file, null);
    }

    private bool IsFingerprinted(string file) =>
        file.StartsWith(Path.Combine(web.Root, "assets") + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static FileExtensionContentTypeProvider CreateContentTypes()
    {
        FileExtensionContentTypeProvider provider = new();
        provider.Mappings[".html"] = "text/html; charset=utf-8";
        provider.Mappings[".js"] = "text/javascript; charset=utf-8";
        provider.Mappings[".css"] = "text/css; charset=utf-8";
        provider.Mappings[".webmanifest"] = "application/manifest+json";
        return provider;
    }
}
