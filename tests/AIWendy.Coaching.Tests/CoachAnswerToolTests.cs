using System.Text.Json;
using AIWendy.Coaching.Tests.Fakes;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.AI;

namespace AIWendy.Coaching.Tests;

public sealed class CoachAnswerToolTests
{
    [Fact]
    public async Task A_tool_call_runs_the_tool_and_its_result_goes_back_to_the_model()
    {
        FakeTool tool = FakeTool.Statistics();
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextContent("Let me look."), ScriptedChatClient.Call()),
            ScriptedChatClient.Says(new TextContent("You lost [−$2,594.68](evidence:net_pnl) in all, for example [T-0194](trade:0192f000-0000-7000-8000-0000000000aa).")));
        AnswerBench bench = new(client, [tool]);

        await bench.ExecuteAsync();

        tool.Calls.Single().GetRawText().Should().Be("""{"symbol":"MNQ","limit":5,"nested":[1]}""");
        IReadOnlyList<ChatMessage> second = client.Requests[1];
        second[^1].Role.Should().Be(ChatRole.Tool);
        FunctionResultContent result = second[^1].Contents.OfType<FunctionResultContent>().Single();
        result.CallId.Should().Be("c1");
        result.Result.Should().BeOfType<string>().Which.Should().Contain("-2594.68");
        second[^2].Contents.OfType<FunctionCallContent>().Single().CallId.Should().Be("c1");

        bench.Run.Of("tool").Select(step => (string?)step["status"]).Should().Equal("running", "done");
        bench.Run.Of("tool").First()["title"]!.GetValue<string>().Should().Be("Reads your statistics");
        bench.Run.Of("evidence").Single()["figures"]![0]!["value"]!.GetValue<decimal>().Should().Be(-2594.68m);
        bench.Store.Saved.Text.Should().StartWith("Let me look.\n\nYou lost");
        Evidence.Parse(bench.Store.Saved.Evidence).Unbacked.Should().BeEmpty();
        Evidence.Parse(bench.Store.Saved.Evidence).Trades.Should().ContainSingle();
        bench.Store.Saves.Should().Be(2, "progress is stored after each round of tools");
    }

    [Fact]
    public async Task Titles_and_labels_follow_the_language_of_the_user()
    {
        ScriptedChatClient client = new(ScriptedChatClient.Says(ChatFinishReason.ToolCalls, ScriptedChatClient.Call()), ScriptedChatClient.Says(new TextContent("好。")));
        AnswerBench bench = new(client, [FakeTool.Statistics()]) { Run = new FakeRun("zh-CN") };

        await bench.ExecuteAsync();

        bench.Run.Of("tool").First()["title"]!.GetValue<string>().Should().Be("读取你的统计");
        bench.Run.Of("evidence").Single()["figures"]![0]!["label"]!.GetValue<string>().Should().Be("净盈亏");
        client.Requests[0][0].Text.Should().StartWith("你是 wendy。").And.Contain("高于一切的规则");
        client.Options[0]!.AdditionalProperties!["language"].Should().Be("zh-CN");
        client.Options[0]!.AdditionalProperties!["coach"].Should().Be("wendy");
        client.Options[0]!.AdditionalProperties!["style"].Should().Be("analytical");
        client.Options[0]!.AdditionalProperties!["conversationId"].Should().Be(AnswerInput.Parse(bench.Run.Input).ConversationId.ToString());
    }

    [Fact]
    public async Task The_time_of_thinking_ends_with_the_first_word_and_leaves_tools_out()
    {
        SteppedTime time = new();
        FakeTool tool = new("journal_statistics", (_, _) =>
        {
            time.Advance(TimeSpan.FromMinutes(5));
            return Task.FromResult(new CoachToolResult("{}"));
        });
        ScriptedChatClient client = new((_, _) => Think(ScriptedChatClient.Call()), (_, _) => Think(new TextContent("Two losses.")));
        AnswerBench bench = new(client, [tool]) { Time = time };

        await bench.ExecuteAsync();

        bench.Store.Saved.ThoughtMs.Should().Be(4000);

        async IAsyncEnumerable<ChatResponseUpdate> Think(AIContent then)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new TextReasoningContent("Let me see.")]);
            await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(2));
            yield return new ChatResponseUpdate(ChatRole.Assistant, [then]);
            time.Advance(TimeSpan.FromSeconds(7));
        }
    }

    [Fact]
    public async Task A_coach_is_offered_only_tools_within_its_scope_and_can_not_call_others()
    {
        FakeTool notes = new("journal_notes", (_, _) => Task.FromResult(new CoachToolResult("{}")), DataScope.Notes);
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, ScriptedChatClient.Call("journal_notes")), ScriptedChatClient.Says(new TextContent("No notes.")));
        AnswerBench bench = new(client, [FakeTool.Statistics(), notes]);

        await bench.ExecuteAsync();

        client.Options[0]!.Tools!.Select(tool => tool.Name).Should().Equal("journal_statistics");
        notes.Calls.Should().BeEmpty();
        bench.Run.Of("tool").Last()["status"]!.GetValue<string>().Should().Be("failed");
        client.Requests[1][^1].Contents.OfType<FunctionResultContent>().Single().Result!.ToString().Should().Contain("unknown_tool");
    }

    [Fact]
    public async Task A_tool_that_throws_is_told_to_the_model_and_the_answer_goes_on()
    {
        FakeTool broken = new("journal_statistics", (_, _) => throw new InvalidOperationException("secret detail"));
        FakeTool refusing = new("journal_trades", (_, _) => throw new ProblemException(400, "bad_range", "The range is empty."));
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, ScriptedChatClient.Call(id: "a"), ScriptedChatClient.Call("journal_trades", "b")),
            ScriptedChatClient.Says(new TextContent("I could not look.")));
        AnswerBench bench = new(client, [broken, refusing]);

        await bench.ExecuteAsync();

        string[] results = [.. client.Requests[1][^1].Contents.OfType<FunctionResultContent>().Select(result => result.Result!.ToString()!)];
        results[0].Should().Contain("tool_failed").And.NotContain("secret detail");
        results[1].Should().Contain("bad_range").And.Contain("The range is empty.");
        bench.Store.Saved.Status.Should().Be(MessageStatus.Complete);
    }

    [Fact]
    public async Task After_six_rounds_of_tools_the_model_has_to_answer()
    {
        FakeTool tool = FakeTool.Statistics();
        ScriptedChatClient client = new((messages, token) => ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextContent("…"), ScriptedChatClient.Call())(messages, token));
        AnswerBench bench = new(client, [tool]);

        await bench.ExecuteAsync();

        tool.Calls.Should().HaveCount(AnswerLoop.MaxToolRounds);
        client.Requests.Should().HaveCount(AnswerLoop.MaxToolRounds + 1);
        client.Options[^1]!.ToolMode.Should().Be(ChatToolMode.None);
        bench.Store.Saved.Status.Should().Be(MessageStatus.Complete);
    }

    [Fact]
    public async Task Stopping_during_a_tool_ends_at_once_even_when_the_tool_does_not_listen()
    {
        TaskCompletionSource entered = new();
        TaskCompletionSource<CoachToolResult> never = new();
        FakeTool deaf = new("journal_statistics", (_, _) =>
        {
            entered.SetResult();
            return never.Task;
        });
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(ChatFinishReason.ToolCalls, ScriptedChatClient.Call())), [deaf]);
        using CancellationTokenSource stop = new();

        Task running = bench.ExecuteAsync(stop.Token);
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(10));
        bench.Run.StopReason = RunStopReason.Cancelled;
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));

        bench.Store.Saved.Status.Should().Be(MessageStatus.Stopped);
        JsonSerializer.Deserialize(bench.Store.Saved.Tools!, Plugins.Coaching.CoachingJsonContext.Default.IReadOnlyListToolStep)!
            .Single().Status.Should().Be("failed");
    }

    [Fact]
    public async Task Citations_that_no_tool_returned_are_marked()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("You win [61%](evidence:win_rate)."))));

        await bench.ExecuteAsync();

        Evidence.Parse(bench.Store.Saved.Evidence).Unbacked.Should().Equal("evidence:win_rate");
        bench.Run.Of("evidence").Single()["unbacked"]![0]!.GetValue<string>().Should().Be("evidence:win_rate");
    }

    [Fact]
    public async Task A_figure_of_an_earlier_answer_may_be_cited_and_is_stored_again()
    {
        Evidence earlier = new() { Figures = [new EvidenceFigure("win_rate", "Win rate", 61.2m, "percent", 80, null, null)] };
        AnswerBench bench = new(
            new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("As I said, [61.2%](evidence:win_rate)."))),
            history: [new Turn("How often do I win?", "In [61.2%](evidence:win_rate).", earlier)]);

        await bench.ExecuteAsync();

        Evidence saved = Evidence.Parse(bench.Store.Saved.Evidence);
        saved.Unbacked.Should().BeEmpty();
        saved.Figures.Should().ContainSingle().Which.Value.Should().Be(61.2m);
    }
}
