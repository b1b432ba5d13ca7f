using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Http.Platform;

/// <summary>Answers of the installation to whoever watches over it.</summary>
internal static class HealthEndpoints
{
    private const string Reason = "A load balancer or a supervisor asks without credentials; the answer names no data.";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder health = app.MapGroup("/healthz").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new Liveness("live")))
            .AllowPublic(Reason)
            .WithName("health.live").WithSummary("Says that the process answers.");
        health.MapGet("/ready", ReadyAsync)
            .AllowPublic(Reason)
            .WithName("health.ready").WithSummary("Says whether database, migrations and plugins are up; 503 when not.")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<JsonHttpResult<Readiness>> ReadyAsync(
        IPlatformReadiness platform, IHostDatabase database, IPluginRuntime plugins, PluginHealth health, HttpContext context)
    {
        Check store = await CheckAsync(database, context.RequestAborted);
        Check migrations = database.Ready switch
        {
            { IsCompletedSuccessfully: true } => new Check("ready", null),
            { IsFaulted: true } => new Check("failed", "The migrations of the host did not run."),
            _ => new Check("starting", null),
        };
        IReadOnlyDictionary<string, string> sick = platform.IsReady ? await health.CheckAsync(context.RequestAborted) : new Dictionary<string, string>();
        SortedDictionary<string, Check> states = new(StringComparer.Ordinal);
        foreach (PluginStatus plugin in plugins.Plugins)
        {
            string id = plugin.Manifest.Id;
            states[id] = sick.TryGetValue(id, out string? reason) ? new Check("failed", reason) : Of(plugin);
        }

        // An added plugin that is not well is said and no more: it must not take the node away from everybody.
        bool ready = platform.IsReady && store.State == "ready" && migrations.State == "ready"
            && plugins.Plugins.Where(plugin => plugin.BuiltIn).All(plugin => IsWell(states[plugin.Manifest.Id]));
        string state = ready ? states.Values.All(IsWell) ? "ready" : "degraded" : platform.Failure is not null ? "failed" : platform.IsReady ? "degraded" : "starting";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new Readiness(state, platform.Failure, store, migrations, states),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Check> CheckAsync(IHostDatabase database, CancellationToken cancellationToken)
    {
        if (!database.Ready.IsCompletedSuccessfully)
        {
            return new Check(database.Ready.IsFaulted ? "failed" : "starting", null);
        }

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            return await database.CheckAsync(limit.Token) is { } problem ? new Check("failed", problem) : new Check("ready", null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Check("failed", "The database does not answer within 3 s.");
        }
    }

    private static bool IsWell(Check check) => check.State is "ready" or "disabled";

    private static Check Of(PluginStatus plugin) => plugin.State switch
    {
        PluginState.Active => new Check("ready", null),
        PluginState.Disabled => new Check("disabled", null),
        PluginState.Discovered or PluginState.Starting => new Check("starting", null),
        PluginState.Waiting => new Check("waiting", plugin.Reason),
        PluginState.Incompatible => new Check("incompatible", plugin.Reason),
        _ => new Check("failed", plugin.Reason),
    };
}

/// <summary>That the process answers.</summary>
internal sealed record Liveness(string State);

/// <summary>Whether the installation can serve.</summary>
/// <param name="State"><c>ready</c>, <c>starting</c>, <c>degraded</c> or <c>failed</c>.</param>
/// <param name="Failure">Why the start failed, or null.</param>
/// <param name="Database">The database server.</param>
/// <param name="Migrations">The host's own schema.</param>
/// <param name="Plugins">Every plugin by its id.</param>
internal sealed record Readiness(string State, string? Failure, Check Database, Check Migrations, IReadOnlyDictionary<string, Check> Plugins);

/// <summary>One thing that was looked at.</summary>
/// <param name="State"><c>ready</c>, <c>starting</c>, <c>disabled</c>, <c>waiting</c>, <c>incompatible</c> or <c>failed</c>.</param>
/// <param name="Reason">What is wrong, or null.</param>
internal sealed record Check(string State, string? Reason);
