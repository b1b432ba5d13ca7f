using AIWendy.Plugins.Analytics.Delivery;

namespace AIWendy.Plugins.Analytics.Sinks;

/// <summary>Somebody who takes usage events.</summary>
internal interface IEventSink
{
    /// <summary>Most events of one request.</summary>
    int LargestBatch { get; }

    /// <summary>Sends a batch of one tenant's events. Failures of the network and of the other side are results, not exceptions.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the batch arrived is not known.</exception>
    Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken);
}

/// <summary>What became of a batch.</summary>
internal abstract record SinkResult
{
    private static readonly Dictionary<Guid, string> Nothing = [];

    private SinkResult()
    {
    }

    /// <summary>Everything was taken.</summary>
    public static SinkResult All { get; } = new Taken(Nothing);

    /// <summary>It was taken, except for single events that will never be.</summary>
    /// <param name="Refusals">Their ids, each with what the other side said.</param>
    internal sealed record Taken(IReadOnlyDictionary<Guid, string> Refusals) : SinkResult;

    /// <summary>The batch as it is will never be taken, though parts of it may.</summary>
    internal sealed record Refused(string Error) : SinkResult;

    /// <summary>It may be taken later.</summary>
    /// <param name="Error">Why not now.</param>
    /// <param name="After">How long the other side asks to wait, or null.</param>
    internal sealed record Later(string Error, TimeSpan? After) : SinkResult;
}
