using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Analytics.Tests.Support;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;

namespace AIWendy.Analytics.Tests.Serving;

/// <summary>From what people do to what arrives at the provider, through the running host.</summary>
[Collection(AnalyticsCollection.Name)]
public sealed class DeliveryServingTests(AnalyticsHost shared)
{
    private const string Email = "planted.person@secret-mail.example";
    private const string DisplayName = "Plantine Secretname";
    private const string Words = "I revenge traded PLANTEDWORD again";
    private const string Trades = """
        Date,Time,Symbol,Quantity,Price,Side,Commission
        2025-01-15,09:30:00,PLNTSYM,100,10.77,Buy,1
        2025-01-15,09:40:00,PLNTSYM,100,13.33,Sell,1.5

        """;

    [Fact]
    public async Task What_people_do_arrives_without_anything_that_they_wrote_or_are()
    {
        using Browser browser = shared.Host.OpenBrowser();
        Answer registered = await browser.RegisterAsync(Email, displayName: DisplayName);
        registered.Status.Should().Be(HttpStatusCode.Created, registered.Text);
        string userId = (string)registered["user"]["id"]!;
        (await browser.SignInAsync(Email)).Status.Should().Be(HttpStatusCode.OK);
        Answer imported = await browser.UploadAsync("/api/journal/imports", System.Text.Encoding.UTF8.GetBytes(Trades), "planted-file.csv", ("commit", "true"));
        imported.Status.Should().Be(HttpStatusCode.OK, imported.Text);
        Answer conversation = await browser.PostAsync("/api/conversations", new { coachId = "wendy" });
        conversation.Status.Should().Be(HttpStatusCode.Created, conversation.Text);
        Answer sent = await browser.PostAsync($"/api/conversations/{conversation["id"]}/messages", new { text = Words });
        sent.Status.Should().Be(HttpStatusCode.OK, sent.Text);

        await shared.FlushAsync();

        JsonNode[] mine = [.. shared.Endpoint.Taken.Where(one => (string?)one["distinct_id"] == DistinctIdOfImporter())];
        mine.Select(one => (string)one["event"]!).Should().Equal("user_signed_up", "user_logged_in", "journal_imported", "chat_message_sent");
        mine.Select(one => (string)one["uuid"]!).Should().OnlyHaveUniqueItems();
        mine.Should().OnlyContain(one => (string?)one["properties"]!["$groups"]!["tenant"] == WellKnown.DefaultTenantId.ToString());
        mine[2]["properties"]!["format"]!.GetValue<string>().Should().Be("tradervue_generic");
        mine[2]["properties"]!["executions"]!.GetValue<int>().Should().Be(2);
        mine[3]["properties"]!["coach_id"]!.GetValue<string>().Should().Be("wendy");
        mine[3]["properties"]!["message_length"]!.GetValue<int>().Should().Be(Words.Length);
        foreach (string planted in (string[])[Email, "secret-mail", "Plantine", "Secretname", "PLANTEDWORD", "revenge", "PLNTSYM", "10.77", "planted-file", userId, "127.0.0.1,"])
        {
            shared.Endpoint.Everything.Should().NotContain(planted);
        }
    }

    [Fact]
    public async Task While_the_provider_is_away_nothing_is_lost_and_nothing_is_counted_twice()
    {
        Guid person = Guid.CreateVersion7();
        shared.Endpoint.Instead = CaptureEndpoint.Status(503, retryAfter: "1");
        try
        {
            for (int i = 0; i < 30; i++)
            {
                await PublishAsync(new ReportGenerated(person, Guid.NewGuid(), $"outage-{i}", TimeSpan.FromSeconds(1), DateTimeOffset.UtcNow));
                if (i % 10 == 9)
                {
                    int before = shared.Endpoint.Requests;
                    shared.Time.Advance(TimeSpan.FromMinutes(10));
                    await shared.DeliverAsync();
                    shared.Endpoint.Requests.Should().BeGreaterThan(before, "the provider is asked again");
                }
            }

            (await shared.CountAsync("outbox")).Should().BeGreaterThanOrEqualTo(30, "what was refused waits");
            shared.Endpoint.Instead = null;
            shared.Endpoint.LosesAnswers = true;
            shared.Time.Advance(TimeSpan.FromMinutes(10));
            await shared.DeliverAsync();
            Reports().Count.Should().BeGreaterThanOrEqualTo(30, "they arrive, though the sender does not learn of it");
            (await shared.CountAsync("outbox")).Should().BeGreaterThanOrEqualTo(30);
        }
        finally
        {
            shared.Endpoint.Instead = null;
            shared.Endpoint.LosesAnswers = false;
        }

        await shared.FlushAsync();

        Reports().Select(one => (string)one["properties"]!["report_type"]!).Distinct().Should().HaveCount(30, "nothing is lost");
        Reports().Select(one => (string)one["uuid"]!).Distinct().Should().HaveCount(30, "what came twice came with the id that it had");
        Reports().Should().HaveCountGreaterThan(30, "the answer that got lost made the sender send again");

        List<JsonNode> Reports() => [.. shared.Endpoint.Taken.Where(one => ((string?)one["properties"]!["report_type"])?.StartsWith("outage-", StringComparison.Ordinal) == true)];
    }

