using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AIWendy.Sdk;

namespace AIWendy.Packaging.Manifests;

/// <summary>How manifests are read: camel case, enumerations as text.</summary>
internal static class ManifestJson
{
    // By reflection, because generated metadata sets every init-only property, and so loses the records' defaults.
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        AllowDuplicateProperties = false,
        Converters =
        {
            new JsonStringEnumConverter<DeploymentMode>(JsonNamingPolicy.KebabCaseLower),
            new JsonStringEnumConverter<PluginEdition>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<EnvironmentSettingType>(JsonNamingPolicy.CamelCase),
        },
    };
}
