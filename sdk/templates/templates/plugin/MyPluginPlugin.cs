using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MyPlugin;

public sealed class MyPluginPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin
        .AddSettings(MyPluginJson.Default.Greeting)
        .AddJson(MyPluginJson.Default)
        .AddPermission("kebab-name.use", Text.Of("Uses MyPlugin.", zh: "使用 MyPlugin。"), Role.Viewer)
        .MapEndpoints(api => api.MapGet("/kebab-name", HelloAsync)
            .RequirePermission("kebab-name.use")
            .WithName("kebab-name.hello")
            .WithSummary("Says hello.")
            .WithTags("MyPlugin"));

    private static async Task<Ok<Greeting>> HelloAsync(ISettings<Greeting> settings, CancellationToken cancellationToken) =>
        TypedResults.Ok(await settings.GetAsync(cancellationToken));
}

/// <summary>The settings, as in settings.schema.json.</summary>
internal sealed class Greeting
{
    public string Text { get; set; } = "Hello";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Greeting))]
internal sealed partial class MyPluginJson : JsonSerializerContext;
