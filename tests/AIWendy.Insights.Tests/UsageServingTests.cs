using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Jobs;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Insights.Tests;

/// <summary>From the platform's events to the administrator's figures, through the running host.</summary>
[Collection(PostgresCollection.Name)]
public sealed class UsageServingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private AccountsHost host = null!;
    private Browser owner = null!;

    public async Task InitializeAsync()
    {
        host = await AccountsHost.StartAsync(postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        owner = host.OpenBrowser();
        (await owner.RegisterAsync("owner@example.org")).Status.Should().Be(HttpStatusCode.Created);
    }

    public async Task DisposeAsync()
    {
        owner.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_happens_is_counted_by_day_for_the_administrator_alone()
    {
        Guid lena = Guid.CreateVersion7();
        Guid tom = Guid.CreateVersion7();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DateTimeOffset before = now.AddDays(-3);
        await PublishAsync(new ChatMessageSent(lena, Guid.NewGuid(), "wendy", 120, StartsConversation: true, before));
        await PublishAsync(new ChatMessageSent(lena, Guid.NewGuid(), "wendy", 12, StartsConversation: false, before));
        await PublishAsync(new ChatMessageSent(tom, Guid.NewGuid(), "marcus", 12, StartsConversation: true, before));
        await PublishAsync(new ModelCalled(lena, "ollama", "ok", 100, 50, TimeSpan.FromSeconds(1), before));
        await PublishAsync(new ModelCalled(lena, "ollama", "model_timeout", null, null, TimeSpan.FromSeconds(1), before));
        await PublishAsync(new ModelCalled(tom, "offline", "cancelled", null, null, TimeSpan.FromSeconds(1), before));
        await PublishAsync(new JournalImported(lena, Guid.NewGuid(), "ibkr_flex", 40, 2, before));
        await PublishAsync(new ReportGenerated(lena, Guid.NewGuid(), "weekly", TimeSpan.FromSeconds(1), now.AddDays(-300)));

        JsonNode usage = (await ReadAsync(7))!;

        ((int)usage["people"]!).Should().Be(3, "the owner registered today");
        usage["totals"]!.ToJsonString().Should().Be(
            """{"signUps":1,"signIns":0,"conversations":2,"messages":3,"imports":1,"executions":40,"reports":0,"modelCalls":3,"modelTokens":150,"errors":1}""");
        usage["days"]!.AsArray().Should().HaveCount(7);
        JsonNode day = usage["days"]!.AsArray().Single(one => (string?)one!["day"] == before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))!;
        day.ToJsonString().Should().EndWith("""
            "people":2,"messages":3,"imports":1,"modelCalls":3,"errors":1}
            """);
        usage["coaches"]!.ToJsonString().Should().Be("""[{"key":"wendy","name":null,"count":2},{"key":"marcus","name":null,"count":1}]""");
        usage["models"]!.ToJsonString().Should().Be("""[{"kind":"ollama","calls":2,"tokens":150},{"kind":"offline","calls":1,"tokens":0}]""");
        usage["errors"]!.ToJsonString().Should().Be("""[{"key":"model_timeout","name":null,"count":1}]""");
        ((int)(await ReadAsync(366))["totals"]!["reports"]!).Should().Be(1);
        (await owner.GetAsync("/api/insights/usage?days=0")).Code.Should().Be("validation_failed");

        using Browser member = host.OpenBrowser();
        (await member.GetAsync("/api/insights/usage")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await member.RegisterAsync("member@example.org")).Status.Should().Be(HttpStatusCode.Created);
        (await member.GetAsync("/api/insights/usage")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Many_at_once_lose_no_count()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => i % 2 == 0
            ? PublishAsync(new ModelCalled(Guid.CreateVersion7(), "ollama", "model_timeout", 1, 1, TimeSpan.Zero, now))
            : PublishAsync(new ChatMessageSent(Guid.CreateVersion7(), Guid.NewGuid(), "wendy", 1, true, now)))));

        JsonNode totals = (await ReadAsync(1))["totals"]!;
        ((int)totals["messages"]!).Should().Be(30);
        ((int)totals["conversations"]!).Should().Be(30);
        ((int)totals["modelCalls"]!).Should().Be(30);
        ((int)totals["modelTokens"]!).Should().Be(60);
    }

    [Fact]
    public async Task Days_beyond_what_the_administrator_keeps_are_deleted()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        await PublishAsync(new JournalImported(Guid.CreateVersion7(), Guid.NewGuid(), "ibkr_flex", 1, 0, now.AddDays(-40)));
        await PublishAsync(new JournalImported(Guid.CreateVersion7(), Guid.NewGuid(), "ibkr_flex", 1, 0, now.AddDays(-10)));
        ((int)(await ReadAsync(60))["retentionDays"]!).Should().Be(396);

        (await owner.SendAsync(HttpMethod.Put, "/api/plugins/aiwendy.insights/settings", new { retentionDays = 3 })).Code.Should().Be("settings_invalid");
        (await owner.SendAsync(HttpMethod.Put, "/api/plugins/aiwendy.insights/settings", new { retentionDays = 30 })).Status.Should().Be(HttpStatusCode.OK);
        using (CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId }))
        {
            await host.Services.GetRequiredService<IJobQueue>().EnqueueAsync("aiwendy.insights", "remove-old-figures", null, CancellationToken.None);
        }

        DateTime deadline = DateTime.UtcNow.AddSeconds(30);
        JsonNode usage = await ReadAsync(60);
        while ((int)usage["totals"]!["imports"]! != 1)
        {
            DateTime.UtcNow.Should().BeBefore(deadline, "the job deletes old days");
            await Task.Delay(25);
            usage = await ReadAsync(60);
        }

        ((int)usage["retentionDays"]!).Should().Be(30);
        ((int)usage["people"]!).Should().Be(2, "the owner and who imported ten days ago");
    }

    [Fact]
    public async Task Nothing_that_people_wrote_is_kept()
    {
        await using NpgsqlCommand columns = host.Services.GetRequiredService<IHostDatabase>().Owner.CreateCommand(
            "select string_agg(table_name || '.' || column_name, ' ' order by table_name, ordinal_position) from information_schema.columns where table_schema = 'insights' and table_name <> '__migrations'");

        (await columns.ExecuteScalarAsync()).Should().Be(
            "active_people.tenant_id active_people.day active_people.user_id daily_counts.tenant_id daily_counts.day daily_counts.metric daily_counts.key daily_counts.count");
    }

    private async Task<JsonNode> ReadAsync(int days)
    {
        Answer answer = await owner.GetAsync($"/api/insights/usage?days={days}");
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return answer.Body!;
    }

    private async Task PublishAsync<TEvent>(TEvent published) where TEvent : class, IPluginEvent
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await host.Services.GetRequiredService<IEvents>().PublishAsync(published);
    }
}
