using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Settings;

/// <summary>The endpoints with which an administrator changes the settings of plugins.</summary>
internal static class SettingsEndpoints
{
    public static void MapPluginSettings(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder settings = app.MapGroup("/api/plugins/{id}/settings").WithTags("Administration").RequirePermission(PermissionCatalogue.Administer);
        settings.MapGet("/", GetAsync)
            .WithName("plugins.settings").WithSummary("The settings of a plugin and the JSON Schema that they follow.");
        settings.MapPut("/", SaveAsync)
            .WithName("plugins.saveSettings").WithSummary("Replaces the settings of a plugin.");
    }

    private static async Task<Ok<PluginSettingsView>> GetAsync(
        string id, IPluginRuntime plugins, PluginSettingsStore store, CancellationToken cancellationToken)
    {
        JsonElement schema = SchemaOf(id, plugins);
        SavedSettings saved = await store.GetAsync(Caller().TenantId, id, cancellationToken);
        return TypedResults.Ok(new PluginSettingsView(schema, Parse(saved.Json ?? "{}")));
    }

    private static async Task<Ok<PluginSettingsView>> SaveAsync(
        string id, JsonElement body, IPluginRuntime plugins, PluginSettingsStore store, SettingsSchema validation, CancellationToken cancellationToken)
    {
        JsonElement schema = SchemaOf(id, plugins);
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new ProblemException(400, "settings_invalid", "Settings are a JSON object.");
        }

        string json = body.GetRawText();
        await validation.CheckAsync(schema, json);
        CallState call = Caller();
        await store.SaveAsync(call.TenantId, id, json, call.UserId, cancellationToken);
        return TypedResults.Ok(new PluginSettingsView(schema, body));
    }

    private static JsonElement SchemaOf(string id, IPluginRuntime plugins) =>
        plugins.Plugins.FirstOrDefault(plugin => plugin.Manifest.Id == id)?.Manifest.Settings
        ?? throw ProblemException.NotFound("A plugin of this id with settings");

    private static CallState Caller() => CallContext.Current ?? throw new InvalidOperationException("A request always has a call.");

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

/// <summary>A plugin's settings.</summary>
/// <param name="Schema">JSON Schema of the manifest, with defaults.</param>
/// <param name="Values">What was saved; the schema's defaults apply to what is missing.</param>
internal sealed record PluginSettingsView(JsonElement Schema, JsonElement Values);
