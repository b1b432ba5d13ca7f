using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>The endpoints with which an administrator looks after plugins.</summary>
internal static class PluginAdministration
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/admin/plugins").WithTags("Administration");
        group.MapGet("/", List)
            .RequirePermission(PermissionCatalogue.Administer)
            .WithName("plugins.list")
            .WithSummary("Every plugin that was found, active or not.");
        group.MapPost("/{id}/enable", EnableAsync)
            .RequirePermission(PermissionCatalogue.Administer)
            .WithName("plugins.enable")
            .WithSummary("Switches a plugin on, or tries a faulted one again.");
        group.MapPost("/{id}/disable", DisableAsync)
            .RequirePermission(PermissionCatalogue.Administer)
            .WithName("plugins.disable")
            .WithSummary("Switches a plugin off, with what depends on it.");
    }

    private static Ok<PluginList> List(IPluginRuntime plugins, PluginFaults faults) =>
        TypedResults.Ok(new PluginList([.. plugins.Plugins.Select(status => Describe(status, faults))]));

    private static async Task<Ok<PluginView>> EnableAsync(string id, IPluginRuntime plugins, PluginFaults faults, CancellationToken cancellationToken) =>
        TypedResults.Ok(Describe(await TryAsync(() => plugins.EnableAsync(id, cancellationToken)), faults));

    private static async Task<Ok<PluginView>> DisableAsync(string id, IPluginRuntime plugins, PluginFaults faults, CancellationToken cancellationToken) =>
        TypedResults.Ok(Describe(await TryAsync(() => plugins.DisableAsync(id, cancellationToken)), faults));

    private static async Task<PluginStatus> TryAsync(Func<Task<PluginStatus>> operation)
    {
        try
        {
            return await operation();
        }
        catch (PluginRefusedException refused)
        {
            throw new ProblemException(404, "plugin_not_found", refused.Message);
        }
    }

    private static PluginView Describe(PluginStatus status, PluginFaults faults) => new(
        status.Manifest.Id,
        status.Manifest.Name,
        status.Manifest.Version,
        status.Manifest.Description is null ? null : new Text(status.Manifest.Description, status.Manifest.DescriptionZh),
        status.Manifest.Publisher,
        status.Manifest.Edition,
        status.BuiltIn,
        status.State,
        status.Reason,
        status.Manifest.DependsOn,
        status.Manifest.Permissions,
        faults.Last(status.Manifest.Id) is { } fault ? new FaultView(fault.Where, fault.Message, fault.At, fault.Count) : null);
}

/// <summary>All plugins.</summary>
internal sealed record PluginList(IReadOnlyList<PluginView> Items);

/// <summary>One plugin as an administrator sees it.</summary>
internal sealed record PluginView(
    string Id,
    string Name,
    string Version,
    Text? Description,
    string? Publisher,
    PluginEdition Edition,
    bool BuiltIn,
    PluginState State,
    string? Reason,
    IReadOnlyDictionary<string, string> DependsOn,
    IReadOnlyList<string> Permissions,
    FaultView? LastFault);

/// <summary>What went wrong last.</summary>
internal sealed record FaultView(string Where, string Message, DateTimeOffset At, int Count);

/// <summary>A web module that the shell loads.</summary>
/// <param name="Id">Id of the plugin.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Version">Version that is active.</param>
/// <param name="Entry">Address of the module.</param>
internal sealed record WebModule(string Id, string Name, string Version, string Entry);

/// <summary>JSON of the endpoints above.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, Converters = [typeof(CamelState), typeof(CamelEdition)])]
[JsonSerializable(typeof(PluginList))]
[JsonSerializable(typeof(PluginView))]
[JsonSerializable(typeof(WebModule[]))]
internal sealed partial class AdministrationJson : JsonSerializerContext;

/// <summary>Writes a state as <c>active</c>.</summary>
internal sealed class CamelState() : JsonStringEnumConverter<PluginState>(JsonNamingPolicy.CamelCase);

/// <summary>Writes an edition as <c>core</c>.</summary>
internal sealed class CamelEdition() : JsonStringEnumConverter<PluginEdition>(JsonNamingPolicy.CamelCase);
