using Microsoft.AspNetCore.Builder;

namespace AIWendy.Sdk;

/// <summary>What an endpoint demands. Endpoints are closed unless one of these opens them.</summary>
public static class EndpointConventions
{
    /// <summary>Only callers who hold the permission may call the endpoint; others get 401 or 403.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, new PermissionMetadata(permission));

    /// <summary>Anybody may call the endpoint; the reason is listed in the installation's endpoint inventory.</summary>
    public static TBuilder AllowPublic<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, new PublicMetadata(reason));

    /// <summary>
    /// The endpoint answers only while the feature is on: 404 when off, 402 when it is not paid for. Once a licence has
    /// expired, safe methods (GET, HEAD, OPTIONS) still answer.
    /// </summary>
    public static TBuilder RequireFeature<TBuilder>(this TBuilder builder, string feature)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, new FeatureMetadata(feature));

    /// <summary>
    /// The endpoint answers whether or not its feature is paid for: for reading and exporting what people have stored.
    /// An operator who switches the feature off still closes it.
    /// </summary>
    public static TBuilder AlwaysReachable<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, AlwaysReachableMetadata.Instance);

    /// <summary>Limits the request body; the host's default is 1 MiB.</summary>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder builder, long bytes)
        where TBuilder : IEndpointConventionBuilder =>
        Add(builder, new BodyLimitMetadata(bytes));

    private static TBuilder Add<TBuilder>(TBuilder builder, object metadata) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}

/// <summary>The permission that an endpoint demands.</summary>
/// <param name="Permission">Key of the permission.</param>
public sealed record PermissionMetadata(string Permission);

/// <summary>Why an endpoint is open to anybody.</summary>
/// <param name="Reason">One sentence.</param>
public sealed record PublicMetadata(string Reason);

/// <summary>The feature that an endpoint belongs to.</summary>
/// <param name="Feature">Key of the feature.</param>
public sealed record FeatureMetadata(string Feature);

/// <summary>Keeps an endpoint open when its feature is no longer, or not yet, paid for.</summary>
public sealed record AlwaysReachableMetadata
{
    /// <summary>The one instance; it holds nothing.</summary>
    public static AlwaysReachableMetadata Instance { get; } = new();
}

/// <summary>The largest request body that an endpoint takes.</summary>
/// <param name="Bytes">Limit in bytes.</param>
public sealed record BodyLimitMetadata(long Bytes);
