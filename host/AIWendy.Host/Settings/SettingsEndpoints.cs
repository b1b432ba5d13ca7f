using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
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
        return TypedResults.Ok(PluginSettingsView.Of(schema, saved.Json ?? "{}"));
    }

    private static async Task<Ok<PluginSettingsView>> SaveAsync(
        string id, JsonElement body, IPluginRuntime plugins, PluginSettingsStore store, SettingsSchema validation, SettingsSecrets secrets, AuditLog audit, CancellationToken cancellationToken)
    {
        JsonElement schema = SchemaOf(id, plugins);
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new ProblemException(400, "settings_invalid", Text.Of("Settings are a JSON object.", "设置必须是一个 JSON 对象。"));
        }

        CallState call = Caller();
        SavedSettings saved = await store.GetAsync(call.TenantId, id, cancellationToken);
        string json = secrets.Complete(id, schema, body.GetRawText(), saved.Json);
        await validation.CheckAsync(schema, json);
        string stored = secrets.Seal(id, schema, json);
        await store.SaveAsync(call.TenantId, id, stored, call.UserId, cancellationToken);
        PluginSettingsView view = PluginSettingsView.Of(schema, stored);
        await audit.AppendAsync(
            new AuditEvent("plugin.settings", id) { Before = Shown(PluginSettingsView.Of(schema, saved.Json ?? "{}")), After = Shown(view) }, CancellationToken.None);
        return TypedResults.Ok(view);
    }

    private static JsonObject Shown(PluginSettingsView view) => new()
    {
        ["values"] = JsonNode.Parse(view.Values.GetRawText()),
        ["set"] = new JsonArray([.. view.SecretsSet.Select(name => (JsonNode)name)]),
    };

    private static JsonElement SchemaOf(string id, IPluginRuntime plugins) =>
        plugins.Plugins.FirstOrDefault(plugin => plugin.Manifest.Id == id)?.Manifest.Settings
        ?? throw ProblemException.NotFound("A plugin of this id with settings");

    private static CallState Caller() => CallContext.Current ?? throw new InvalidOperationException("A request always has a call.");
}

/// <summary>A plugin's settings.</summary>
/// <param name="Schema">JSON Schema of the manifest, with defaults.</param>
/// <param name="Values">What was saved, without secrets; the schema's defaults apply to what is missing.</param>
/// <param name="SecretsSet">Secrets that are set. Leave one out to keep it, send null to remove it.</param>
internal sealed record PluginSettingsView(JsonElement Schema, JsonElement Values, IReadOnlyList<string> SecretsSet)
{
    /// <summary>What may be seen of settings as they are stored.</summary>
    public static PluginSettingsView Of(JsonElement schema, string stored)
    {
        (string settings, IReadOnlyList<string> set) = SettingsSecrets.Hide(schema, stored);
        using JsonDocument document = JsonDocument.Parse(settings);
        return new PluginSettingsView(schema, document.RootElement.Clone(), set);
    }
}
