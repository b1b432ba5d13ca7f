using System.Diagnostics;
using System.Net;
using AIWendy.Host.Commands;
using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Host.Jobs;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>Every rogue at the same time, on a host that goes on as if nothing were the matter.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RogueSuiteTests(PostgresFixture postgres) : IDisposable
{
    private static readonly (string Behaviour, PluginState State, string Reason)[] AtStart =
    [
        ("throw-in-constructor", PluginState.Faulted, "The plugin's constructor failed: The constructor is broken."),
        ("hang-in-constructor", PluginState.Faulted, "Configure did not return within 8 s."),
        ("throw-in-configure", PluginState.Faulted, "Configure failed: Configure is broken."),
        ("hang-in-configure", PluginState.Faulted, "Configure did not return within 8 s."),
        ("throw-in-start", PluginState.Faulted, "StartAsync failed: The start is broken."),
        ("hang-in-start", PluginState.Faulted, "StartAsync did not end within 0.4 s."),
        ("sick", PluginState.Faulted, "It is not healthy: The disk is full."),
        ("throw-in-health", PluginState.Faulted, "It is not healthy: A health check failed: The check is broken."),
        ("hang-in-health", PluginState.Faulted, "It is not healthy: A health check did not end within 0.4 s."),
        ("bad-migration", PluginState.Faulted, "A migration failed: *no_such_function*"),
        ("half-migration", PluginState.Faulted, "A migration failed: *no_such_function*"),
        ("hang-in-migration", PluginState.Faulted, "A migration did not end within 3 s."),
        ("missing-service", PluginState.Faulted, "Building the services failed: *"),
        ("open-endpoint", PluginState.Incompatible, "*states neither RequirePermission nor AllowPublic."),
        ("no-json", PluginState.Incompatible, "*reads or writes Undescribed, for which the plugin has no generated JSON metadata;*"),
        ("steal-host-route", PluginState.Incompatible, "The endpoint GET /api/admin/plugins is taken by the host."),
        ("thousand-endpoints", PluginState.Active, "none"),
        ("own-npgsql", PluginState.Active, "none"),
    ];

    private static readonly (string Behaviour, PluginState State, string Reason)[] AtWork =
    [
        ("throw-in-job", PluginState.Active, "the job break: The job is broken. It is left out for a while."),
        ("hang-in-job", PluginState.Active, "the job break: It did not end within 0.5 s. It is left out for a while."),
        ("loop-in-job", PluginState.Active, "the job break: It did not end within 0.5 s. It is left out for a while."),
        ("throw-on-thread", PluginState.Faulted, "Taken out after 3 faults within 10 min, the last one in work on a thread of its own: The thread is broken."),
        ("throw-in-async-void", PluginState.Active, "work on a thread of its own: Nobody waits for this."),
        ("throw-in-event", PluginState.Active, "handling JournalImported: The handler is broken."),
        ("hang-in-event", PluginState.Active, "handling JournalImported: It did not end within 0.3 s. It is left out for a while."),
        ("throw-in-endpoint", PluginState.Active, "the endpoint GET /api/*/throw: The endpoint is broken."),
    ];

    private static readonly (string Behaviour, string Where)[] AtTheEnd =
    [
        ("throw-in-stop", "StopAsync"),
        ("hang-in-stop", "StopAsync"),
        ("throw-in-dispose", "disposing its services"),
        ("hang-in-dispose", "disposing its services"),
    ];

    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task All_rogues_at_once_are_named_and_nobody_else_notices()
    {
        folders.AddSample("1.0.0");
        string[] behaviours = [.. AtStart.Select(rogue => rogue.Behaviour), .. AtWork.Select(rogue => rogue.Behaviour), .. AtTheEnd.Select(rogue => rogue.Behaviour), "hang-in-endpoint"];
        Dictionary<string, string> ids = behaviours.ToDictionary(behaviour => behaviour, folders.AddRogueOfItsOwn);
        folders.AddOldNpgsql(ids["own-npgsql"]);
        AddBrokenFolders();
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, Impatient, Jobs);
        await using Bystander bystander = new(host);
        foreach (IStartupStep step in host.Service<IEnumerable<IStartupStep>>())
        {
            await step.StartAsync(CancellationToken.None);
        }

        try
        {
            ExpectAtStart(host, ids);
            await bystander.AskAllAsync();
            await WorkAsync(host, ids);
            await bystander.AskAllAsync();
            await ExpectAtWorkAsync(host, ids);
            await bystander.AskAllAsync();
            await ExpectAtTheEndAsync(host, ids);
            await bystander.AskAllAsync();
            (await host.Client.GetStringAsync("/healthz/ready")).Should().Contain("degraded");
        }
        finally
        {
            await host.Service<JobScheduler>().StopAsync(CancellationToken.None);
        }

        await bystander.DisposeAsync();
        bystander.Failures.Should().BeEmpty();
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");
    }

    private static PluginRuntimeOptions Impatient(PluginRuntimeOptions options) => options with
    {
        ConfigureLimit = TimeSpan.FromSeconds(8),
        MigrationLimit = TimeSpan.FromSeconds(3),
        StartLimit = TimeSpan.FromMilliseconds(400),
        HealthLimit = TimeSpan.FromMilliseconds(400),
        EventLimit = TimeSpan.FromMilliseconds(300),
        DrainLimit = TimeSpan.FromMilliseconds(500),
    };

    private static void Jobs(IServiceCollection services)
    {
        services.AddSingleton(new FaultLimits { Faults = 3, FirstRetry = TimeSpan.FromMinutes(5) });
        services.AddSingleton(new JobLimits { Execution = TimeSpan.FromMilliseconds(500), CheckIn = TimeSpan.FromSeconds(1) });
        services.AddBackgroundJobs();
    }

    private static void ExpectAtStart(PluginHost host, Dictionary<string, string> ids)
    {
        foreach ((string behaviour, PluginState state, string reason) in AtStart)
        {
            PluginStatus status = host.Status(ids[behaviour]);
            (status.Reason ?? "none").Should().Match(reason, behaviour);
            status.State.Should().Be(state, behaviour);
            PluginFault? fault = host.Service<PluginFaults>().Of(ids[behaviour]);
            if (state == PluginState.Active)
            {
                fault.Should().BeNull(behaviour);
            }
            else
            {
                PluginAdvice.Of("id", "faulted", status.Reason!).Should().NotBe(PluginAdvice.General("id", "faulted"), "{0} has advice of its own", behaviour);
                fault!.Kind.Should().Be(state == PluginState.Incompatible ? PluginFaultKind.Incompatible : PluginFaultKind.Faulted, behaviour);
                fault.RetryAt.HasValue.Should().Be(state == PluginState.Faulted, behaviour);
            }
        }

        host.Status("test.future").Reason.Should().StartWith("Needs the SDK in [2.0,3.0)");
        host.Status("test.lonely").State.Should().Be(PluginState.Waiting);
        host.Status("test.ring-a").Reason.Should().StartWith("The dependencies form a circle");
        host.Status("test.damaged").Reason.Should().Be("Plugin.dll is damaged or no .NET assembly.");
        host.Status("test.twice").Reason.Should().Be("The folders test.twice-a/1.0.0 and test.twice-b/1.0.0 both hold the plugin test.twice 1.0.0.");

        PluginFault thrown = host.Service<PluginFaults>().Of(ids["throw-in-start"])!;
        thrown.Where.Should().Be("StartAsync");
        thrown.Stack.Should().Contain("RogueStartup.StartAsync");
        thrown.Log.Should().ContainSingle(line => line.Contains("password=*** and throw-in-start", StringComparison.Ordinal));
    }

    private static async Task WorkAsync(PluginHost host, Dictionary<string, string> ids)
    {
        (await host.Client.GetStringAsync($"/api/{ids["thousand-endpoints"]}/999")).Should().EndWith("/999");
        (await host.Client.GetStringAsync($"/api/{ids["own-npgsql"]}")).Should().NotContain(ids["own-npgsql"], "a copy of a shared library is never loaded");
        await host.Service<IEvents>().PublishAsync(new JournalImported(Guid.NewGuid(), Guid.NewGuid(), "good", 1, 0, DateTimeOffset.UnixEpoch));

        using HttpClient impatient = host.NewClient();
        impatient.Timeout = TimeSpan.FromMilliseconds(300);
        string hanging = $"/api/{ids["hang-in-endpoint"]}/hang";
        Func<Task> hang = () => impatient.GetAsync(hanging);
        await hang.Should().ThrowAsync<TaskCanceledException>();

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, token) =>
        {
            using HttpResponseMessage response = await host.Client.GetAsync($"/api/{ids["throw-in-endpoint"]}/throw", token);
            response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        });
        (await host.Client.GetStringAsync($"/api/{ids["throw-in-endpoint"]}/well")).Should().Be("well");
        host.Service<PluginFaults>().Of(ids["throw-in-endpoint"])!.Count.Should().Be(1000);
    }

    private static async Task ExpectAtWorkAsync(PluginHost host, Dictionary<string, string> ids)
    {
        PluginFaults faults = host.Service<PluginFaults>();
        foreach ((string behaviour, PluginState state, string reason) in AtWork)
        {
            string id = ids[behaviour];
            bool isPatient = behaviour == "throw-in-job";
            await SoonAsync(() => host.Status(id).State == state && faults.Of(id) is { } fault && (!isPatient || fault.RetryAt is not null));
            host.Status(id).State.Should().Be(state, "{0}: {1}", behaviour, faults.Of(id));
            PluginFault known = faults.Of(id)!;
            (state == PluginState.Faulted ? host.Status(id).Reason : $"{known.Where}: {known.Message}").Should().Match(reason, behaviour);
            known.Stack.Should().NotBeNull(behaviour);
            if (behaviour.EndsWith("-job", StringComparison.Ordinal))
            {
                known.RetryAt.Should().NotBeNull(behaviour);
                (await host.Client.GetStringAsync("/api/" + id)).Should().Be("still here", "a job that fails costs its plugin nothing else");
            }
        }

        await using NpgsqlCommand half = host.Service<IHostDatabase>().Owner.CreateCommand("select to_regclass('public.half_done') is null");
        (await half.ExecuteScalarAsync()).Should().Be(true, "a migration that fails half-way leaves nothing");

        faults.Of(ids["throw-in-event"])!.Where.Should().Be("handling JournalImported");
        faults.LostCallsOf(ids["loop-in-job"]).Should().Be(1);
        faults.LostCalls.Should().BeGreaterThan(5);
        faults.Of("test.sample").Should().BeNull();
    }

    private static async Task SoonAsync(Func<bool> condition)
    {
        for (long started = Stopwatch.GetTimestamp(); !condition() && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(15);)
        {
            await Task.Delay(20);
        }
    }

    private static async Task ExpectAtTheEndAsync(PluginHost host, Dictionary<string, string> ids)
    {
        foreach ((string behaviour, string where) in AtTheEnd)
        {
            await host.Runtime.DisableAsync(ids[behaviour], CancellationToken.None);

            host.Status(ids[behaviour]).State.Should().Be(PluginState.Disabled, behaviour);
            await Eventually.Async(() => host.Service<PluginFaults>().Of(ids[behaviour])?.Where == where);
        }
    }

    private void AddBrokenFolders()
    {
        folders.AddManifest("test.future", sdk: "[2.0,3.0)");
        folders.AddManifest("test.lonely", dependsOn: ("test.nobody", "[1.0,2.0)"));
        folders.AddManifest("test.ring-a", dependsOn: ("test.ring-b", "[1.0,2.0)"));
        folders.AddManifest("test.ring-b", dependsOn: ("test.ring-a", "[1.0,2.0)"));
        folders.AddManifest("test.damaged");
        foreach (string twin in (string[])["test.twice-a", "test.twice-b"])
        {
            folders.AddManifest("test.twice");
            Directory.Move(Path.Combine(folders.Installed, "test.twice"), Path.Combine(folders.Installed, twin));
        }
    }
}
