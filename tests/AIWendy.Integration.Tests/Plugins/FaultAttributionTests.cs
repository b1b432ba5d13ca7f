using System.Net;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>A fault is held against the plugin whose code it comes from, whatever it looks like and whatever it says.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FaultAttributionTests(PostgresFixture postgres) : IDisposable
{
    private static readonly string[] Shapes =
    [
        "plain", "own-type", "null-reference", "misleading", "after-await", "nested-async", "aggregate", "task-wait", "task-from-exception",
        "bare-task", "type-initializer", "type-load", "missing-method", "target-invocation", "missing-service", "constructor-in-container",
        "missing-assembly", "in-framework", "callback-from-framework", "wrapped", "stack-lost", "divide",
    ];

    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Every_shape_of_exception_finds_its_plugin()
    {
        folders.AddSample("1.0.0");
        folders.AddRogue("shapes");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        PluginFaults faults = host.Service<PluginFaults>();
        int expected = 0;
        List<string> named = [];
        foreach (string shape in Shapes)
        {
            using HttpResponseMessage response = await host.Client.GetAsync("/api/test.rogue/" + shape);

            response.StatusCode.Should().Be(HttpStatusCode.InternalServerError, shape);
            faults.Of("test.rogue")!.Count.Should().Be(++expected, shape);
            faults.Of("test.sample").Should().BeNull(shape);
            if (FaultAttribution.OwnerOf(host.LastFault!) is { } owner)
            {
                owner.Should().Be("test.rogue", shape);
                named.Add(shape);
            }
        }

        named.Should().HaveCountGreaterThanOrEqualTo(19, "the stack alone names the plugin nearly always, even where nobody knows who was called");
        host.Status("test.rogue").State.Should().Be(PluginState.Active);
    }

    [Fact]
    public async Task A_fault_in_what_one_plugin_gives_to_another_is_the_givers()
    {
        folders.AddSample("1.0.0");
        folders.AddRogue("throw-in-tool");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);

        (await host.Client.GetStringAsync("/api/sample/tools")).Should().Be("""["sample_tool","sample"]""");

        host.Service<PluginFaults>().Of("test.rogue").Should().Match<PluginFault>(fault => fault.Where == "creating a contribution to ICoachTool" && fault.Message == "The tool is broken.");
        host.Service<PluginFaults>().Of("test.sample").Should().BeNull();
    }
}
