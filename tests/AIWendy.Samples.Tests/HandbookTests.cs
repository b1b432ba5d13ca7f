using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Calls;
using AIWendy.Packaging;
using AIWendy.Samples.Tests.Hosting;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Features;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Samples.Tests;

/// <summary>Every example of the pages for authors does what its page says, as one plugin on a running host.</summary>
[Collection(SampleCollection.Name)]
public sealed class HandbookTests(SampleHost host) : IAsyncLifetime
{
    private const string Id = "org.example.handbook";

    public Task InitializeAsync() => InstallAsync("1.0.0");

    public Task DisposeAsync() => host.RemoveAsync(Id);

    [Fact]
    public async Task The_package_asks_for_what_the_page_declares()
    {
        PluginArchive package = await PluginArchive.OpenAsync(host.Samples.Package(Id, "1.1.0"));

        package.Manifest.Permissions.Should().Equal("handbook.read", "handbook.write");
        package.Manifest.Environment.Should().ContainSingle().Which.Secret.Should().BeTrue();
        package.Manifest.Settings.Should().NotBeNull();
    }

    [Fact]
    public async Task Endpoints_answer_validate_and_limit_bodies()
    {
        ((string)(await host.GetAsync("/api/handbook/greetings"))["text"]!).Should().Be("Hello");
        ((string)(await host.GetAsync("/api/handbook/greetings/me"))["text"]!).Should().StartWith("Hello ");
        JsonNode problem = await host.JsonAsync(HttpMethod.Post, "/api/handbook/greetings", new { text = "" }, HttpStatusCode.BadRequest);
        problem["errors"]!["text"].Should().NotBeNull();
        await host.JsonAsync(HttpMethod.Post, "/api/handbook/greetings", new { text = new string('x', 2000) }, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Notes_are_kept_in_a_schema_of_the_plugins_own()
    {
        JsonNode added = await host.JsonAsync(HttpMethod.Post, "/api/handbook/notes", new { text = "Cut losses" }, HttpStatusCode.Created);
        (await NotesAsync()).Should().Contain("Cut losses").And.Contain("Welcome", "the plugin's start wrote it");
        JsonNode count = await host.GetAsync("/api/handbook/notes/count");
        ((long)count["count"]!).Should().BeGreaterThan(1);
        ((string)count["tenantId"]!).Should().Be(WellKnown.DefaultTenantId.ToString());

        await InstallAsync("1.1.0");

        (await host.GetAsync("/api/handbook/notes"))["items"]!.AsArray().Select(note => (string)note!["id"]!).Should().Contain((string)added["id"]!, "an upgrade keeps the data");
        (await NotesAsync()).Count(text => text == "Welcome").Should().Be(1);
    }

    [Fact]
    public async Task Settings_are_validated_saved_and_their_secret_is_used_but_never_shown()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { perDay = 0 }, HttpStatusCode.BadRequest);
        await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { perDay = 7, webhook = receiver.Address });
        await SampleHost.Eventually(async () => (int)(await host.GetAsync("/api/handbook/board"))["perDay"]! == 7, "the setting is taken over");
        (await host.GetAsync($"/api/plugins/{Id}/settings")).ToJsonString().Should().NotContain(receiver.Address);
        ((int)(await host.JsonAsync(HttpMethod.Post, "/api/handbook/board/ping"))["status"]!).Should().Be(200);
        ((string)(await receiver.NextAsync())["from"]!).Should().Be("handbook");

