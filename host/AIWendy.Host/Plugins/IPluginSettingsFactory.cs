using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins;

/// <summary>Makes the settings accessor of one plugin; the store behind it is shared by all.</summary>
internal interface IPluginSettingsFactory
{
    /// <summary>An accessor that validates against <paramref name="schema"/>; it lives as long as the plugin version.</summary>
    /// <param name="pluginId">Owner of the settings.</param>
    /// <param name="schema">JSON Schema of the manifest, or null when the manifest declares none.</param>
    /// <param name="typeInfo">Source-generated metadata of the settings record. Hold it in the accessor only.</param>
    ISettings<T> Create<T>(string pluginId, JsonElement? schema, JsonTypeInfo<T> typeInfo) where T : class, new();
}
