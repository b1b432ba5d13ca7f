using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Manifests;

/// <summary>How manifests are read: camel case, enumerations as text.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(DeploymentModeConverter), typeof(EditionConverter)])]
[JsonSerializable(typeof(PluginManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>Reads <c>self-hosted</c> and <c>cloud</c>, as the environment spells them.</summary>
internal sealed class DeploymentModeConverter() : JsonStringEnumConverter<DeploymentMode>(JsonNamingPolicy.KebabCaseLower);

/// <summary>Reads <c>core</c>, <c>cloud</c> and <c>community</c>.</summary>
internal sealed class EditionConverter() : JsonStringEnumConverter<PluginEdition>(JsonNamingPolicy.CamelCase);