        await host.JsonAsync(HttpMethod.Put, "/api/handbook/board/title", new { title = "Rules", perDay = 0 });
        await SampleHost.Eventually(async () => (string)(await host.GetAsync("/api/handbook/board"))["title"]! == "Rules", "the plugin saves its own settings");
    }

    [Fact]
    public async Task A_sealed_token_opens_and_a_forged_one_does_not()
    {
        string token = (string)(await host.JsonAsync(HttpMethod.Post, "/api/handbook/links"))["token"]!;
        token.Should().NotContain(WellKnown.GuestUserId.ToString());

        ((string)(await host.JsonAsync(HttpMethod.Post, "/api/handbook/links/open", new { token }))["userId"]!).Should().Be(WellKnown.GuestUserId.ToString());
        await host.JsonAsync(HttpMethod.Post, "/api/handbook/links/open", new { token = token[..^4] + "AAAA" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_job_runs_for_the_caller()
    {
        await host.JsonAsync(HttpMethod.Post, "/api/handbook/digests", expected: HttpStatusCode.Accepted);

        await SampleHost.Eventually(async () => (await NotesAsync()).Any(text => text.StartsWith("Digest weekly for", StringComparison.Ordinal)), "the job writes");
    }

    [Fact]
    public async Task The_format_is_recognised_and_the_import_arrives_as_an_event()
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent("true"), "commit" },
            { new StringContent("When,What,Side,Units,Price\n2026-04-02 10:00,HBK,buy,5,20\n2026-04-02 11:00,HBK,sell,5,21\n2026-04-02 12:00,HBK,note,5,21\n2026-04-02 13:00,HBK,buy,none,21\n"), "file", "book.csv" },
        };
        JsonNode import = await host.JsonAsync(HttpMethod.Post, "/api/journal/imports", form);

        ((string)import["format"]!).Should().Be("handbook_trades");
        ((decimal)import["net"]!).Should().Be(5);
        import["skipped"]!.AsArray().Should().ContainSingle();
        import["errors"]!.AsArray().Should().ContainSingle();
        await SampleHost.Eventually(async () => (await NotesAsync()).Contains("Imported 2 executions of handbook_trades"), "the handler writes");
    }

    [Fact]
    public async Task A_published_event_reaches_its_handlers()
    {
        await host.JsonAsync(HttpMethod.Post, "/api/handbook/reports", expected: HttpStatusCode.Accepted);

        (await NotesAsync()).Should().Contain("Report handbook");
    }

    [Fact]
    public async Task A_run_streams_its_events()
    {
        using HttpResponseMessage response = await host.Client.PostAsync("/api/handbook/countdowns/3", null);
        string stream = await response.Content.ReadAsStringAsync();

        response.Headers.Contains("X-Run-Id").Should().BeTrue();
        stream.Should().Contain("\"text\":\"3 \"").And.Contain("\"text\":\"1 \"").And.Contain("\"finish\":\"stop\"");
    }

    [Fact]
    public async Task Features_close_endpoints_and_say_why()
    {
        ((string)(await host.JsonAsync(HttpMethod.Get, "/api/handbook/lab", expected: HttpStatusCode.NotFound))["code"]!).Should().Be("feature_off");
        ((string)(await host.JsonAsync(HttpMethod.Post, "/api/handbook/lab/pro", expected: HttpStatusCode.PaymentRequired))["code"]!).Should().Be("licence_required");
        ((string)(await host.GetAsync("/api/handbook/lab/pro/export"))["text"]!).Should().Be("Your data.");
        JsonNode state = await host.GetAsync("/api/handbook/lab/state");
        ((bool)state["lab"]!).Should().BeFalse();
        ((string)state["pro"]!).Should().Be("unlicensed");
        ((bool)state["selfHosted"]!).Should().BeTrue();
    }

    [Fact]
    public async Task The_coach_is_listed_and_others_coaches_can_be_read()
    {
        (await host.GetAsync("/api/coaches")).AsArray().Select(coach => (string)coach!["id"]!).Should().Contain("librarian");
        (await host.GetAsync("/api/handbook/coaches")).AsArray().Select(name => (string)name!).Should()
            .Contain($"{Id}: Lina").And.Contain(name => name.StartsWith("aiwendy.coaching: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tool_reads_notes_and_refuses_wrong_arguments()
    {
        (await CallToolAsync("""{"count":5}""")).Should().Contain("\"text\":");
        (await CallToolAsync("""{"count":"all"}""")).Should().Be("refused: count");
    }

    [Fact]
    public async Task The_kind_of_model_is_offered_tried_and_asked()
    {
        string connection = (string)(await host.JsonAsync(HttpMethod.Post, "/api/models/connections", new { kind = "echo", model = "loud" }, HttpStatusCode.Created))["id"]!;
        JsonNode probe = await host.JsonAsync(HttpMethod.Post, $"/api/models/connections/{connection}/test");
        probe.ToJsonString().Should().Contain("quiet");

        JsonNode answer = await host.JsonAsync(HttpMethod.Post, "/api/handbook/questions", new { text = "Why did I sell", connectionId = connection });

        ((string)answer["text"]!).Trim().Should().Be("WHY DID I SELL");
        ((string)answer["kind"]!).Should().Be("echo");
        await host.JsonAsync(HttpMethod.Delete, $"/api/models/connections/{connection}", expected: HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_key_is_recognised_and_may_only_what_its_role_may()
    {
        using HttpRequestMessage read = new(HttpMethod.Get, "/api/handbook/greetings/me");
        read.Headers.Add("X-Handbook-Key", SampleHost.HandbookKey);
        using HttpResponseMessage greeted = await host.Client.SendAsync(read);
        (await greeted.Content.ReadAsStringAsync()).Should().Contain("Hello Reader");

        using HttpRequestMessage write = new(HttpMethod.Post, "/api/handbook/notes") { Content = new StringContent("""{"text":"no"}""", Encoding.UTF8, "application/json") };
        write.Headers.Add("X-Handbook-Key", SampleHost.HandbookKey);
        using HttpResponseMessage refused = await host.Client.SendAsync(write);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Plans_are_asked_for_tenants()
    {
        await using IExtensionLease<IPlanEntitlements> lease = host.Services.GetRequiredService<IExtensions<IPlanEntitlements>>().Acquire();
        IPlanEntitlements plans = lease.Items.Single(item => item.PluginId == Id).Value;

        (await plans.FindAsync(WellKnown.DefaultTenantId, CancellationToken.None)).Should().BeNull();
        (await plans.FindAsync(Guid.CreateVersion7(), CancellationToken.None))!.Lapsed.Should().Contain("handbook-pro");
    }

    // In a method of its own and as text, so that nothing of the plugin stays with the test when the plugin is removed.
    private async Task<string> CallToolAsync(string arguments)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await using IExtensionLease<ICoachTool> lease = host.Services.GetRequiredService<IExtensions<ICoachTool>>().Acquire();
        ICoachTool tool = lease.Items.Single(item => item.PluginId == Id && item.Value.Name == "recent_notes").Value;
        try
        {
            CoachToolResult result = await tool.InvokeAsync(JsonElement.Parse(arguments), CancellationToken.None);
            return result.Json;
        }
        catch (ProblemException refused)
        {
            return "refused: " + string.Join(", ", refused.Errors.Keys);
        }
    }

    private Task InstallAsync(string version) => host.InstallAsync(Id, version);

    private async Task<string[]> NotesAsync() =>
        [.. (await host.GetAsync("/api/handbook/notes"))["items"]!.AsArray().Select(note => (string)note!["text"]!)];
}
