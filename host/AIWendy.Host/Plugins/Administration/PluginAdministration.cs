using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>The endpoints with which an administrator looks at plugins and switches them.</summary>
internal static class PluginAdministration
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/plugins").WithTags("Administration")
            .RequirePermission(PermissionCatalogue.Administer)
            .AddEndpointFilter<OperatorOnly>();
        group.MapGet("/", ListAsync).WithName("plugins.list")
            .WithSummary("Every plugin that was found or is installed, active or not.");
        group.MapGet("/{id}", FindAsync).WithName("plugins.find")
            .WithSummary("One plugin.");
        group.MapPost("/{id}/enable", EnableAsync).WithName("plugins.enable")
            .WithSummary("Switches a plugin on.");
        group.MapPost("/{id}/disable", DisableAsync).WithName("plugins.disable")
            .WithSummary("Switches a plugin off, with what depends on it.");
        group.MapPost("/{id}/retry", RetryAsync).WithName("plugins.retry")
            .WithSummary("Tries a plugin again that did not start or was set aside.");
    }

    private static async Task<Ok<PluginList>> ListAsync(PluginViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(new PluginList(await views.ListAsync(cancellationToken)));

    private static async Task<Ok<PluginView>> FindAsync(string id, PluginViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.FindAsync(id, cancellationToken));

    private static Task<Ok<PluginView>> EnableAsync(string id, IPluginRuntime plugins, PluginViews views, AuditLog audit, CancellationToken cancellationToken) =>
        SwitchAsync(id, "plugin.enable", plugins.EnableAsync, views, audit, cancellationToken);

    private static Task<Ok<PluginView>> DisableAsync(string id, IPluginRuntime plugins, PluginViews views, AuditLog audit, CancellationToken cancellationToken) =>
        SwitchAsync(id, "plugin.disable", plugins.DisableAsync, views, audit, cancellationToken);

    private static async Task<Ok<PluginView>> RetryAsync(string id, IPluginRuntime plugins, PluginViews views, AuditLog audit, CancellationToken cancellationToken)
    {
        PluginView view = await views.FindAsync(id, cancellationToken);
        if (view.State == PluginState.Disabled)
        {
            throw new ProblemException(409, "plugin_disabled", $"{id} is switched off. Switch it on first.");
        }

        return view.State == PluginState.Active
            ? TypedResults.Ok(view)
            : await SwitchAsync(id, "plugin.retry", plugins.EnableAsync, views, audit, cancellationToken);
    }

    private static async Task<Ok<PluginView>> SwitchAsync(
        string id,
        string action,
        Func<string, CancellationToken, Task<PluginStatus>> change,
        PluginViews views,
        AuditLog audit,
        CancellationToken cancellationToken)
    {
        try
        {
            PluginStatus status = await change(id, cancellationToken);
            JsonObject details = new() { ["version"] = status.Manifest.Version, ["state"] = status.State.ToString().ToLowerInvariant() };
            await audit.WriteAsync(action, id, details, CancellationToken.None);
        }
        catch (PluginRefusedException)
        {
            throw PluginViews.Unknown(id);
        }

        return TypedResults.Ok(await views.FindAsync(id, cancellationToken));
    }
}
