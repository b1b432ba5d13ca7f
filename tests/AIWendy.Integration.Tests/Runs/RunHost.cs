using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Tests.Http;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Runs;

/// <summary>A node that executes runs, on a real database and a real server.</summary>
internal static class RunHost
{
    public static Task<TestHost> StartAsync(IHostDatabase database, bool authenticationRequired = false) => TestHost.StartAsync(
        authenticationRequired,
        database: database,
        authenticator: new TestAuthenticator(),
        map: app => app.MapPost("/api/test/runs/{kind}", async (string kind, HttpRequest request, IRuns runs) =>
        {
            using StreamReader reader = new(request.Body);
            return runs.Stream(await runs.StartAsync(kind, await reader.ReadToEndAsync()));
        }).RequirePermission("platform.use"));

    /// <summary>Starts a run for the guest without a request.</summary>
    public static async Task<Run> StartRunAsync(this TestHost host, string kind, string input = "{}")
    {
        using IDisposable call = CallContext.Enter(Guest());
        return await host.Services.GetRequiredService<IRuns>().StartAsync(kind, input);
    }

    public static async Task<Run> FindRunAsync(this TestHost host, Guid runId)
    {
        using IDisposable call = CallContext.Enter(Guest());
        return (await host.Services.GetRequiredService<IRuns>().FindAsync(runId))!;
    }

    public static CallState Guest() => new()
    {
        TenantId = WellKnown.DefaultTenantId,
        UserId = WellKnown.GuestUserId,
        Role = Role.Owner,
        IsGuest = true,
        Language = "zh-CN",
    };

    /// <summary>Reads a stream to its end, or until it has so many events.</summary>
    public static async Task<List<(long Id, JsonElement Data)>> ReadEventsAsync(this HttpResponseMessage response, int? atMost = null)
    {
        List<(long, JsonElement)> events = [];
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        long id = 0;
        while (events.Count != atMost && await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = long.Parse(line[4..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add((id, JsonDocument.Parse(line[6..]).RootElement));
            }
        }

        return events;
    }

    public static Task<HttpResponseMessage> FollowAsync(this TestHost host, Guid runId, long? lastEventId = null)
    {
        HttpRequestMessage request = new(HttpMethod.Get, $"/api/runs/{runId}/events");
        if (lastEventId is { } id)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        }

        return host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static Task<HttpResponseMessage> PostRunAsync(this TestHost host, string kind, string input = "{}") => host.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"/api/test/runs/{kind}") { Content = new StringContent(input) }, HttpCompletionOption.ResponseHeadersRead);

    public static string FinishOf(this IEnumerable<(long Id, JsonElement Data)> events) =>
        events.Last().Data.GetProperty("finish").GetString()!;
}

/// <summary>A handler that a test writes as a function.</summary>
internal sealed class TestHandler(Func<IRunContext, CancellationToken, Task> execute) : IRunHandler
{
    public ConcurrentQueue<Guid> Abandoned { get; } = new();

    public Task ExecuteAsync(IRunContext run, CancellationToken cancellationToken) => execute(run, cancellationToken);

    public Task AbandonedAsync(IRunContext run, CancellationToken cancellationToken)
    {
        Abandoned.Enqueue(run.Run.Id);
        return Task.CompletedTask;
    }

    /// <summary>Emits so many pieces, with a pause after each.</summary>
    public static TestHandler Speaking(int pieces, TimeSpan pause) => new(async (run, cancellationToken) =>
    {
        for (int piece = 0; piece < pieces; piece++)
        {
            await run.EmitAsync(ChatEvents.Delta($"piece {piece} "), cancellationToken);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, cancellationToken);
            }
        }

        await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
    });

    /// <summary>Says something and then waits for the token.</summary>
    public static TestHandler Waiting() => new(async (run, cancellationToken) =>
    {
        await run.EmitAsync(ChatEvents.Delta("I am thinking"), cancellationToken);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    });
}