    [Theory]
    [InlineData("DNT")]
    [InlineData("Sec-GPC")]
    public async Task Who_asks_not_to_be_tracked_is_not_counted(string header)
    {
        using HttpClient client = new() { BaseAddress = shared.Host.Address };
        client.DefaultRequestHeaders.Add(header, "1");
        string body = $$"""{"email":"{{Guid.NewGuid():N}}@example.org","password":"violet kettle 9"}""";
        await shared.FlushAsync();
        int before = Seen("user_signed_up");
        using HttpResponseMessage registered = await client.PostAsync("/api/accounts/register", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        registered.StatusCode.Should().Be(HttpStatusCode.Created);

        await shared.FlushAsync();

        Seen("user_signed_up").Should().Be(before);
    }

    [Fact]
    public async Task Who_opts_out_is_not_counted_and_what_waits_is_deleted()
    {
        using Browser browser = shared.Host.OpenBrowser();
        string email = $"{Guid.NewGuid():N}@example.org";
        shared.Endpoint.Instead = CaptureEndpoint.Status(503);
        try
        {
            (await browser.RegisterAsync(email)).Status.Should().Be(HttpStatusCode.Created);
            Answer chosen = await browser.SendAsync(HttpMethod.Put, "/api/analytics/consent", new { sends = false });
            chosen.Status.Should().Be(HttpStatusCode.OK, chosen.Text);
            chosen["personSends"].GetValue<bool>().Should().BeFalse();
            (await browser.SignInAsync(email)).Status.Should().Be(HttpStatusCode.OK);
            (await shared.CountAsync("outbox")).Should().Be(0);
        }
        finally
        {
            shared.Endpoint.Instead = null;
        }

        (await browser.SendAsync(HttpMethod.Put, "/api/analytics/consent", new { sends = true }))["personSends"].GetValue<bool>().Should().BeTrue();
        int before = Seen("user_logged_in");
        (await browser.SignInAsync(email)).Status.Should().Be(HttpStatusCode.OK);
        await shared.FlushAsync();
        Seen("user_logged_in").Should().Be(before + 1, "who comes back is counted again");
    }

    [Fact]
    public async Task A_choice_must_say_something_and_the_delivery_is_the_administrators()
    {
        using Browser browser = shared.Host.OpenBrowser();
        (await browser.GetAsync("/api/analytics/consent")).Status.Should().Be(HttpStatusCode.Unauthorized);
        await browser.RegisterAsync($"{Guid.NewGuid():N}@example.org");
        await browser.RegisterAsync($"{Guid.NewGuid():N}@example.org");

        (await browser.SendAsync(HttpMethod.Put, "/api/analytics/consent", new { })).Code.Should().Be("validation_failed");
        Answer consent = await browser.GetAsync("/api/analytics/consent");
        consent["provider"].GetValue<string>().Should().Be("posthog");
        (await browser.GetAsync("/api/analytics/delivery")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private string? DistinctIdOfImporter() => (string?)shared.Endpoint.Taken
        .First(one => (string?)one["event"] == "journal_imported")["distinct_id"];

    private int Seen(string name) => shared.Endpoint.Taken.Count(one => (string?)one["event"] == name);

    private async Task PublishAsync<TEvent>(TEvent published) where TEvent : class, IPluginEvent
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await shared.Service<IEvents>().PublishAsync(published);
    }
}
