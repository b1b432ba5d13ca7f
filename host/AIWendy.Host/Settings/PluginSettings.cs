using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;

namespace AIWendy.Host.Settings;

/// <summary>Makes the settings accessors of plugins.</summary>
internal sealed class PluginSettingsFactory(
    PluginSettingsStore store, SettingsSchema validation, SettingsSecrets secrets, ILoggerFactory loggers) : IPluginSettingsFactory
{
    public ISettings<T> Create<T>(string pluginId, JsonElement? schema, JsonTypeInfo<T> typeInfo) where T : class, new() =>
        new PluginSettings<T>(pluginId, schema, typeInfo, store, validation, secrets, loggers.CreateLogger(pluginId));
}

/// <summary>One plugin's settings within the current tenant.</summary>
internal sealed partial class PluginSettings<T>(
    string pluginId,
    JsonElement? schema,
    JsonTypeInfo<T> typeInfo,
    PluginSettingsStore store,
    SettingsSchema validation,
    SettingsSecrets secrets,
    ILogger logger) : ISettings<T>
    where T : class, new()
{
    // The typed value lives here and not in the store, so that no plugin type outlives its plugin.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (SavedSettings Saved, T Value)> typed = new();

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken = default)
    {
        Guid tenantId = Caller().TenantId;
        SavedSettings saved = await store.GetAsync(tenantId, pluginId, cancellationToken);
        if (typed.TryGetValue(tenantId, out (SavedSettings Saved, T Value) known) && ReferenceEquals(known.Saved, saved))
        {
            return known.Value;
        }

        T value = Read(saved);
        typed[tenantId] = (saved, value);
        return value;
    }

    public async Task SaveAsync(T settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string json = JsonSerializer.Serialize(settings, typeInfo);
        await validation.CheckAsync(schema, json);
        CallState call = Caller();
        await store.SaveAsync(call.TenantId, pluginId, secrets.Seal(pluginId, schema, json), call.UserId, cancellationToken);
    }

    private T Read(SavedSettings saved)
    {
        if (saved.Json is null)
        {
            return new T();
        }

        try
        {
            return JsonSerializer.Deserialize(secrets.Open(pluginId, schema, saved.Json), typeInfo) ?? new T();
        }
        catch (JsonException exception)
        {
            // Saved by another version of the plugin whose settings looked different.
            LogUnreadable(logger, exception, pluginId);
            return new T();
        }
    }

    private static CallState Caller() => CallContext.Current ?? throw new InvalidOperationException("Settings belong to a tenant, and none is set.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The saved settings of {PluginId} do not fit this version, so its defaults apply")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string pluginId);
}
