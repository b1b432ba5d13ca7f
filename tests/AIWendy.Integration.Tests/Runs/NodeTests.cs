using System.Text.Json;
using AIWendy.Host.Data;
using AIWendy.Host.Runs;
using AIWendy.Host.Tests;
using AIWendy.Host.Tests.Http;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Integration.Tests.Runs;

[Collection(PostgresCollection.Name)]
public sealed class NodeTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Another_node_follows_a_run_live_and_stops_it()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost first = await RunHost.StartAsync(database);
        await using TestHost second = await RunHost.StartAsync(database);
        TestHandler speaking = TestHandler.Speaking(60, TimeSpan.FromMilliseconds(20));
        first.Plugins.Handle("test.speak", speaking);
        first.Plugins.Handle("test.wait", TestHandler.Waiting());

        Run run = await first.StartRunAsync("test.speak");
        List<(long Id, JsonElement Data)> events = await (await second.FollowAsync(run.Id)).ReadEventsAsync();
        events.Select(item => item.Id).Should().Equal(Enumerable.Range(1, 61).Select(number => (long)number));
        events.FinishOf().Should().Be("stop");

        Run waiting = await first.StartRunAsync("test.wait");
        Task<List<(long Id, JsonElement Data)>> followed = (await second.FollowAsync(waiting.Id)).ReadEventsAsync();
        (await second.Client.PostAsync($"/api/runs/{waiting.Id}/cancel", null)).EnsureSuccessStatusCode();
        (await followed).FinishOf().Should().Be("cancelled");
        (await second.FindRunAsync(waiting.Id)).State.Should().Be(RunState.Cancelled);
    }

    [Fact]
    public async Task A_run_whose_process_died_ends_incomplete_and_is_settled_once()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        Guid runId = await PlantAsync(database, Guid.CreateVersion7(), "test.speak");
        await using TestHost first = await RunHost.StartAsync(database);
        await using TestHost second = await RunHost.StartAsync(database);
        TestHandler handler = TestHandler.Waiting();
        first.Plugins.Handle("test.speak", handler);
        second.Plugins.Handle("test.speak", handler);
        List<(long Id, JsonElement Data)> events = await (await second.FollowAsync(runId)).ReadEventsAsync();
        events.Select(item => item.Id).Should().Equal(1, 2, 3);
        events.FinishOf().Should().Be("incomplete");
        (await second.FindRunAsync(runId)).State.Should().Be(RunState.Incomplete);
        await Eventually.Async(() => !handler.Abandoned.IsEmpty);
        await first.Services.GetRequiredService<AbandonedRuns>().SweepAsync(CancellationToken.None);
        await second.Services.GetRequiredService<AbandonedRuns>().SweepAsync(CancellationToken.None);
        handler.Abandoned.Should().Equal(runId);
    }

    [Fact]
    public async Task A_run_waits_for_its_plugin_to_be_settled()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        Guid runId = await PlantAsync(database, Guid.CreateVersion7(), "test.later");
        await using TestHost host = await RunHost.StartAsync(database);
        (await (await host.FollowAsync(runId)).ReadEventsAsync()).FinishOf().Should().Be("incomplete");
        TestHandler handler = TestHandler.Waiting();
        host.Plugins.Handle("test.later", handler);
        await Eventually.Async(() => !handler.Abandoned.IsEmpty, seconds: 20);
        handler.Abandoned.Should().Equal(runId);
    }

    [Fact]
    public async Task The_runs_of_a_living_node_are_left_alone()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost first = await RunHost.StartAsync(database);
        await using TestHost second = await RunHost.StartAsync(database);
        TestHandler handler = TestHandler.Waiting();
        first.Plugins.Handle("test.wait", handler);
        Run run = await first.StartRunAsync("test.wait");
        await ExecuteAsync(database, "update aiwendy.run_directory set started_at = now() - interval '1 hour'");

        // A node that hangs sends no heartbeat for a while, but its session still holds its lock.
        await ExecuteAsync(database, "update aiwendy.nodes set seen_at = now() - interval '10 seconds'");
        (await second.Services.GetRequiredService<AbandonedRuns>().SweepAsync(CancellationToken.None)).Should().Be(0);
        (await first.FindRunAsync(run.Id)).State.Should().Be(RunState.Running);
    }

    [Fact]
    public async Task A_node_that_was_given_up_writes_no_more()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        TaskCompletionSource goOn = new();
        Exception? refused = null;
        Exception? refusedAgain = null;
        host.Plugins.Handle("test.late", new TestHandler(async (run, _) =>
        {
            await run.EmitAsync(ChatEvents.Delta("before"), CancellationToken.None);
            await run.FlushAsync(CancellationToken.None);
            await goOn.Task;
            await run.EmitAsync(ChatEvents.Delta("too late"), CancellationToken.None);
            refused = await Record.ExceptionAsync(async () => await run.FlushAsync(CancellationToken.None));
            refusedAgain = await Record.ExceptionAsync(async () => await run.FlushAsync(CancellationToken.None));
        }));
        Run run = await host.StartRunAsync("test.late");
        await Eventually.Async(() => Count(database, run.Id) == 1);
        await using (NpgsqlConnection connection = await database.Application.OpenConnectionAsync())
        {
            await using NpgsqlBatch batch = RunStore.InTenant(connection, WellKnown.DefaultTenantId);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("update aiwendy.runs set state = 'Incomplete', ended_at = now()"));
            await batch.ExecuteNonQueryAsync();
        }

        goOn.SetResult();
        await Eventually.Async(() => refusedAgain is not null);
        refused.Should().BeOfType<InvalidOperationException>();
        refusedAgain.Should().BeOfType<InvalidOperationException>();
        Count(database, run.Id).Should().Be(1);
    }

    [Fact]
    public async Task Events_of_runs_that_ended_long_ago_are_deleted()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await RunHost.StartAsync(database);
        host.Plugins.Handle("test.speak", TestHandler.Speaking(3, TimeSpan.Zero));
        Run old = await host.StartRunAsync("test.speak");
        await (await host.FollowAsync(old.Id)).ReadEventsAsync();
        await Eventually.Async(() => Scalar(database, "select count(*) from aiwendy.run_directory where ended_at is not null") == 1);
        await ExecuteAsync(database, "update aiwendy.run_directory set ended_at = now() - interval '8 days'");
        Run young = await host.StartRunAsync("test.speak");
        await (await host.FollowAsync(young.Id)).ReadEventsAsync();

        (await host.Services.GetRequiredService<RunRetention>().ClearAsync(CancellationToken.None)).Should().Be(1);
        Count(database, old.Id).Should().Be(0);
        Count(database, young.Id).Should().Be(4);
        await (await host.FollowAsync(old.Id)).ShouldBeProblemAsync(404, "not_found");
    }

    /// <summary>A run as a process leaves it that was killed in the middle.</summary>
    private static async Task<Guid> PlantAsync(HostDatabase database, Guid nodeId, string kind)
    {
        RunStore store = new(database);
        Run run = new(Guid.CreateVersion7(), kind, WellKnown.GuestUserId, RunState.Running, DateTimeOffset.UtcNow.AddMinutes(-1));
        await store.InsertAsync(new RunRecord(run, RunHost.Guest(), "{}"), nodeId, CancellationToken.None);
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync();
        await using NpgsqlBatch batch = RunStore.InTenant(connection, WellKnown.DefaultTenantId);
        NpgsqlBatchCommand events = new(
            """
            insert into aiwendy.run_events (tenant_id, run_id, sequence, type, json, created_at)
            select $1, $2, n, 'delta', '{"type":"delta","text":"x"}', now() from generate_series(1, 2) n
            """);
        RunStore.Add(events.Parameters, WellKnown.DefaultTenantId, run.Id);
        batch.BatchCommands.Add(events);
        await batch.ExecuteNonQueryAsync();
        return run.Id;
    }

    private static long Count(HostDatabase database, Guid runId)
    {
        using NpgsqlConnection connection = database.Application.OpenConnection();
        using NpgsqlBatch batch = RunStore.InTenant(connection, WellKnown.DefaultTenantId);
        NpgsqlBatchCommand count = new("select count(*) from aiwendy.run_events where run_id = $1");
        RunStore.Add(count.Parameters, runId);
        batch.BatchCommands.Add(count);
        using NpgsqlDataReader reader = batch.ExecuteReader();
        reader.NextResult();
        reader.Read();
        return reader.GetInt64(0);
    }

    private static long Scalar(HostDatabase database, string sql)
    {
        using NpgsqlCommand command = database.Owner.CreateCommand(sql);
        return (long)command.ExecuteScalar()!;
    }

    private static async Task ExecuteAsync(HostDatabase database, string sql)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
