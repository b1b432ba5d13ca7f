using System.Text.Json.Nodes;
using AIWendy.Samples.Tests.Hosting;
using AIWendy.Samples.Tests.Outsider;

namespace AIWendy.Samples.Tests;

/// <summary>
/// Packages that were built against an earlier version of the SDK, as they were then, install and work. They lie in
/// <c>Baselines</c> and are never built again.
/// </summary>
[Collection(SampleCollection.Name)]
public sealed class BaselineTests(SampleHost host)
{
    [Fact]
    public async Task A_coach_with_a_tool_an_endpoint_and_a_page_built_against_1_0_0_still_works()
    {
        const string Id = "org.example.position-size";
        await host.InstallFileAsync(Baseline(Id), allowUnsigned: Id);

        ((decimal)(await host.GetAsync("/api/position-size?account=10000&riskPercent=1&entry=100&stop=98"))["units"]!).Should().Be(50);
        (await host.GetAsync("/api/coaches")).ToJsonString().Should().Contain("risk-keeper");
        (await host.GetAsync("/api/ui/plugins")).ToJsonString().Should().Contain(Id);
        await host.RemoveAsync(Id);
    }

    [Fact]
    public async Task A_listener_with_a_job_and_settings_built_against_1_0_0_still_works()
    {
        const string Id = "org.example.webhook";
        await using Receiver receiver = await Receiver.StartAsync();
        await host.InstallFileAsync(Baseline(Id), allowUnsigned: Id);
        await host.JsonAsync(HttpMethod.Put, $"/api/plugins/{Id}/settings", new { address = receiver.Address });

        JsonNode import = await host.ImportAsync("Date,Time,Symbol,Quantity,Price,Side\n2026-04-02,10:00:00,DEF,10,20.00,B\n2026-04-02,11:00:00,DEF,10,21.00,S\n", commit: true);

        ((string)(await receiver.NextAsync())["importId"]!).Should().Be((string)import["id"]!);
        await host.RemoveAsync(Id);
    }

    private static string Baseline(string id) => Repository.Path("tests", "AIWendy.Samples.Tests", "Baselines", $"{id}.sdk-1.0.0.aiwp");
}
