using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>What an endpoint demands of its callers; read from its metadata once, when it is published.</summary>
/// <param name="Permission">Key of the permission, or null.</param>
/// <param name="IsPublic">Whether anybody may call it, also without being known.</param>
/// <param name="BodyBytes">How large a request's body may be.</param>
/// <param name="Role">
/// The least role that holds the permission, where the endpoint's own plugin declares it: it holds as long as this version
/// answers, also while the plugin is on its way out. Null where another declares it.
/// </param>
/// <param name="Plugin">Where its owner's work is counted; null for the host's own.</param>
/// <param name="RateLimit">How often it may be called, or null.</param>
internal sealed record EndpointDemands(string? Permission, bool IsPublic, long BodyBytes, Role? Role, PluginMeter? Plugin, RateLimitMetadata? RateLimit = null)
{
    public static EndpointDemands Of(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<EndpointDemands>() ?? Read(endpoint.Metadata, null, []);

    public static EndpointDemands Read(EndpointMetadataCollection metadata, PluginMeter? plugin, List<PermissionContribution> declared)
    {
        string? permission = metadata.GetMetadata<PermissionMetadata>()?.Permission;
        return new EndpointDemands(
            permission,
            permission is null && metadata.GetMetadata<PublicMetadata>() is not null,
            metadata.GetMetadata<BodyLimitMetadata>()?.Bytes ?? BodyLimit.Default,
            declared.Find(item => item.Key == permission)?.GrantedTo,
            plugin,
            metadata.GetMetadata<RateLimitMetadata>());
    }
}
