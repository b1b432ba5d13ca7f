using System.Text.Json.Nodes;
using AIWendy.Sdk.Testing;
using Xunit;

namespace PositionSize.Tests;

public sealed class PositionSizeTests
{
    [Fact]
    public async Task The_coach_takes_the_size_from_the_calculator()
    {
        await using PluginTestHost host = await PluginTestHost.StartAsync();
        host.Model
            .Calls("position_size", new JsonObject { ["account"] = 10000, ["riskPercent"] = 1, ["entry"] = 100, ["stop"] = 98 })
            .Says("Fifty shares.");

        CoachAnswer answer = await host.AskAsync("risk-keeper", "How many shares may I buy?");

        Assert.Equal("Fifty shares.", answer.Text);
        JsonObject result = host.Model.Requests[^1]["messages"]!.AsArray().Select(message => message!.AsObject()).Last(message => (string?)message["role"] == "tool");
        Assert.Contains("\"units\":50", (string?)result["content"]);
        using HttpResponseMessage refused = await host.Anonymous.GetAsync("/api/position-size?account=1&riskPercent=1&entry=2&stop=1");
        Assert.Equal(401, (int)refused.StatusCode);
    }
}
