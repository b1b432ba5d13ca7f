using AIWendy.Sdk.Jobs;

namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>Delivers what waits, for one tenant after the other.</summary>
internal sealed class DeliverEvents(EventDelivery delivery) : IPluginJob
{
    public const string Name = "deliver";

    public Task ExecuteAsync(JobContext context, CancellationToken cancellationToken) => delivery.RunAsync(cancellationToken);
}
