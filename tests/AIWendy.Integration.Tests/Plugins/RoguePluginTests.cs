using System.Net;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>Whatever a plugin does, the host and the other plugins serve, and the reason is one sentence.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RoguePluginTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_plugin_with_an_open_table_is_left_out_and_does_not_keep_the_host_from_starting()
    {
        folders.AddRogue("open-table");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        const string Reason = "Its tables do not keep tenants apart: test_rogue.open_to_all has no column tenant_id.";
        host.Status("test.rogue").Should().Match<PluginStatus>(plugin => plugin.State == PluginState.Incompatible && plugin.Reason == Reason);

        await host.Runtime.DisableAsync("test.rogue", CancellationToken.None);
        PluginStatus again = await host.Runtime.EnableAsync("test.rogue", CancellationToken.None);
        again.Reason.Should().Be(Reason, "the migration does not run a second time, and the table is still open");

        CatalogueStep step = new((HostDatabase)host.Service<IHostDatabase>(), NullLogger<CatalogueStep>.Instance);
        await step.Invoking(start => start.StartAsync(CancellationToken.None)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task No_behaviour_of_one_plugin_disturbs_another()
    {
        folders.AddSample("1.0.0");
        folders.AddRogue("well-behaved");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, options => options with
        {
            ConfigureLimit = TimeSpan.FromSeconds(2),
            StartLimit = TimeSpan.FromMilliseconds(500),
            HealthLimit = TimeSpan.FromMilliseconds(300),
            MigrationLimit = TimeSpan.FromSeconds(2),
        });
        await using Bystander bystander = new(host);
        host.Status("test.rogue").State.Should().Be(PluginState.Active);

        (string Behaviour, PluginState State, string Reason)[] cases =
        [
            ("throw-in-constructor", PluginState.Faulted, "*The constructor is broken.*"),
            ("hang-in-constructor", PluginState.Faulted, "Configure did not return within 2 s."),
            ("throw-in-configure", PluginState.Faulted, "Configure failed: Configure is broken."),
            ("hang-in-configure", PluginState.Faulted, "Configure did not return within 2 s."),
            ("throw-in-start", PluginState.Faulted, "StartAsync failed: The start is broken."),
            ("hang-in-start", PluginState.Faulted, "StartAsync did not end within 0.5 s."),
            ("sick", PluginState.Faulted, "It is not healthy: The disk is full."),
            ("throw-in-health", PluginState.Faulted, "It is not healthy: A health check failed: The check is broken."),
            ("hang-in-health", PluginState.Faulted, "It is not healthy: A health check did not end within 0.3 s."),
            ("missing-service", PluginState.Faulted, "Building the services failed: *"),
            ("open-endpoint", PluginState.Incompatible, "The endpoint /api/test.rogue states neither RequirePermission nor AllowPublic."),
            ("steal-route", PluginState.Incompatible, "The endpoint GET /api/sample/text is taken by test.sample."),
            ("steal-host-route", PluginState.Incompatible, "The endpoint GET /api/admin/plugins is taken by the host."),
            ("foreign-permission", PluginState.Faulted, "Configure failed: \"journal.read\" is no valid name of a permission.*"),
            ("own-contract", PluginState.Faulted, "Configure failed: NeedsNobody is the plugin's own type; only contracts of the SDK can be shared.*"),
            ("no-json", PluginState.Incompatible, "The endpoint GET /api/test.rogue reads or writes Undescribed, for which the plugin has no generated JSON metadata; *AddJson."),
            ("no-json-union", PluginState.Incompatible, "The endpoint GET /api/test.rogue reads or writes List<Undescribed>, for which*"),
            ("no-json-stream", PluginState.Incompatible, "The endpoint GET /api/test.rogue reads or writes IAsyncEnumerable<Undescribed>, for which*"),
            ("no-json-body", PluginState.Incompatible, "The endpoint POST /api/test.rogue reads or writes *Undescribed*"),
            ("bad-migration", PluginState.Faulted, "A migration failed: *no_such_function*"),
            ("half-migration", PluginState.Faulted, "A migration failed: *no_such_function*"),
            ("hang-in-migration", PluginState.Faulted, "A migration did not end within 2 s."),
        ];
        await host.Runtime.DisableAsync("test.rogue", CancellationToken.None);
        string folder = Path.Combine(folders.Installed, "test.rogue", "1.0.0");
        foreach ((string behaviour, PluginState state, string reason) in cases)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "behaviour.txt"), behaviour);
            PluginStatus status = await host.Runtime.EnableAsync("test.rogue", CancellationToken.None);

            status.Reason.Should().Match(reason, behaviour);
            status.State.Should().Be(state, behaviour);
            (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0", behaviour);
            await bystander.AskAllAsync();
        }

        foreach (string behaviour in (string[])["throw-in-stop", "hang-in-stop", "throw-in-dispose", "hang-in-dispose", "well-behaved"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "behaviour.txt"), behaviour);
            (await host.Runtime.EnableAsync("test.rogue", CancellationToken.None)).State.Should().Be(PluginState.Active, behaviour);
            (await host.Runtime.DisableAsync("test.rogue", CancellationToken.None)).State.Should().Be(PluginState.Disabled, behaviour);
        }

        await bystander.DisposeAsync();
        bystander.Failures.Should().BeEmpty("nobody else notices any of them");
        bystander.Requests.Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task A_hanging_plugin_does_not_hold_up_the_others()
    {
        folders.AddSample("1.0.0");
        folders.AddRogue("hang-in-configure");
        Task<PluginHost> starting = PluginHost.StartAsync(postgres, folders, options => options with { ConfigureLimit = TimeSpan.FromSeconds(4) });
        await using PluginHost host = await starting;

        host.Status("test.sample").State.Should().Be(PluginState.Active);
        host.Status("test.rogue").Should().Match<PluginStatus>(status => status.State == PluginState.Faulted && status.Reason == "Configure did not return within 4 s.");
    }

    [Fact]
    public async Task A_flood_of_requests_that_block_their_threads_takes_only_their_plugin_away()
    {
        folders.AddSample("1.0.0");
        string rogue = folders.AddRogue("hang-in-endpoint");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, options => options with { DrainLimit = TimeSpan.FromSeconds(1) });
        await using Bystander bystander = new(host);
        using HttpClient flood = host.NewClient();
        using CancellationTokenSource stop = new();
        List<Task<HttpResponseMessage>> requests = [.. Enumerable.Range(0, 60).Select(_ => flood.GetAsync("/api/test.rogue/hang", stop.Token))];

        await Eventually.Async(() => host.Service<PluginFaults>().Of("test.rogue") is { } fault && fault.Message.EndsWith("further ones are refused until one does.", StringComparison.Ordinal), 20);

        using HttpResponseMessage refused = await flood.GetAsync("/api/test.rogue/hang", stop.Token);
        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        int before = bystander.Requests;
        await Eventually.Async(() => bystander.Requests > before + 50);
        await bystander.DisposeAsync();
        bystander.Failures.Should().BeEmpty();
        bystander.Slowest.Should().BeLessThan(TimeSpan.FromSeconds(8), "threads are added before everybody has to wait for them");
        host.Status("test.rogue").State.Should().Be(PluginState.Active);

        // Ends the requests that hang.
        Directory.Move(Path.GetDirectoryName(rogue)!, Path.Combine(folders.Web, "test.rogue"));
        await Task.WhenAll(requests);
        using HttpResponseMessage late = await flood.GetAsync("/api/test.rogue/hang", stop.Token);
        late.StatusCode.Should().Be(HttpStatusCode.OK, "it serves again when its threads come back");
    }

    [Fact]
    public async Task Manifests_that_do_not_fit_are_set_aside_with_their_reasons()
    {
        folders.AddSample("1.0.0");
        folders.AddManifest("test.future", sdk: "[2.0,3.0)");
        folders.AddManifest("test.lonely", dependsOn: ("test.nobody", "[1.0,2.0)"));
        folders.AddManifest("test.picky", dependsOn: ("test.sample", "[2.0,3.0)"));
        folders.AddManifest("test.ring-a", dependsOn: ("test.ring-b", "[1.0,2.0)"));
        folders.AddManifest("test.ring-b", dependsOn: ("test.ring-a", "[1.0,2.0)"));
        folders.AddManifest("test.behind", dependsOn: ("test.future", "[1.0,2.0)"));
        folders.AddManifest("test.damaged");
        Directory.CreateDirectory(Path.Combine(folders.Installed, "test.empty", "1.0.0"));
        Directory.Move(folders.AddManifest("test.twice"), Path.Combine(folders.BuiltIn, "one"));
        Directory.Move(folders.AddManifest("test.twice"), Path.Combine(folders.BuiltIn, "two"));
        Directory.Delete(Path.Combine(folders.Installed, "test.twice"));
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        Expect("test.sample", PluginState.Active, null);
        Expect("test.future", PluginState.Incompatible, "Needs the SDK in [2.0,3.0), but this host offers 1.0.0.");
        Expect("test.lonely", PluginState.Waiting, "Waits for test.nobody, which is not installed.");
        Expect("test.picky", PluginState.Waiting, "Needs test.sample in [2.0,3.0), but 1.0.0 is installed.");
        Expect("test.ring-a", PluginState.Incompatible, "The dependencies form a circle: test.ring-a -> test.ring-b -> test.ring-a.");
        Expect("test.ring-b", PluginState.Incompatible, "The dependencies form a circle: test.ring-b -> test.ring-a -> test.ring-b.");
        Expect("test.behind", PluginState.Waiting, "Waits for test.future, which can not start.");
        Expect("test.damaged", PluginState.Incompatible, "Plugin.dll is damaged or no .NET assembly.");
        Expect("test.twice", PluginState.Incompatible, "The folders one and two both hold the plugin test.twice.");
        Expect("test.empty", PluginState.Incompatible, "The folder holds no plugin.json.");

        void Expect(string id, PluginState state, string? reason) =>
            host.Status(id).Should().Match<PluginStatus>(status => status.State == state && status.Reason == reason, id);
    }

    [Fact]
    public async Task Safe_mode_leaves_installed_plugins_alone()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, options => options with { SafeMode = true });

        host.Runtime.Plugins.Should().BeEmpty();
    }

    [Fact]
    public async Task What_depends_on_a_disabled_plugin_waits_and_comes_back_with_it()
    {
        folders.AddSample("1.0.0");
        string rogue = folders.Add("rogue", "test.rogue", "1.0.0", manifest => manifest["dependsOn"] = new System.Text.Json.Nodes.JsonObject { ["test.sample"] = "[1.0,2.0)" });
        await File.WriteAllTextAsync(Path.Combine(rogue, "behaviour.txt"), "well-behaved");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        host.Status("test.rogue").State.Should().Be(PluginState.Active);

        await host.Runtime.DisableAsync("test.sample", CancellationToken.None);
        host.Status("test.rogue").Should().Match<PluginStatus>(status => status.State == PluginState.Waiting && status.Reason == "Waits for test.sample, which is switched off.");

        await host.Runtime.EnableAsync("test.sample", CancellationToken.None);
        host.Status("test.rogue").State.Should().Be(PluginState.Active);

        Func<Task> replace = () => host.Runtime.ReplaceAsync(folders.AddSample("2.0.0"), CancellationToken.None);
        (await replace.Should().ThrowAsync<PluginRefusedException>()).WithMessage("test.rogue would stop: Needs test.sample in [1.0,2.0), but 2.0.0 is installed.");
    }
}
