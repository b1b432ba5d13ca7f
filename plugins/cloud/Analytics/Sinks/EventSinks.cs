using AIWendy.Sdk;

namespace AIWendy.Plugins.Analytics.Sinks;

/// <summary>Makes the sink that the operator chose.</summary>
internal static class EventSinks
{
    public static IEventSink Create(AnalyticsOptions options, IOutboundHttp outbound, IDeployment deployment, TimeProvider time)
    {
        BatchRequest request = new(outbound, time);
        return options switch
        {
            { CanSend: true, Provider: AnalyticsProvider.PostHog } => new PostHogSink(options.Host!, options.Key, deployment.Version, request, time),
            { CanSend: true, Provider: AnalyticsProvider.Mixpanel } => new MixpanelSink(options.Host!, options.Key, deployment.Version, request),
            _ => new NoSink(),
        };
    }

    /// <summary>Stands where no provider is set; nothing is ever stored for it, so it is never asked.</summary>
    private sealed class NoSink : IEventSink
    {
        public int LargestBatch => 1;

        public Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<Delivery.PendingEvent> batch, CancellationToken cancellationToken) =>
            Task.FromResult<SinkResult>(new SinkResult.Later("No provider is set.", null));
    }
}
