using AIWendy.Coaching.Tests.Fakes;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.AI;

namespace AIWendy.Coaching.Tests;

public sealed class CoachAnswerEndTests
{
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

    private static StoredRunEvent Stored(long sequence, RunEvent published) => new(sequence, published.Type, published.Json);
}
