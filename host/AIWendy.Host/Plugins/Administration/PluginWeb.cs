using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>Serves the web modules of plugins that were not built with the shell.</summary>
internal static class PluginWeb
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/ui/plugins", (WebModules modules) => TypedResults.Ok(modules.List()))
            .AllowPublic("The shell loads its pages before anybody has signed in.")
            .WithTags("Platform")
            .WithName("ui.plugins")
            .WithSummary("Web modules of the active plugins.");
        routes.MapGet("/plugins/{id}/{version}/{**path}", Serve)
            .AllowPublic("The code of pages holds no data of anybody.")
            .ExcludeFromDescription();
    }

    private static Results<PhysicalFileHttpResult, NotFound> Serve(string id, string version, string? path, HttpContext context, ActivePlugins active)
    {
        if (!active.Current.ById.TryGetValue(id, out PluginInstance? instance)
            || instance.Package.Stamp != version
            || Resolve(instance, path) is not { } file
            || !ContentTypes.TryGetContentType(file, out string? contentType))
        {
            return TypedResults.NotFound();
        }

        // A version never changes its files, so that a browser may keep them for ever.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.PhysicalFile(file, contentType);
    }

    // Only what lies in the folder of the web module: assemblies and manifests of a plugin are nobody's business.
    private static string? Resolve(PluginInstance instance, string? path)
    {
        if (instance.Package.Manifest.Web is not { } web || string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        string root = Path.GetFullPath(Path.Combine(instance.Package.Directory, Path.GetDirectoryName(web) ?? string.Empty));
        if (root == Path.GetFullPath(instance.Package.Directory))
        {
            string single = Path.GetFullPath(Path.Combine(root, web));
            return path == web && File.Exists(single) ? single : null;
        }

        string file = Path.GetFullPath(Path.Combine(instance.Package.Directory, path));
        bool inside = file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        FileInfo info = new(file);
        return inside && info is { Exists: true, LinkTarget: null } ? file : null;
    }
}
