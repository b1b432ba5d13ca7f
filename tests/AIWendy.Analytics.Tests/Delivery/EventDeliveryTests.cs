using AIWendy.Analytics.Tests.Support;
using AIWendy.Plugins.Analytics;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Plugins.Analytics.Sinks;

namespace AIWendy.Analytics.Tests.Delivery;

/// <summary>What becomes of events that wait.</summary>
[Collection(AnalyticsCollection.Name)]
public sealed class EventDeliveryTests(AnalyticsHost host)
{
    [Fact]
    public async Task Events_go_out_in_batches_in_the_order_in_which_they_came()
    {
        using DeliveryBench bench = new(host);
        bench.Sink.LargestBatch = 10;
        await bench.AddAsync(25);

        await bench.RunAsync();

        bench.Sink.Batches.Select(batch => batch.Count).Should().Equal(10, 10, 5);
        bench.Sink.Batches.SelectMany(batch => batch).Select(one => one.Properties).Should().Equal(Enumerable.Range(0, 25).Select(i => $$"""{"number": {{i}}}"""));
        (await bench.CountAsync()).Should().Be((0, 0));
        (await bench.Log.ReadAsync(CancellationToken.None)).Delivered.Should().Be(25);
    }

    [Fact]
    public async Task After_a_failure_nothing_is_tried_before_the_wait_is_over_and_then_the_same_ids_go_out()
    {
        using DeliveryBench bench = new(host);
        await bench.AddAsync(3);
        bench.Sink.Answers.Enqueue(new SinkResult.Later("HTTP 503", TimeSpan.FromSeconds(90)));

        await bench.RunAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(89));
        await bench.RunAsync();
        bench.Sink.Batches.Should().HaveCount(1, "the provider asked for 90 s");
        (await bench.Log.ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(new { Failures = 1, LastError = "HTTP 503" });
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        await bench.RunAsync();

        bench.Sink.Batches.Should().HaveCount(2);
        bench.Sink.Batches[1].Should().Equal(bench.Sink.Batches[0]);
        DeliveryState state = await bench.Log.ReadAsync(CancellationToken.None);
        state.Should().BeEquivalentTo(new { Failures = 0, LastError = (string?)null, Delivered = 3L });
    }

    [Fact]
    public async Task An_event_that_the_provider_refuses_is_found_and_given_up_alone()
    {
        using DeliveryBench bench = new(host);
        await bench.AddAsync(8);
        IReadOnlyList<PendingEvent> all = await bench.Outbox.ClaimAsync(8, CancellationToken.None);
        await bench.Outbox.ReleaseAsync([.. all.Select(one => one.Id)], CancellationToken.None);
        bench.Sink.Poison = all[5].Id;

        await bench.RunAsync();

        (await bench.CountAsync()).Should().Be((0, 1));
        (await bench.Log.ReadAsync(CancellationToken.None)).Delivered.Should().Be(7);
    }

    [Fact]
    public async Task Single_events_that_the_provider_names_are_given_up_and_the_rest_is_not_sent_again()
    {
        using DeliveryBench bench = new(host);
        await bench.AddAsync(3);
        IReadOnlyList<PendingEvent> all = await bench.Outbox.ClaimAsync(3, CancellationToken.None);
        await bench.Outbox.ReleaseAsync([.. all.Select(one => one.Id)], CancellationToken.None);
        bench.Sink.Answers.Enqueue(new SinkResult.Taken(new Dictionary<Guid, string> { [all[1].Id] = "time: too old" }));

        await bench.RunAsync();
        await bench.RunAsync();

        bench.Sink.Batches.Should().HaveCount(1);
        (await bench.CountAsync()).Should().Be((0, 1));
    }

    [Fact]
    public async Task Two_nodes_never_hold_the_same_event_and_what_a_dead_node_held_comes_back()
    {
        using DeliveryBench bench = new(host);
        await bench.AddAsync(40);

        IReadOnlyList<PendingEvent>[] claims = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.Outbox.ClaimAsync(10, CancellationToken.None))));
        claims.SelectMany(claim => claim).Select(one => one.Id).Should().HaveCount(40).And.OnlyHaveUniqueItems();
        (await bench.Outbox.ClaimAsync(10, CancellationToken.None)).Should().BeEmpty();

        bench.Time.Advance(Outbox.ClaimLimit + TimeSpan.FromSeconds(1));
        (await bench.Outbox.ClaimAsync(100, CancellationToken.None)).Should().HaveCount(40);
    }

    [Fact]
    public async Task Beyond_the_limit_the_oldest_are_dropped_and_counted()
    {
        using DeliveryBench bench = new(host, outboxLimit: 10);
        await bench.AddAsync(14);
        bench.Sink.Answers.Enqueue(new SinkResult.Later("HTTP 503", null));

        await bench.RunAsync();

        bench.Sink.Batches[0].Select(one => one.Properties).Should().Equal(Enumerable.Range(4, 10).Select(i => $$"""{"number": {{i}}}"""));
        (await bench.Log.ReadAsync(CancellationToken.None)).Dropped.Should().Be(4);
    }

    [Fact]
    public async Task The_outbox_stays_bounded_while_nothing_is_delivered_at_all()
    {
        using DeliveryBench bench = new(host, outboxLimit: 10);

        await bench.AddAsync(100);

        (await bench.CountAsync()).Pending.Should().Be(10);
    }

    [Fact]
    public async Task What_could_not_be_delivered_for_seven_days_is_given_up_and_deleted_after_thirty_more()
    {
        using DeliveryBench bench = new(host);
        await bench.AddAsync(2);
        bench.Time.Advance(EventDelivery.GivenUpAfter + TimeSpan.FromHours(1));
        await bench.AddAsync(1);

        await bench.RunAsync();
        bench.Sink.Batches.Single().Should().HaveCount(1);
        (await bench.CountAsync()).Should().Be((0, 2));

        bench.Time.Advance(EventDelivery.KeptFor + TimeSpan.FromHours(1));
        await bench.RunAsync();
        (await bench.CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task Without_the_licence_what_waits_goes_on_waiting()
    {
        using DeliveryBench bench = new(host) { IsLicensed = false };
        await bench.AddAsync(2);

        await bench.RunAsync();
        bench.Sink.Batches.Should().BeEmpty();
        bench.IsLicensed = true;
        await bench.RunAsync();

        bench.Sink.Batches.Single().Should().HaveCount(2);
    }

    [Fact]
    public async Task When_the_tenant_has_opted_out_what_waits_is_deleted_and_not_sent()
    {
        using DeliveryBench bench = new(host) { Settings = new AnalyticsSettings { SendUsage = false } };
        await bench.AddAsync(2);

        await bench.RunAsync();

        bench.Sink.Batches.Should().BeEmpty();
        (await bench.CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_stop_in_the_middle_puts_the_batch_back()
    {
        using DeliveryBench bench = new(host, sink: new StoppingSink());
        await bench.AddAsync(2);

        await bench.Invoking(one => one.RunAsync()).Should().ThrowAsync<OperationCanceledException>();

        (await bench.Outbox.ClaimAsync(10, CancellationToken.None)).Should().HaveCount(2);
    }

    private sealed class StoppingSink : IEventSink
    {
        public int LargestBatch => 10;

        public Task<SinkResult> SendAsync(Guid tenantId, IReadOnlyList<PendingEvent> batch, CancellationToken cancellationToken) =>
            throw new OperationCanceledException();
    }
}
