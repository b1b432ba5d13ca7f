using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>What was taken out, left out or missed comes back by itself where that makes sense, and only there.</summary>
[Collection(PostgresCollection.Name)]
public sealed class RecoveryTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_faulted_plugin_is_tried_again_and_takes_its_dependants_with_it()
    {
        string sick = folders.AddRogue("sick");
        string dependant = folders.AddRogueOfItsOwn("well-behaved", ("test.rogue", "[1.0,2.0)"));
        await using PluginHost host = await StartAsync();
        host.Status("test.rogue").State.Should().Be(PluginState.Faulted);
        host.Status(dependant).Should().Match<PluginStatus>(status => status.State == PluginState.Waiting && status.Reason == "Waits for test.rogue, which did not start.");
        host.Service<PluginFaults>().Of(dependant)!.Kind.Should().Be(PluginFaultKind.Waiting);

        await Eventually.Async(() => host.Service<PluginFaults>().Of("test.rogue") is { RetryAt: not null });
        await File.WriteAllTextAsync(Path.Combine(sick, "behaviour.txt"), "well-behaved");

        await Eventually.Async(() => host.Status("test.rogue").State == PluginState.Active && host.Status(dependant).State == PluginState.Active, 20);
        host.Service<PluginFaults>().Of("test.rogue").Should().BeNull();
        host.Service<PluginFaults>().Of(dependant).Should().BeNull();
    }

    [Fact]
    public async Task A_plugin_that_waits_starts_when_its_dependency_is_put_into_the_folder()
    {
        string waiting = folders.AddRogueOfItsOwn("well-behaved", ("test.sample", "[1.0,2.0)"));
        await using PluginHost host = await StartAsync();
        host.Service<PluginFaults>().Of(waiting).Should().Match<PluginFault>(fault => fault.Kind == PluginFaultKind.Waiting && fault.Message == "Waits for test.sample, which is not installed.");

        folders.AddSample("1.0.0");

        await Eventually.Async(() => host.Status(waiting).State == PluginState.Active, 20);
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");
    }

    [Fact]
    public async Task What_does_not_fit_is_not_tried_again()
    {
        folders.AddRogue("open-endpoint");
        await using PluginHost host = await StartAsync();

        host.Service<PluginFaults>().Of("test.rogue").Should().Match<PluginFault>(fault => fault.Kind == PluginFaultKind.Incompatible && fault.RetryAt == null);
    }

    [Fact]
    public async Task A_plugin_whose_start_ended_the_process_is_started_alone_and_after_three_times_not_at_all()
    {
        folders.AddSample("1.0.0");
        folders.AddRogue("well-behaved");
        await using PluginHost host = await StartAsync();
        CrashMarks marks = host.Service<CrashMarks>();
        marks.CrashesOf("test.rogue", "1.0.0").Should().Be(0, "its start ended well");

        marks.Begin("test.rogue", "1.0.0");
        await RestartAsync(host);
        host.Status("test.rogue").State.Should().Be(PluginState.Active);
        marks.CrashesOf("test.rogue", "1.0.0").Should().Be(0);

        for (int crash = 0; crash < 3; crash++)
        {
            marks.Begin("test.rogue", "1.0.0");
        }

        await RestartAsync(host);
        host.Status("test.rogue").Should().Match<PluginStatus>(status =>
            status.State == PluginState.Faulted && status.Reason == "Left out because the host ended 3 times while it started. Try it again when the cause is gone.");
        host.Service<PluginFaults>().Of("test.rogue")!.RetryAt.Should().BeNull();
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");

        (await host.Runtime.EnableAsync("test.rogue", CancellationToken.None)).State.Should().Be(PluginState.Active);
        await RestartAsync(host);
        host.Status("test.rogue").State.Should().Be(PluginState.Active);
    }

    [Fact]
    public async Task Crashes_of_another_version_are_not_held_against_a_new_one()
    {
        folders.AddRogue("well-behaved", "1.1.0");
        await using PluginHost host = await StartAsync();
        CrashMarks marks = host.Service<CrashMarks>();
        for (int crash = 0; crash < 5; crash++)
        {
            marks.Begin("test.rogue", "1.0.0");
        }

        await RestartAsync(host);

        host.Status("test.rogue").State.Should().Be(PluginState.Active);
    }

    [Fact]
    public async Task The_environment_switches_plugins_off_and_says_so()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, options => options with { Disabled = new HashSet<string> { "test.sample" } });

        PluginStatus status = await host.Runtime.EnableAsync("test.sample", CancellationToken.None);

        status.Should().Match<PluginStatus>(plugin => plugin.State == PluginState.Disabled && plugin.Reason == "Switched off by AIWENDY_DISABLE_PLUGINS.");
    }

    [Theory]
    [InlineData("static-event", "*It is kept by the event System.AppDomain.ProcessExit (handler RogueStartup.OnExit).")]
    [InlineData("timer", "*It is kept by a timer (callback RogueStartup.OnTimer).")]
    public async Task A_version_that_stays_in_memory_is_reported_with_what_keeps_it(string behaviour, string message)
    {
        folders.AddRogue(behaviour);
        await using PluginHost host = await StartAsync();
        host.Status("test.rogue").State.Should().Be(PluginState.Active);

        await host.Runtime.DisableAsync("test.rogue", CancellationToken.None);

        await Eventually.Async(() => host.Service<PluginFaults>().Of("test.rogue") is not null, 20);
        host.Service<PluginFaults>().Of("test.rogue").Should().Match<PluginFault>(fault => fault.Where == "unloading");
        host.Service<PluginFaults>().Of("test.rogue")!.Message.Should().Match(message).And.StartWith("Version 1.0.0 is still in memory 1 s after it was taken down.");
    }

    private static async Task RestartAsync(PluginHost host)
    {
        await host.Runtime.StopAsync(CancellationToken.None);
        await host.Runtime.StartAsync(CancellationToken.None);
    }

    private Task<PluginHost> StartAsync() => PluginHost.StartAsync(postgres, folders, services: services => services.AddSingleton(new FaultLimits
    {
        FirstRetry = TimeSpan.FromMilliseconds(300),
        LongestRetry = TimeSpan.FromSeconds(1),
        LeakPatience = TimeSpan.FromSeconds(1),
    }));
}
