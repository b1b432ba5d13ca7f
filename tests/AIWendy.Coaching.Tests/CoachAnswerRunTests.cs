using AIWendy.Coaching.Tests.Fakes;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.AI;

namespace AIWendy.Coaching.Tests;

public sealed class CoachAnswerRunTests
{
    [Fact]
    public async Task Text_is_streamed_stored_and_finished()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(
            new TextContent("Hello "), new TextContent("there."),
            new UsageContent(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 4 }))));

        await bench.ExecuteAsync();

        bench.Run.Text.Should().Be("Hello there.");
        bench.Store.Saved.Text.Should().Be("Hello there.");
        bench.Store.Saved.Status.Should().Be(MessageStatus.Complete);
        bench.Store.Saved.Finish.Should().Be("stop");
        bench.Store.Saved.InputTokens.Should().Be(10);
        bench.Store.Saved.Model.Should().Be("test-model");
        bench.Run.Events[^1].Type.Should().Be("done");
        bench.Run.Of("usage").Single()["outputTokens"]!.GetValue<long>().Should().Be(4);
    }

    [Fact]
    public async Task An_answer_without_thinking_has_no_time_of_thinking()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("Hello."))));

        await bench.ExecuteAsync();

        bench.Store.Saved.ThoughtMs.Should().BeNull();
    }

    [Fact]
    public async Task Thinking_is_kept_apart_from_the_answer()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(
            new TextReasoningContent("He sounds tired. "), new TextReasoningContent("Be brief."), new TextContent("Rest first."))));

        await bench.ExecuteAsync();

        string.Concat(bench.Run.Of("reasoning").Select(piece => (string?)piece["text"])).Should().Be("He sounds tired. Be brief.");
        bench.Store.Saved.Reasoning.Should().Be("He sounds tired. Be brief.");
        bench.Store.Saved.Text.Should().Be("Rest first.");
    }

    [Fact]
    public async Task Gathered_text_does_not_wait_for_a_model_that_pauses()
    {
        TaskCompletionSource reached = new();
        TaskCompletionSource seen = new();
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Hangs(reached, new TextContent("Early"))));
        bench.Run.OnEmit = type =>
        {
            if (type == "delta")
            {
                seen.TrySetResult();
            }
        };
        using CancellationTokenSource stop = new();

        Task running = bench.ExecuteAsync(stop.Token);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(10));

        bench.Run.Text.Should().Be("Early");
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_crisis_is_answered_without_any_model()
    {
        ScriptedChatClient client = new(ScriptedChatClient.Says(new TextContent("Consider your stop loss.")));
        AnswerBench bench = new(client, question: "I lost everything and I want to kill myself");

        await bench.ExecuteAsync();

        client.Requests.Should().BeEmpty();
        bench.Store.Saved.Kind.Should().Be(MessageKind.Crisis);
        bench.Store.Saved.Text.Should().Contain("988").And.Contain("116 123").And.Contain("112");
        bench.Run.Events[0].Type.Should().Be("crisis");
        bench.Run.Of("done").Single()["finish"]!.GetValue<string>().Should().Be("stop");
    }

    [Fact]
    public async Task A_crisis_is_answered_even_when_no_model_is_there()
    {
        AnswerBench bench = new(client: null, question: "我不想活了") { Run = new FakeRun("zh-CN") };

        await bench.ExecuteAsync();

        bench.Store.Saved.Kind.Should().Be(MessageKind.Crisis);
        bench.Store.Saved.Text.Should().Contain("12356").And.Contain("120").And.Contain("110");
    }

    [Fact]
    public async Task What_is_streamed_folds_to_what_is_stored()
    {
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextReasoningContent("Look."), ScriptedChatClient.Call()),
            ScriptedChatClient.Says(new TextContent("In all [−$2,594.68](evidence:net_pnl)."), new UsageContent(new UsageDetails { InputTokenCount = 3 })));
        AnswerBench bench = new(client, [FakeTool.Statistics()]);

        await bench.ExecuteAsync();

        Message folded = new();
        folded.Take(RunTranscript.Fold(bench.Run.Events), DateTimeOffset.UnixEpoch);
        folded.Should().BeEquivalentTo(bench.Store.Saved, options => options
            .Excluding(message => message.Role)
            .Excluding(message => message.ThoughtMs));
    }
}
