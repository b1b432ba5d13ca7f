using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebhookNotifier;

public sealed class WebhookPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin
        .AddSettings(WebhookJson.Default.WebhookSettings)
        .AddEventHandler<JournalImported, ImportListener>()
        .AddJob<Delivery>(Delivery.Name);
}

/// <summary>What an administrator set, as in settings.schema.json.</summary>
internal sealed class WebhookSettings
{
    public string Address { get; set; } = string.Empty;
}

/// <summary>What the other side receives.</summary>
internal sealed record Notification(string Event, Guid ImportId, string Format, int Executions, DateTimeOffset At);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WebhookSettings))]
[JsonSerializable(typeof(Notification))]
internal sealed partial class WebhookJson : JsonSerializerContext;
