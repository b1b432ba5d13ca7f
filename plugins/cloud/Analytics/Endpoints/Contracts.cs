using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Analytics.Endpoints;

/// <summary>Whether the caller's use is counted, and why.</summary>
/// <param name="Provider">Who receives the events.</param>
/// <param name="TenantSends">Whether the tenant lets usage be sent.</param>
/// <param name="PersonSends">Whether the caller does.</param>
/// <param name="DoNotTrack">Whether the browser asks not to be tracked, which counts more than either.</param>
internal sealed record ConsentView(ProviderName Provider, bool TenantSends, bool PersonSends, bool DoNotTrack);

/// <summary>A choice.</summary>
/// <param name="Sends">Whether usage may be sent.</param>
internal sealed record Choice(bool? Sends);

/// <summary>How the delivery goes.</summary>
/// <param name="Provider">Who receives the events.</param>
/// <param name="Host">Address that they are sent to.</param>
/// <param name="Problem">What is wrong with the operator's settings.</param>
/// <param name="TenantSends">Whether the tenant lets usage be sent.</param>
/// <param name="Pending">Events that wait.</param>
/// <param name="Limit">Most events that may wait.</param>
/// <param name="Delivered">Events that arrived.</param>
/// <param name="Dropped">Events deleted because too many waited.</param>
/// <param name="Dead">Events that were given up in the last thirty days.</param>
/// <param name="LastDeliveredAt">When a batch last arrived.</param>
/// <param name="LastError">Why the last attempt failed; null after one that did not.</param>
/// <param name="NextAttemptAt">Nothing is tried before.</param>
internal sealed record DeliveryView(
    ProviderName Provider,
    string? Host,
    string? Problem,
    bool TenantSends,
    int Pending,
    int Limit,
    long Delivered,
    long Dropped,
    int Dead,
    DateTimeOffset? LastDeliveredAt,
    string? LastError,
    DateTimeOffset? NextAttemptAt);

/// <summary>Names of the providers in the API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProviderName>))]
internal enum ProviderName
{
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("posthog")]
    PostHog,

    [JsonStringEnumMemberName("mixpanel")]
    Mixpanel,
}
