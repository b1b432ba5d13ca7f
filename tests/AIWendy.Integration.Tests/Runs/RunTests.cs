using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Tests;
using AIWendy.Host.Tests.Http;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Runs;

[Collection(PostgresCollection.Name)]
public sealed class RunTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_run_streams_numbered_events_to_its_end()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.speak", TestHandler.Speaking(30, TimeSpan.FromMilliseconds(2)));
        HttpResponseMessage response = await host.PostRunAsync("test.speak");
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("X-Accel-Buffering").Single().Should().Be("no");
        Guid runId = Guid.Parse(response.Headers.GetValues("X-Run-Id").Single());
        List<(long Id, JsonElement Data)> events = await response.ReadEventsAsync();
        events.Select(item => item.Id).Should().Equal(Enumerable.Range(1, 31).Select(number => (long)number));
        events.FinishOf().Should().Be("stop");
        JsonElement run = await host.Client.GetFromJsonAsync<JsonElement>($"/api/runs/{runId}");
        run.GetProperty("state").GetString().Should().Be("completed");
        run.GetProperty("kind").GetString().Should().Be("test.speak");
    }

    [Fact]
    public async Task Resuming_at_every_point_gives_the_rest_and_nothing_twice()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.speak", TestHandler.Speaking(25, TimeSpan.FromMilliseconds(3)));
        Run run = await host.StartRunAsync("test.speak");
        IEnumerable<Task<List<(long Id, JsonElement Data)>>> readers = Enumerable.Range(0, 27).Select(async after =>
            await (await host.FollowAsync(run.Id, after)).ReadEventsAsync());
        List<(long Id, JsonElement Data)>[] rests = await Task.WhenAll(readers);
        for (int after = 0; after < rests.Length; after++)
        {
            rests[after].Select(item => item.Id).Should().Equal(Enumerable.Range(after + 1, Math.Max(0, 26 - after)).Select(number => (long)number));
        }

        List<(long Id, JsonElement Data)> later = await (await host.Client.GetAsync($"/api/runs/{run.Id}/events?after=20")).ReadEventsAsync();
        later.Select(item => item.Id).Should().Equal(21, 22, 23, 24, 25, 26);
    }

    [Fact]
    public async Task A_client_that_leaves_and_comes_back_misses_nothing()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.speak", TestHandler.Speaking(40, TimeSpan.FromMilliseconds(5)));
        HttpResponseMessage first = await host.PostRunAsync("test.speak");
        Guid runId = Guid.Parse(first.Headers.GetValues("X-Run-Id").Single());
        List<(long Id, JsonElement Data)> seen = await first.ReadEventsAsync(atMost: 7);
        first.Dispose();
        seen.AddRange(await (await host.FollowAsync(runId, seen[^1].Id)).ReadEventsAsync());
        seen.Select(item => item.Id).Should().Equal(Enumerable.Range(1, 41).Select(number => (long)number));
        (await host.FindRunAsync(runId)).State.Should().Be(RunState.Completed);
    }

    [Fact]
    public async Task A_reader_that_fell_far_behind_reads_from_the_table()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        TaskCompletionSource end = new();
        host.Plugins.Handle("test.long", new TestHandler(async (run, cancellationToken) =>
        {
            for (int piece = 0; piece < 2000; piece++)
            {
                await run.EmitAsync(ChatEvents.Delta($"{piece}"), cancellationToken);
            }

            await run.FlushAsync(cancellationToken);
            await end.Task;
            await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
        }));
        Run run = await host.StartRunAsync("test.long");
        HttpResponseMessage stream = await host.FollowAsync(run.Id);
        Task<List<(long Id, JsonElement Data)>> reading = stream.ReadEventsAsync();
        await Task.Delay(300);
        end.SetResult();
        (await reading).Select(item => item.Id).Should().Equal(Enumerable.Range(1, 2001).Select(number => (long)number));
    }

    [Fact]
    public async Task Cancelling_ends_a_run_at_once()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.wait", TestHandler.Waiting());
        await CancelAsync(host);
        (TimeSpan took, List<(long Id, JsonElement Data)> events, Guid runId) = await CancelAsync(host);
        took.Should().BeLessThan(TimeSpan.FromMilliseconds(200));
        events.FinishOf().Should().Be("cancelled");
        (await host.FindRunAsync(runId)).State.Should().Be(RunState.Cancelled);
        (await host.Client.PostAsync($"/api/runs/{runId}/cancel", null)).StatusCode.Should().Be(HttpStatusCode.Accepted, "it has ended, so nothing happens");
    }

    [Fact]
    public async Task A_handler_that_fails_ends_its_run_with_a_clear_error()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.model", new TestHandler((_, _) => throw new ModelException("model_rate_limited", "Wait a little.") { IsRetryable = true, RetryAfter = TimeSpan.FromSeconds(7) }));
        host.Plugins.Handle("test.bug", new TestHandler((_, _) => throw new InvalidOperationException("secret detail")));
        JsonElement error = (await (await host.PostRunAsync("test.model")).ReadEventsAsync()).Single().Data;
        error.GetProperty("type").GetString().Should().Be("error");
        error.GetProperty("code").GetString().Should().Be("model_rate_limited");
        error.GetProperty("retryAfter").GetDouble().Should().Be(7);
        error.GetProperty("retryable").GetBoolean().Should().BeTrue();

        HttpResponseMessage response = await host.PostRunAsync("test.bug");
        error = (await response.ReadEventsAsync()).Single().Data;
        error.GetProperty("code").GetString().Should().Be("internal_error");
        error.GetRawText().Should().NotContain("secret detail");
        (await host.FindRunAsync(Guid.Parse(response.Headers.GetValues("X-Run-Id").Single()))).State.Should().Be(RunState.Failed);
    }

    [Fact]
    public async Task A_run_works_on_behalf_of_who_started_it()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        CallState? seen = null;
        host.Plugins.Handle("test.who", new TestHandler(async (run, cancellationToken) =>
        {
            seen = CallContext.Current;
            run.Input.Should().Be("{\"a\":1}");
            await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
        }));
        Run run = await host.StartRunAsync("test.who", "{\"a\":1}");
        await (await host.FollowAsync(run.Id)).ReadEventsAsync();
        seen.Should().Be(RunHost.Guest());
        CallContext.Current.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_sees_or_stops_the_run_of_somebody_else()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database, authenticationRequired: true);
        host.Plugins.Handle("test.wait", TestHandler.Waiting());
        Run run = await host.StartRunAsync("test.wait");
        foreach ((HttpMethod method, string path) in new[]
        {
            (HttpMethod.Get, $"/api/runs/{run.Id}"),
            (HttpMethod.Get, $"/api/runs/{run.Id}/events"),
            (HttpMethod.Post, $"/api/runs/{run.Id}/cancel"),
            (HttpMethod.Get, $"/api/runs/{Guid.NewGuid()}/events"),
            (HttpMethod.Post, $"/api/runs/{Guid.NewGuid()}/cancel"),
        })
        {
            HttpResponseMessage response = await host.Client.SendAsync(new HttpRequestMessage(method, path).With("Authorization", "Test Owner"));
            await response.ShouldBeProblemAsync(404, "not_found");
        }

        (await host.FindRunAsync(run.Id)).State.Should().Be(RunState.Running);
    }

    [Fact]
    public async Task An_unknown_kind_is_a_clear_problem()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        await (await host.PostRunAsync("test.nobody")).ShouldBeProblemAsync(503, "run_kind_unavailable");
    }

    [Fact]
    public async Task Odd_texts_travel_unharmed_on_one_line()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.odd", new TestHandler(async (run, cancellationToken) =>
        {
            await run.EmitAsync(new RunEvent("delta", "{\n \"type\": \"delta\",\r\n \"text\": \"a\\nb 🧠 交易\" }"), cancellationToken);
            await run.EmitAsync(ChatEvents.Delta("half \ud83e"), cancellationToken);
            await run.EmitAsync(new RunEvent("delta", "{\"type\":\"delta\",\"text\":\"lone \ud83e here\"}"), cancellationToken);
            await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
        }));
        List<(long Id, JsonElement Data)> events = await (await host.PostRunAsync("test.odd")).ReadEventsAsync();
        events.Should().HaveCount(4);
        events[0].Data.GetProperty("text").GetString().Should().Be("a\nb 🧠 交易");
    }

    [Fact]
    public async Task Stopping_the_host_lets_runs_save_themselves_and_their_readers_see_the_end()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        RunStopReason reason = RunStopReason.None;
        host.Plugins.Handle("test.save", new TestHandler(async (run, cancellationToken) =>
        {
            await run.EmitAsync(ChatEvents.Delta("half an answer"), cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            reason = run.StopReason;
            await run.EmitAsync(ChatEvents.Delta(" saved"), CancellationToken.None);
        }));
        Run run = await host.StartRunAsync("test.save");
        HttpResponseMessage stream = await host.FollowAsync(run.Id);
        await stream.Content.ReadAsStreamAsync();
        Task<List<(long Id, JsonElement Data)>> reading = stream.ReadEventsAsync();
        Stopwatch watch = Stopwatch.StartNew();
        await host.StopAsync();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        List<(long Id, JsonElement Data)> events = await reading;
        events.Select(item => item.Id).Should().Equal(1, 2, 3);
        events.FinishOf().Should().Be("incomplete");
        reason.Should().Be(RunStopReason.Stopping);
    }

    [Fact]
    public async Task A_run_holds_what_its_contract_says()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.speak", TestHandler.Speaking(3, TimeSpan.Zero));
        using IDisposable call = CallContext.Enter(RunHost.Guest());
        IRuns runs = host.Services.GetRequiredService<IRuns>();
        await runs.Invoking(service => service.StartAsync("test.speak", new string('x', 65537))).Should().ThrowAsync<ArgumentException>();
        Run run = await runs.StartAsync("test.speak", "");
        await Eventually.Async(() => runs.ReadAsync(run.Id).GetAwaiter().GetResult().Count == 4);
        (await runs.ReadAsync(run.Id, 2)).Select(stored => stored.Sequence).Should().Equal(3, 4);
        (await runs.FindAsync(Guid.NewGuid())).Should().BeNull();
        (await runs.ReadAsync(Guid.NewGuid())).Should().BeEmpty();
        await runs.Invoking(service => service.CancelAsync(Guid.NewGuid())).Should().ThrowAsync<ProblemException>();
    }

    private static async Task<(TimeSpan Took, List<(long Id, JsonElement Data)> Events, Guid RunId)> CancelAsync(TestHost host)
    {
        HttpResponseMessage stream = await host.PostRunAsync("test.wait");
        Guid runId = Guid.Parse(stream.Headers.GetValues("X-Run-Id").Single());
        Stream body = await stream.Content.ReadAsStreamAsync();
        byte[] first = new byte[16];
        await body.ReadExactlyAsync(first);
        Task<List<(long Id, JsonElement Data)>> rest = stream.ReadEventsAsync();
        Stopwatch watch = Stopwatch.StartNew();
        (await host.Client.PostAsync($"/api/runs/{runId}/cancel", null)).StatusCode.Should().Be(HttpStatusCode.Accepted);
        List<(long Id, JsonElement Data)> events = await rest;
        return (watch.Elapsed, events, runId);
    }
}
