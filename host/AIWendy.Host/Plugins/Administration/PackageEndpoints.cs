using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Packaging;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>The endpoints with which an administrator brings plugins in and takes them out.</summary>
internal static class PackageEndpoints
{
    // A form has a little around the file.
    private const long UploadLimit = PackageLimits.DefaultUnpackedBytes + (64 * 1024);

    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/plugins").WithTags("Administration")
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>();
        group.MapPost("/packages", StageAsync).WithName("plugins.stage")
            .WithBodyLimit(UploadLimit)
            .Accepts<PackageUpload>("multipart/form-data", "application/json")
            .WithSummary("Checks a package and says what installing it would do. Nothing of it runs; it is kept for a day.");
        group.MapPost("/installations", InstallAsync).WithName("plugins.install")
            .WithSummary("Installs a checked package, or upgrades to it, while everything serves.");
        group.MapPost("/{id}/rollback", RollBackAsync).WithName("plugins.rollback")
            .WithSummary("Puts the version back that served before.");
        group.MapGet("/{id}/removal", DescribeRemovalAsync).WithName("plugins.removal")
            .WithSummary("What removing a plugin would do: who would stop, which tables it has.");
        group.MapDelete("/{id}", RemoveAsync).WithName("plugins.remove")
            .WithSummary("Removes a plugin on every replica; its data stays unless purge is set.");
        group.MapGet("/{id}/export", ExportAsync).WithName("plugins.export")
            .WithSummary("The plugin's tables as CSV files in a zip.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/zip");
    }

    /// <summary>Adds the endpoint that shows the feed.</summary>
    public static void MapFeed(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/feed", async (PluginFeed feed, CancellationToken cancellationToken) => TypedResults.Ok(await feed.ListAsync(cancellationToken)))
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>()
            .WithTags("Administration").WithName("feed.list")
            .WithSummary("What the feed of the installation offers.");

    private static async Task<Ok<PackagePlan>> StageAsync(HttpRequest request, PluginInstaller installer, PackageSource source, CancellationToken cancellationToken)
    {
        await using IncomingPackage incoming = await source.ReceiveAsync(request, cancellationToken);
        return TypedResults.Ok(await installer.StageAsync(incoming.Content, incoming.Expected, cancellationToken));
    }

    private static async Task<Ok<PluginView>> InstallAsync(InstallationRequest body, PluginInstaller installer, PluginViews views, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Sha256))
        {
            throw ProblemException.Invalid("sha256", Text.Of("Name the package that is to be installed.", "请指明要安装的插件包。"));
        }

        string id = await installer.InstallAsync(body, cancellationToken);
        return TypedResults.Ok(await views.FindAsync(id, CancellationToken.None));
    }

    private static async Task<Ok<PluginView>> RollBackAsync(string id, PluginInstaller installer, PluginViews views, CancellationToken cancellationToken)
    {
        await installer.RollBackAsync(id, cancellationToken);
        return TypedResults.Ok(await views.FindAsync(id, CancellationToken.None));
    }

    private static async Task<Ok<RemovalView>> DescribeRemovalAsync(string id, PluginRemoval removal, CancellationToken cancellationToken) =>
        TypedResults.Ok(await removal.DescribeAsync(id, cancellationToken));

    private static async Task<NoContent> RemoveAsync(string id, bool? purge, [FromQuery] string[]? stop, PluginRemoval removal, CancellationToken cancellationToken)
    {
        await removal.RemoveAsync(id, purge ?? false, stop ?? [], cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<PushStreamHttpResult> ExportAsync(string id, HttpContext context, PluginRemoval removal, PluginData data, CancellationToken cancellationToken)
    {
        await removal.DescribeAsync(id, cancellationToken);

        // The framework's zip writer finishes an entry without awaiting, whatever one asks of it.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        return TypedResults.Stream(stream => data.ExportAsync(id, stream, cancellationToken), "application/zip", $"{id}.zip");
    }
}

/// <summary>A package that is sent as a form, or named as JSON to be taken from the feed.</summary>
internal sealed record PackageUpload
{
    /// <summary>The <c>.aiwp</c> file, in a form.</summary>
    public IFormFile? File { get; init; }

    /// <summary>Id of a plugin of the feed, in JSON.</summary>
    public string? FeedId { get; init; }

    /// <summary>Its version, or null for the newest.</summary>
    public string? Version { get; init; }
}

/// <summary>A package to take from the feed.</summary>
/// <param name="FeedId">Id of the plugin.</param>
/// <param name="Version">The version, or null for the newest.</param>
internal sealed record FeedChoice(string FeedId, string? Version);

/// <summary>What to install.</summary>
/// <param name="Sha256">Names the package.</param>
/// <param name="AllowUnsigned">Id of the plugin when it may come in without a trusted signature, or null.</param>
/// <param name="AllowDowngrade">Whether an older version may replace a newer one.</param>
/// <param name="Draft">Whether this is one try of many: what it takes over from is not kept for going back.</param>
internal sealed record InstallationRequest(string Sha256, string? AllowUnsigned, bool AllowDowngrade, bool Draft = false);
