using AIWendy.Sdk.Testing;
using Xunit;

namespace MyCoach.Tests;

public sealed class MyCoachTests
{
    [Fact]
    public async Task The_coach_answers_with_its_prompt()
    {
        await using PluginTestHost host = await PluginTestHost.StartAsync();
        host.Model.Says("What did you do just before you broke it?");

        CoachAnswer answer = await host.AskAsync("kebab-name", "I broke my rule again");

        Assert.Equal("What did you do just before you broke it?", answer.Text);
        Assert.Contains("You ask before you answer", host.Model.Instructions);
    }
}
