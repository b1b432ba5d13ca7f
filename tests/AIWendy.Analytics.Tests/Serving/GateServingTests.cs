using System.Net;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Analytics.Tests.Support;
using AIWendy.Host.Calls;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Analytics.Tests.Serving;

/// <summary>What is there of the plugin where it may not work.</summary>
[Collection(PostgresCollection.Name)]
public sealed class GateServingTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("cloud", "unlicensed", HttpStatusCode.PaymentRequired)]
    [InlineData("self-hosted", "mode", HttpStatusCode.NotFound)]
    public async Task Without_a_licence_or_in_another_mode_the_core_works_and_the_feature_says_why_it_is_off(string mode, string reason, HttpStatusCode answer)
    {
        await using CaptureEndpoint endpoint = await CaptureEndpoint.StartAsync();
        await using AccountsHost host = await AccountsHost.StartAsync(
            postgres,
            ("DEPLOYMENT_MODE", mode),
            ("AIWENDY_AUTH_REQUIRED", "1"),
            ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "1"),
            ("ANALYTICS_PROVIDER", "posthog"),
            ("POSTHOG_API_KEY", "phc_test"),
            ("POSTHOG_HOST", endpoint.Address.ToString()));
        using Browser browser = host.OpenBrowser();
        (await browser.RegisterAsync("owner@example.org")).Status.Should().Be(HttpStatusCode.Created);
        host.Services.GetRequiredService<IPluginRuntime>().Plugins.Select(plugin => (plugin.Manifest.Id, plugin.State, plugin.Reason))
            .Should().OnlyContain(plugin => plugin.State == PluginState.Active);
        (await browser.GetAsync("/api/journal/statistics")).Status.Should().Be(HttpStatusCode.OK);
        (await browser.GetAsync("/api/coaches")).Status.Should().Be(HttpStatusCode.OK);

        (await browser.GetAsync("/api/analytics/consent")).Status.Should().Be(answer);
        (await browser.GetAsync("/api/analytics/delivery")).Status.Should().Be(answer);
        Answer platform = await browser.GetAsync("/api/platform");
        platform["features"]["analytics.events"]!.GetValue<bool>().Should().BeFalse();
        (await ExplainAsync(host)).Should().BeEquivalentTo(new { IsOn = false, Reason = reason });

        foreach (string table in (string[])["outbox", "deliveries", "opt_outs", "pseudonym_keys"])
        {
            (await AnalyticsHost.CountAsync(host, table)).Should().Be(0, $"nothing is written to {table}");
        }

        endpoint.Requests.Should().Be(0);
    }

    private static async Task<FeatureState> ExplainAsync(AccountsHost host)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        return await host.Services.GetRequiredService<IFeatures>().ExplainAsync("analytics.events");
    }
}
