using AIWendy.Analytics.Tests.Support;
using AIWendy.Plugins.Analytics;

namespace AIWendy.Analytics.Tests.Capture;

public sealed class AnalyticsOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    public void Without_a_provider_nothing_is_sent_and_nothing_is_wrong(string? provider) =>
        DeliveryBench.OptionsOf(("ANALYTICS_PROVIDER", provider), ("POSTHOG_API_KEY", "phc_x"))
            .Should().BeEquivalentTo(new { CanSend = false, Problem = (string?)null });

    [Theory]
    [InlineData(null, "https://us.i.posthog.com/")]
    [InlineData("https://app.posthog.com", "https://us.i.posthog.com/")]
    [InlineData("https://eu.posthog.com/", "https://eu.i.posthog.com/")]
    [InlineData("https://analytics.example.org/ingest/", "https://analytics.example.org/ingest")]
    public void Events_go_to_the_ingestion_host(string? host, string expected)
    {
        AnalyticsOptions options = DeliveryBench.OptionsOf(("ANALYTICS_PROVIDER", "PostHog"), ("POSTHOG_API_KEY", "phc_x"), ("POSTHOG_HOST", host));
        options.CanSend.Should().BeTrue();
        options.Host.Should().Be(new Uri(expected));
    }

    [Theory]
    [InlineData("posthog", "", "", "POSTHOG_API_KEY is empty.")]
    [InlineData("mixpanel", "", "", "MIXPANEL_TOKEN is empty.")]
    [InlineData("posthog", "phc_x", "posthog.com", "POSTHOG_HOST must be a complete http or https address.")]
    [InlineData("amplitude", "x", "", "ANALYTICS_PROVIDER must be posthog, mixpanel or none.")]
    public void What_is_wrong_is_said_in_a_sentence(string provider, string key, string host, string problem) =>
        DeliveryBench.OptionsOf(("ANALYTICS_PROVIDER", provider), ("POSTHOG_API_KEY", key), ("POSTHOG_HOST", host))
            .Should().BeEquivalentTo(new { CanSend = false, Problem = problem });

    [Fact]
    public void The_limit_of_the_outbox_is_a_number() =>
        DeliveryBench.OptionsOf(("ANALYTICS_PROVIDER", "mixpanel"), ("MIXPANEL_TOKEN", "x"), ("ANALYTICS_OUTBOX_LIMIT", "many")).Problem
            .Should().Be("ANALYTICS_OUTBOX_LIMIT must be a whole number above 0.");
}
