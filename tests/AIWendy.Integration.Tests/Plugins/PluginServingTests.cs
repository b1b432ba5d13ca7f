using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Administration;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Events;

namespace AIWendy.Integration.Tests.Plugins;

[Collection(PostgresCollection.Name)]
public sealed class PluginServingTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_plugin_serves_every_kind_of_endpoint()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        host.Status("test.sample").Reason.Should().BeNull();
        host.Status("test.sample").State.Should().Be(PluginState.Active);
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");
        (await host.Client.GetStringAsync("/api/sample/record/ada")).Should().Be("""{"name":"ada","version":"1.0.0","number":42}""");
        (await host.Client.GetStringAsync("/api/sample/greeting/ada")).Should().Be("hello ada from Owner");
        (await host.Client.GetStringAsync("/api/sample/parsed/3-4?limit=5")).Should().Be("3+4 limit 5");
        (await host.Client.GetStringAsync("/api/sample/stream?events=2&ms=1")).Should().Be("data: 1.0.0 0\n\ndata: 1.0.0 1\n\n");
        (await host.Client.GetStringAsync("/api/sample/tools")).Should().Be("""["sample_tool","sample"]""");
        (await host.Client.GetAsync("/api/sample/throws")).StatusCode.Should().Be(HttpStatusCode.Conflict);

        using HttpResponseMessage echo = await host.Client.PostAsJsonAsync("/api/sample/echo", new { name = "x", version = "y", number = 1 });
        (await echo.Content.ReadAsStringAsync()).Should().Be("""{"name":"x","version":"y","number":1}""");
        using HttpResponseMessage broken = await host.Client.PostAsync("/api/sample/echo", new StringContent("{", null, "application/json"));
        broken.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_plugin_keeps_rows_of_two_tenants_apart()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        using HttpClient other = host.NewClient();
        other.DefaultRequestHeaders.Add("X-Tenant", Guid.CreateVersion7().ToString());

        using HttpResponseMessage added = await host.Client.PostAsJsonAsync("/api/sample/notes", new { name = "mine", version = "", number = 1 });
        JsonElement note = await added.Content.ReadFromJsonAsync<JsonElement>();
        string id = note.GetProperty("id").GetString()!;

        note.GetProperty("tenantId").GetGuid().Should().Be(WellKnown.DefaultTenantId);
        (await host.Client.GetFromJsonAsync<JsonElement>("/api/sample/notes")).GetArrayLength().Should().Be(1);
        (await host.Client.GetStringAsync("/api/sample/sql")).Should().Be("1");
        (await other.GetFromJsonAsync<JsonElement>("/api/sample/notes")).GetArrayLength().Should().Be(0);
        (await other.GetStringAsync("/api/sample/sql")).Should().Be("0");
        using HttpResponseMessage foreign = await other.PutAsJsonAsync($"/api/sample/notes/{id}", new { name = "theirs", version = "", number = 1 });
        foreign.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using HttpResponseMessage own = await host.Client.PutAsJsonAsync($"/api/sample/notes/{id}", new { name = "changed", version = "", number = 1 });
        own.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("on", 200)]
    [InlineData("off", 404)]
    [InlineData("paid", 402)]
    [InlineData("cloud", 404)]
    public async Task A_gated_endpoint_answers_by_its_feature(string feature, int status)
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        ((int)(await host.Client.GetAsync($"/api/sample/{feature}")).StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task A_disabled_plugin_is_gone_until_it_is_enabled_and_the_choice_survives_a_restart()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        await host.Runtime.DisableAsync("test.sample", CancellationToken.None);
        (await host.Client.GetAsync("/api/sample/text")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using (IExtensionLease<Coach> coaches = host.Service<IExtensions<Coach>>().Acquire())
        {
            coaches.Items.Should().BeEmpty();
        }

        await host.Runtime.StopAsync(CancellationToken.None);
        await host.Runtime.StartAsync(CancellationToken.None);
        host.Status("test.sample").State.Should().Be(PluginState.Disabled);

        await host.Runtime.EnableAsync("test.sample", CancellationToken.None);
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");
    }

    [Fact]
    public async Task An_event_reaches_its_handler_and_a_broken_one_does_not_reach_the_publisher()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        IEvents events = host.Service<IEvents>();

        await events.PublishAsync(new JournalImported(Guid.NewGuid(), Guid.NewGuid(), "good", 1, 0, DateTimeOffset.UnixEpoch));
        await events.PublishAsync(new JournalImported(Guid.NewGuid(), Guid.NewGuid(), "broken", 1, 0, DateTimeOffset.UnixEpoch));

        (await host.Client.GetStringAsync("/api/sample/state")).Should().StartWith("""{"started":true,"imports":2,""");
        host.Service<PluginFaults>().Of("test.sample")!.Message.Should().Be("The handler is broken.");
    }

    [Fact]
    public async Task A_run_handler_is_found_by_its_kind_as_long_as_its_plugin_is_active()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        await using (RunHandlerLease? lease = host.Runtime.AcquireRunHandler("sample.run"))
        {
            lease!.PluginId.Should().Be("test.sample");
            lease.Stopping.IsCancellationRequested.Should().BeFalse();
        }

        await host.Runtime.DisableAsync("test.sample", CancellationToken.None);
        host.Runtime.AcquireRunHandler("sample.run").Should().BeNull();
    }

    [Fact]
    public async Task The_web_module_of_an_installed_plugin_is_served_and_nothing_else_of_its_folder()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        host.Service<WebModules>().List().Should().Equal(new WebModule("test.sample", "Sample", "1.0.0", "/plugins/test.sample/1.0.0/web/sample.js"));
        using HttpResponseMessage module = await host.Client.GetAsync("/plugins/test.sample/1.0.0/web/sample.js");
        module.StatusCode.Should().Be(HttpStatusCode.OK);
        module.Headers.CacheControl!.ToString().Should().Contain("immutable");
        foreach (string path in (string[])["plugin.json", "AIWendy.Plugins.Sample.dll", "web/../plugin.json", "web/%2e%2e/plugin.json", "web/..%2fplugin.json", "web/absent.js"])
        {
            (await host.Client.GetAsync($"/plugins/test.sample/1.0.0/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }
    }
}
