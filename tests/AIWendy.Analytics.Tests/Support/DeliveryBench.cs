using AIWendy.Host.Calls;
using AIWendy.Plugins.Analytics;
using AIWendy.Plugins.Analytics.Capture;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Plugins.Analytics.Sinks;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace AIWendy.Analytics.Tests.Support;

/// <summary>The delivery of one fresh tenant on the real database, with a clock and a provider of the test.</summary>
internal sealed class DeliveryBench : IDisposable
{
    private readonly IDisposable call;

    public DeliveryBench(AnalyticsHost host, int outboxLimit = 1000, IEventSink? sink = null)
    {
        call = CallContext.Enter(new CallState { TenantId = TenantId });
        ITenantDatabase database = host.Service<ITenantDatabase>();
        ITenantContext tenant = host.Service<ITenantContext>();
        Options = OptionsOf(("ANALYTICS_PROVIDER", "posthog"), ("POSTHOG_API_KEY", "phc_test"), ("ANALYTICS_OUTBOX_LIMIT", $"{outboxLimit}"));
        Outbox = new Outbox(database, tenant, new Pseudonyms(database, tenant, host.Service<ISecrets>()), new OutboxTrim(Options), Time);
        Log = new DeliveryLog(database, tenant, Time);
        IFeatures features = Substitute.For<IFeatures>();
        features.IsOnAsync("analytics.events", Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<bool>(IsLicensed));
        Delivery = new EventDelivery(Options, features, new ChosenSettings(this), Outbox, Log, sink ?? Sink, tenant, Time, NullLogger<EventDelivery>.Instance);
    }

    public Guid TenantId { get; } = Guid.CreateVersion7();

    public SteppedTime Time { get; } = new();

    public AnalyticsOptions Options { get; }

    public Outbox Outbox { get; }

    public DeliveryLog Log { get; }

    public EventDelivery Delivery { get; }

    public ScriptedSink Sink { get; } = new();

    public bool IsLicensed { get; set; } = true;

    public AnalyticsSettings Settings { get; set; } = new();

    public static AnalyticsOptions OptionsOf(params (string Key, string? Value)[] settings) => AnalyticsOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build());

    /// <summary>Stores events a millisecond apart.</summary>
    public async Task AddAsync(int count, string name = "report_generated")
    {
        for (int i = 0; i < count; i++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));
            await Outbox.AddAsync(new UsageEvent(name, Guid.Empty, Time.GetUtcNow()).With("number", i), CancellationToken.None);
        }
    }

    public Task RunAsync() => Delivery.RunAsync(CancellationToken.None);

    public Task<(int Pending, int Dead)> CountAsync() => Outbox.CountAsync(CancellationToken.None);

    public void Dispose() => call.Dispose();

    private sealed class ChosenSettings(DeliveryBench bench) : ISettings<AnalyticsSettings>
    {
        public ValueTask<AnalyticsSettings> GetAsync(CancellationToken cancellationToken = default) => new(bench.Settings);

        public Task SaveAsync(AnalyticsSettings settings, CancellationToken cancellationToken = default)
        {
            bench.Settings = settings;
            return Task.CompletedTask;
        }
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}

/// <summary>A provider that answers as it is told, and takes everything when it is told nothing.</summary>
internal sealed class ScriptedSink : IEventSink
{
    public int LargestBatch { get; set; } = 100;

    public Queue<SinkResult> Answers { get; } = [];

    /// <summary>Refuses every batch that holds the event.</summary>
    public Guid? Poison { get; set; }

    public List<IReadOnlyList<PendingEvent>> Batches { get; } = [];

    public Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken)
    {
        Batches.Add(batch);
        return Task.FromResult(
            batch.Any(one => one.Id == Poison) ? new SinkResult.Refused("HTTP 400")
            : Answers.TryDequeue(out SinkResult? answer) ? answer
            : SinkResult.All);
    }
}
