using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Analytics.Tests.Support;
using AIWendy.Host.Calls;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Analytics.Tests.Serving;

/// <summary>A provider that nobody answers for, and a node that dies in the middle of a delivery.</summary>
[Collection(PostgresCollection.Name)]
public sealed class OutageServingTests(PostgresFixture postgres) : IDisposable
{
    private readonly DevelopmentLicence licence = new();
    private readonly ShiftedTime time = new();

    public void Dispose() => licence.Dispose();

    [Theory]
    [InlineData("posthog", "uuid")]
    [InlineData("mixpanel", "$insert_id")]
    public async Task While_nobody_listens_and_over_a_restart_every_event_arrives_and_none_twice(string provider, string id)
    {
        Uri address = await FreeAddressAsync();
        AccountsHost first = await StartAsync(provider, address);
        await using (first)
        {
            await PublishAsync(first, 0, 15);
            for (int minutes = 0; minutes < 3; minutes++)
            {
                time.Advance(TimeSpan.FromMinutes(1));
                await AnalyticsHost.DeliverAsync(first);
            }

            (await AnalyticsHost.CountAsync(first, "outbox")).Should().Be(15, "what nobody takes waits");
        }

        await using AccountsHost second = await StartAsync(provider, address, first);
        await PublishAsync(second, 15, 10);
        await using CaptureEndpoint endpoint = await CaptureEndpoint.StartAsync(address.Port);
        await FlushAsync(second);
        await AnalyticsHost.DeliverAsync(second);

        string[] ids = [.. endpoint.Taken.Select(one => Id(one, id))];
        ids.Should().HaveCount(25, "nothing is sent twice").And.OnlyHaveUniqueItems();
        endpoint.Taken.Select(one => (string)one["properties"]!["report_type"]!).Should().BeEquivalentTo(Enumerable.Range(0, 25).Select(Report), "nothing is lost");
    }

    [Fact]
    public async Task What_a_node_was_sending_when_it_died_goes_out_again_with_the_same_ids_and_the_rest_once()
    {
        Uri address = await FreeAddressAsync();
        await using AccountsHost dying = await StartAsync("mixpanel", address);
        await using AccountsHost heir = await StartAsync("mixpanel", address, dying);
        await PublishAsync(dying, 0, 12);
        await using CaptureEndpoint endpoint = await CaptureEndpoint.StartAsync(address.Port);
        endpoint.KeepsAnswers = true;
        time.Advance(TimeSpan.FromMinutes(10));

        // It never learns that they arrived, and is as good as dead from here on.
        Task sending = AnalyticsHost.DeliverAsync(dying);
        await AnalyticsHost.Until(() => Task.FromResult(endpoint.Taken.Count == 12), "the batch has arrived");
        endpoint.KeepsAnswers = false;
        string[] before = [.. endpoint.Taken.Select(one => Id(one, "$insert_id"))];
        await PublishAsync(heir, 12, 8);
        await AnalyticsHost.DeliverAsync(heir);
        await AnalyticsHost.Until(() => Task.FromResult(endpoint.Taken.Count >= 20), "the others arrive");
        endpoint.Taken.Should().HaveCount(20, "what another node holds is left to it for two minutes");

        await FlushAsync(heir);

        JsonNode[] taken = [.. endpoint.Taken];
        taken.Select(one => Id(one, "$insert_id")).Distinct().Should().HaveCount(20, "the provider counts each event once");
        taken.GroupBy(one => Id(one, "$insert_id")).Where(group => group.Count() > 1).Select(group => group.Key).Should().BeEquivalentTo(before);
        taken.Select(one => (string)one["properties"]!["report_type"]!).Distinct().Should().HaveCount(20, "nothing is lost");
        await endpoint.DisposeAsync();
        await sending;
    }

    private static string Report(int number) => FormattableString.Invariant($"report-{number}");

    private static string Id(JsonNode taken, string name) => (string)(taken[name] ?? taken["properties"]![name])!;

    private static async Task<Uri> FreeAddressAsync()
    {
        await using CaptureEndpoint free = await CaptureEndpoint.StartAsync();
        return free.Address;
    }

    private async Task FlushAsync(AccountsHost host) => await AnalyticsHost.Until(
        async () =>
        {
            time.Advance(TimeSpan.FromMinutes(10));
            await AnalyticsHost.DeliverAsync(host);
            return await AnalyticsHost.CountAsync(host, "outbox") == 0;
        },
        "nothing waits any more");

    private static async Task PublishAsync(AccountsHost host, int from, int count)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        foreach (int number in Enumerable.Range(from, count))
        {
            await host.Services.GetRequiredService<IEvents>().PublishAsync(
                new ReportGenerated(Guid.CreateVersion7(), Guid.NewGuid(), Report(number), TimeSpan.FromSeconds(1), DateTimeOffset.UtcNow));
        }

    }

    // The successor works on the database that the first one had.
    private Task<AccountsHost> StartAsync(string provider, Uri address, AccountsHost? before = null) => AccountsHost.StartAsync(
        postgres,
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            DevelopmentLicence.Allow(builder);
        },
        [
            ("AIWENDY_LICENCE_KEYS", licence.KeysFolder),
            ("AIWENDY_LICENCE", licence.Issue("analytics")),
            ("DEPLOYMENT_MODE", "cloud"),
            ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "1"),
            ("ANALYTICS_PROVIDER", provider),
            ("POSTHOG_API_KEY", "phc_test"),
            ("POSTHOG_HOST", address.ToString()),
            ("MIXPANEL_TOKEN", "mp_token"),
            ("MIXPANEL_HOST", address.ToString()),
            .. before is null ? Array.Empty<(string, string)>() : [("DATABASE_URL", before.Settings.DatabaseUrl!), ("AIWENDY_SECRET_KEY", before.Settings.SecretKey!)],
        ]);
}
