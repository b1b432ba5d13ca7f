using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Analytics.Tests.Support;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Plugins.Analytics.Sinks;
using AIWendy.Sdk;
using NSubstitute;

namespace AIWendy.Analytics.Tests.Delivery;

/// <summary>What goes over the wire, and what the answers mean.</summary>
public sealed class SinkTests : IAsyncLifetime
{
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-7000-8000-000000000009");

    private readonly SteppedTime time = new();
    private CaptureEndpoint endpoint = null!;

    public async Task InitializeAsync() => endpoint = await CaptureEndpoint.StartAsync();

    public async Task DisposeAsync() => await endpoint.DisposeAsync();

    [Fact]
    public async Task PostHog_gets_what_its_own_clients_send()
    {
        PendingEvent one = Event("chat_message_sent", """{"coach_id":"wendy","message_length":12}""");

        (await PostHog().SendAsync(Tenant, [one], CancellationToken.None)).Should().Be(SinkResult.All);

        JsonNode sent = endpoint.Taken.Single();
        sent.ToJsonString().Should().Be(JsonNode.Parse($$$"""
            {"event":"chat_message_sent","uuid":"{{{one.Id}}}","distinct_id":"who","timestamp":"2026-11-23T12:00:00.000Z",
             "properties":{"coach_id":"wendy","message_length":12,"$groups":{"tenant":"{{{Tenant}}}"},"$lib":"aiwendy","$lib_version":"1.2.3","$is_server":true,"$geoip_disable":true}}
            """)!.ToJsonString());
        endpoint.Everything.Should().StartWith("/batch/ ").And.Contain("\"api_key\":\"phc_test\"").And.Contain("\"sent_at\":").And.NotContain("historical_migration");
    }

    [Fact]
    public async Task PostHog_is_told_when_everything_in_a_batch_is_old()
    {
        PendingEvent old = Event("report_generated", "{}");
        time.Advance(TimeSpan.FromHours(49));

        await PostHog().SendAsync(Tenant, [old], CancellationToken.None);

        endpoint.Everything.Should().Contain("\"historical_migration\":true");
    }

    [Fact]
    public async Task Mixpanel_gets_an_import_with_the_token_as_its_name()
    {
        PendingEvent one = Event("journal_imported", """{"format":"ibkr_flex"}""");

        (await Mixpanel().SendAsync(Tenant, [one], CancellationToken.None)).Should().Be(SinkResult.All);

        JsonNode properties = endpoint.Taken.Single()["properties"]!;
        properties["$insert_id"]!.GetValue<string>().Should().Be(one.Id.ToString());
        properties["time"]!.GetValue<long>().Should().Be(one.OccurredAt.ToUnixTimeMilliseconds());
        properties["distinct_id"]!.GetValue<string>().Should().Be("who");
        properties["tenant"]!.GetValue<string>().Should().Be(Tenant.ToString());
        properties["ip"]!.GetValue<int>().Should().Be(0);
        endpoint.Everything.Should().StartWith("/import?strict=1 ").And.Contain(Convert.ToBase64String(Encoding.UTF8.GetBytes("mp_token:")));
    }

    [Fact]
    public async Task Mixpanel_names_the_events_that_it_does_not_take()
    {
        PendingEvent[] batch = [Event("a", "{}"), Event("b", "{}"), Event("c", "{}")];
        endpoint.Instead = CaptureEndpoint.Status(
            400, body: """{"code":400,"status":"Bad Request","num_records_imported":2,"failed_records":[{"index":1,"insert_id":"x","field":"properties.time","message":"invalid"}]}""");

        SinkResult result = await Mixpanel().SendAsync(Tenant, batch, CancellationToken.None);

        result.Should().BeOfType<SinkResult.Taken>().Which.Refusals.Should().Equal(new Dictionary<Guid, string> { [batch[1].Id] = "properties.time: invalid" });
    }

    [Theory]
    [InlineData(400, typeof(SinkResult.Refused))]
    [InlineData(413, typeof(SinkResult.Refused))]
    [InlineData(401, typeof(SinkResult.Later))]
    [InlineData(404, typeof(SinkResult.Later))]
    [InlineData(408, typeof(SinkResult.Later))]
    [InlineData(429, typeof(SinkResult.Later))]
    [InlineData(500, typeof(SinkResult.Later))]
    [InlineData(503, typeof(SinkResult.Later))]
    public async Task An_answer_means_now_later_or_never(int status, Type expected)
    {
        endpoint.Instead = CaptureEndpoint.Status(status);
        foreach (IEventSink sink in (IEventSink[])[PostHog(), Mixpanel()])
        {
            (await sink.SendAsync(Tenant, [Event("a", "{}")], CancellationToken.None)).Should().BeOfType(expected);
        }
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 23 Nov 2026 12:01:00 GMT", 60)]
    [InlineData("Mon, 23 Nov 2026 11:00:00 GMT", null)]
    public async Task A_wish_to_wait_is_understood(string header, int? seconds)
    {
        endpoint.Instead = CaptureEndpoint.Status(429, retryAfter: header);

        SinkResult result = await PostHog().SendAsync(Tenant, [Event("a", "{}")], CancellationToken.None);

        result.Should().BeOfType<SinkResult.Later>().Which.After.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task A_connection_that_fails_or_breaks_is_tried_later()
    {
        endpoint.Instead = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        (await PostHog().SendAsync(Tenant, [Event("a", "{}")], CancellationToken.None)).Should().BeOfType<SinkResult.Later>();

        IEventSink nobody = new PostHogSink(new Uri("http://127.0.0.1:1"), "phc_test", "1.2.3", Request(), time);
        (await nobody.SendAsync(Tenant, [Event("a", "{}")], CancellationToken.None)).Should().BeOfType<SinkResult.Later>();
    }

    private PendingEvent Event(string name, string properties) => new(Guid.CreateVersion7(), name, "who", properties, time.GetUtcNow());

    private PostHogSink PostHog() => new(endpoint.Address, "phc_test", "1.2.3", Request(), time);

    private MixpanelSink Mixpanel() => new(endpoint.Address, "mp_token", "1.2.3", Request());

    private BatchRequest Request()
    {
        IOutboundHttp outbound = Substitute.For<IOutboundHttp>();
        outbound.CreateClient().Returns(_ => new HttpClient());
        return new BatchRequest(outbound, time);
    }
}
