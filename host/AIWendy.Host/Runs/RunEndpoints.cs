using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Runs;

/// <summary>What a client may do with its runs.</summary>
internal static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder runs = app.MapGroup("/api/runs/{runId:guid}").WithTags("Runs").RequirePermission(PermissionCatalogue.Use);
        runs.MapGet("/", FindAsync)
            .WithName("runs.find").WithSummary("Tells where a run stands.");
        runs.MapGet("/events", StreamAsync)
            .WithName("runs.events").WithSummary("Streams the events of a run, from the start or after Last-Event-ID.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        runs.MapPost("/cancel", CancelAsync)
            .WithName("runs.cancel").WithSummary("Asks a run to stop; nothing happens when it has ended.");
    }

    private static async Task<Ok<Run>> FindAsync(Guid runId, IRuns runs, CancellationToken cancellationToken) =>
        TypedResults.Ok(await runs.FindAsync(runId, cancellationToken) ?? throw ProblemException.NotFound("The run"));

    private static async Task<IResult> StreamAsync(Guid runId, long? after, RunService runs, CancellationToken cancellationToken)
    {
        Run run = await runs.FindAsync(runId, cancellationToken) ?? throw ProblemException.NotFound("The run");
        return runs.Stream(run, after);
    }

    private static async Task<Accepted> CancelAsync(Guid runId, IRuns runs, CancellationToken cancellationToken)
    {
        await runs.CancelAsync(runId, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
