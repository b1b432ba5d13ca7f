using AIWendy.Plugins.Analytics.Data;
using AIWendy.Plugins.Analytics.Sinks;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>Brings the waiting events of the current tenant to the provider, batch by batch, and keeps what does not arrive.</summary>
internal sealed partial class EventDelivery(
    AnalyticsOptions options,
    IFeatures features,
    ISettings<AnalyticsSettings> settings,
    Outbox outbox,
    DeliveryLog log,
    IEventSink sink,
    ITenantContext tenant,
    TimeProvider time,
    ILogger<EventDelivery> logger)
{
    /// <summary>Days after which an event is given up; Mixpanel and PostHog both take events of that age.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    /// <summary>How long events that were given up stay to be looked at.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const int MostBatches = 50;

    /// <summary>Delivers until nothing waits, the provider refuses, or it is somebody else's turn.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.CanSend || !await features.IsOnAsync(AnalyticsPlugin.Feature, cancellationToken))
        {
            return;
        }

        if (!(await settings.GetAsync(cancellationToken)).IsOn)
        {
            // Also what came in while another node had not yet heard of the choice.
            await outbox.ClearAsync(userId: null, cancellationToken);
            return;
        }

        await outbox.AgeAsync(GivenUpAfter, KeptFor, cancellationToken);
        await outbox.TrimAsync(cancellationToken);
        DeliveryState state = await log.ReadAsync(cancellationToken);
        if (state.NextAttemptAt > time.GetUtcNow())
        {
            return;
        }

        for (int batch = 0; batch < MostBatches; batch++)
        {
            IReadOnlyList<PendingEvent> claimed = await outbox.ClaimAsync(sink.LargestBatch, cancellationToken);
            if (claimed.Count == 0 || !await SendAsync(claimed, batch == 0 ? state.Failures : 0, cancellationToken) || claimed.Count < sink.LargestBatch)
            {
                return;
            }
        }
    }

    /// <summary>Sends a batch; a refused one in halves, until what the provider refuses stands alone.</summary>
    /// <returns>Whether to go on.</returns>
    private async Task<bool> SendAsync(IReadOnlyList<PendingEvent> batch, int failures, CancellationToken cancellationToken)
    {
        SinkResult result = await SendOrReleaseAsync(batch, cancellationToken);
        switch (result)
        {
            case SinkResult.Taken taken:
                await SettleAsync(batch, taken.Refusals, cancellationToken);
                return true;
            case SinkResult.Refused when batch.Count > 1:
                int half = batch.Count / 2;
                IReadOnlyList<PendingEvent> rest = [.. batch.Skip(half)];
                if (await SendAsync([.. batch.Take(half)], failures, cancellationToken))
                {
                    return await SendAsync(rest, failures, cancellationToken);
                }

                await outbox.ReleaseAsync([.. rest.Select(static one => one.Id)], CancellationToken.None);
                return false;
            case SinkResult.Refused refused:
                LogRefused(logger, batch[0].Name, refused.Error);
                await outbox.BuryAsync(batch[0].Id, refused.Error, cancellationToken);
                return true;
            case SinkResult.Later later:
                TimeSpan wait = Backoff.Of(failures + 1, later.After, Random.Shared.NextDouble());
                LogLater(logger, batch.Count, later.Error, wait.TotalSeconds);
                await outbox.ReleaseAsync([.. batch.Select(static one => one.Id)], CancellationToken.None);
                await log.FailAsync(later.Error, wait, CancellationToken.None);
                return false;
            default:
                throw new InvalidOperationException($"{result.GetType().Name} is no result that is known.");
        }
    }

    // When the host stops in the middle, nobody knows whether the batch arrived: it is sent again with the same ids.
    private async Task<SinkResult> SendOrReleaseAsync(IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken)
    {
        try
        {
            return await sink.SendAsync(tenant.TenantId, batch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await outbox.ReleaseAsync([.. batch.Select(static one => one.Id)], CancellationToken.None);
            throw;
        }
    }

    // The provider has them: from here on nothing may stop them from being removed.
    private async Task SettleAsync(IReadOnlyList<PendingEvent> batch, IReadOnlyDictionary<Guid, string> refused, CancellationToken cancellationToken)
    {
        Guid[] taken = [.. batch.Select(static one => one.Id).Where(id => !refused.ContainsKey(id))];
        await outbox.RemoveAsync(taken, CancellationToken.None);
        foreach (PendingEvent one in batch.Where(one => refused.ContainsKey(one.Id)))
        {
            LogRefused(logger, one.Name, refused[one.Id]);
            await outbox.BuryAsync(one.Id, refused[one.Id], cancellationToken);
        }

        await log.SucceedAsync(taken.Length, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} usage events could not be delivered ({Error}); next attempt in {Seconds:0} s")]
    private static partial void LogLater(ILogger logger, int count, string error, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider refuses an event {Name}: {Error}")]
    private static partial void LogRefused(ILogger logger, string name, string error);
}
