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

public sealed class CoachAnswerRunTests
{
    private static FunctionCallContent Call(string name = "journal_statistics", string id = "c1") =>
        new(id, name, new Dictionary<string, object?> { ["symbol"] = "MNQ", ["limit"] = 5, ["nested"] = JsonElement.Parse("[1]") });

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
    public async Task A_tool_call_runs_the_tool_and_its_result_goes_back_to_the_model()
    {
        FakeTool tool = FakeTool.Statistics();
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextContent("Let me look."), Call()),
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
        ScriptedChatClient client = new(ScriptedChatClient.Says(ChatFinishReason.ToolCalls, Call()), ScriptedChatClient.Says(new TextContent("好。")));
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
        ScriptedChatClient client = new((_, _) => Think(Call()), (_, _) => Think(new TextContent("Two losses.")));
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
    public async Task An_answer_without_thinking_has_no_time_of_thinking()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("Hello."))));

        await bench.ExecuteAsync();

        bench.Store.Saved.ThoughtMs.Should().BeNull();
    }

    [Fact]
    public async Task A_coach_is_offered_only_tools_within_its_scope_and_can_not_call_others()
    {
        FakeTool notes = new("journal_notes", (_, _) => Task.FromResult(new CoachToolResult("{}")), DataScope.Notes);
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, Call("journal_notes")), ScriptedChatClient.Says(new TextContent("No notes.")));
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
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, Call(id: "a"), Call("journal_trades", "b")),
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
        ScriptedChatClient client = new((messages, token) => ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextContent("…"), Call())(messages, token));
        AnswerBench bench = new(client, [tool]);

        await bench.ExecuteAsync();

        tool.Calls.Should().HaveCount(AnswerLoop.MaxToolRounds);
        client.Requests.Should().HaveCount(AnswerLoop.MaxToolRounds + 1);
        client.Options[^1]!.ToolMode.Should().Be(ChatToolMode.None);
        bench.Store.Saved.Status.Should().Be(MessageStatus.Complete);
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

    [Theory]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("refusal", "refusal")]
    [InlineData("something_new", "stop")]
    public async Task The_end_of_the_model_is_the_end_of_the_answer(string model, string expected)
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new ChatFinishReason(model), new TextContent("Half a"))));

        await bench.ExecuteAsync();

        bench.Run.Of("done").Single()["finish"]!.GetValue<string>().Should().Be(expected);
        bench.Store.Saved.Finish.Should().Be(expected);
    }

    [Fact]
    public async Task An_error_of_the_model_is_never_text_and_keeps_what_came_before()
    {
        ModelException failure = new("model_rate_limited", "The model's server asks to wait 7 seconds.") { IsRetryable = true, RetryAfter = TimeSpan.FromSeconds(6.2), Status = 429 };
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Fails(failure, new TextContent("A first sentence."))));

        await bench.ExecuteAsync();

        bench.Run.Text.Should().Be("A first sentence.");
        bench.Run.Events[^1].Type.Should().Be("error");
        bench.Run.Of("error").Single()["retryAfter"]!.GetValue<double>().Should().Be(7);
        bench.Run.Of("done").Should().BeEmpty();
        bench.Store.Saved.Status.Should().Be(MessageStatus.Failed);
        bench.Store.Saved.Text.Should().Be("A first sentence.");
        bench.Store.Saved.ErrorCode.Should().Be("model_rate_limited");
        bench.Store.Saved.RetryAfter.Should().Be(7);
    }

    [Fact]
    public async Task An_unexpected_fault_shows_no_detail()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Fails(new InvalidOperationException("password=hunter2"))));

        await bench.ExecuteAsync();

        bench.Store.Saved.ErrorCode.Should().Be("internal_error");
        bench.Run.Events.Should().NotContain(stored => stored.Json.Contains("hunter2"));
    }

    [Fact]
    public async Task An_empty_answer_is_an_error()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("  "))));

        await bench.ExecuteAsync();

        bench.Store.Saved.ErrorCode.Should().Be("model_bad_response");
    }

    [Theory]
    [InlineData(RunStopReason.Cancelled, MessageStatus.Stopped, "cancelled")]
    [InlineData(RunStopReason.Stopping, MessageStatus.Incomplete, "incomplete")]
    internal async Task Stopping_keeps_the_partial_text(RunStopReason reason, MessageStatus status, string finish)
    {
        TaskCompletionSource reached = new();
        ScriptedChatClient client = new(ScriptedChatClient.Hangs(reached, new TextContent("So far")));
        AnswerBench bench = new(client);
        using CancellationTokenSource stop = new();

        Task running = bench.ExecuteAsync(stop.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(10));
        bench.Run.StopReason = reason;
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));

        bench.Store.Saved.Text.Should().Be("So far");
        bench.Store.Saved.Status.Should().Be(status);
        bench.Run.Of("done").Single()["finish"]!.GetValue<string>().Should().Be(finish);
        bench.Run.Text.Should().Be("So far");
        client.IsDisposed.Should().BeTrue();
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
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(ChatFinishReason.ToolCalls, Call())), [deaf]);
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
    public async Task Without_models_the_answer_says_so()
    {
        AnswerBench bench = new(client: null);

        await bench.ExecuteAsync();

        bench.Store.Saved.ErrorCode.Should().Be("models_unavailable");
    }

    [Fact]
    public async Task A_coach_that_is_gone_is_named_as_the_reason()
    {
        AnswerBench bench = new(new ScriptedChatClient(ScriptedChatClient.Says(new TextContent("Hi"))), coach: "stoic");

        await bench.ExecuteAsync();

        bench.Store.Saved.ErrorCode.Should().Be("coach_not_found");
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

    [Fact]
    public async Task An_abandoned_answer_is_assembled_from_its_events()
    {
        AnswerBench bench = new(client: null);
        bench.Runs.Events[bench.Run.Run.Id] =
        [
            Stored(1, ChatEvents.Reasoning("Hm.")),
            Stored(2, ChatEvents.Tool("1", "journal_statistics", "Reads", "running")),
            Stored(3, ChatEvents.Delta("Half an ")),
            Stored(4, ChatEvents.Delta("answer")),
            Stored(5, ChatEvents.Done("incomplete")),
        ];

        await bench.Handler().AbandonedAsync(bench.Run, CancellationToken.None);

        bench.Store.Saved.Text.Should().Be("Half an answer");
        bench.Store.Saved.Reasoning.Should().Be("Hm.");
        bench.Store.Saved.Status.Should().Be(MessageStatus.Incomplete);
        bench.Store.Saved.Finish.Should().Be("incomplete");
        bench.Store.Saved.Tools.Should().Contain("\"failed\"");
    }

    [Fact]
    public async Task What_is_streamed_folds_to_what_is_stored()
    {
        ScriptedChatClient client = new(
            ScriptedChatClient.Says(ChatFinishReason.ToolCalls, new TextReasoningContent("Look."), Call()),
            ScriptedChatClient.Says(new TextContent("In all [−$2,594.68](evidence:net_pnl)."), new UsageContent(new UsageDetails { InputTokenCount = 3 })));
        AnswerBench bench = new(client, [FakeTool.Statistics()]);

        await bench.ExecuteAsync();

        Message folded = new();
        folded.Take(RunTranscript.Fold(bench.Run.Events), DateTimeOffset.UnixEpoch);
        folded.Should().BeEquivalentTo(bench.Store.Saved, options => options
            .Excluding(message => message.Role)
            .Excluding(message => message.ThoughtMs));
    }

    private static StoredRunEvent Stored(long sequence, RunEvent published) => new(sequence, published.Type, published.Json);
}
