using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Journal.Behaviour;

internal static class BehaviourEndpoints
{
    public static void Map(RouteGroupBuilder journal)
    {
        journal.MapGet("/behaviour", FindAsync)
            .RequirePermission(JournalPermissions.Read)
            .WithName("journal.behaviour")
            .WithSummary("Habits that show in closed trades");
        journal.MapPost("/behaviour/{detector}/feedback", SayAsync)
            .RequirePermission(JournalPermissions.Write)
            .WithName("journal.behaviourFeedback")
            .WithSummary("Say whether a finding fits");
    }

    private static async Task<Ok<BehaviourBody>> FindAsync(
        [AsParameters] TradeFilterQuery query, BehaviourService behaviour, CancellationToken cancellationToken) =>
        TypedResults.Ok((await behaviour.FindAsync(query.ToFilter(), cancellationToken)).Body);

    private static async Task<Ok<FeedbackBody>> SayAsync(string detector, FeedbackInput input, BehaviourService behaviour, CancellationToken cancellationToken)
    {
        if (BehaviourBattery.Detectors.All(candidate => candidate.Id != detector))
        {
            throw ProblemException.NotFound("The detector");
        }

        if (input.Value is not (null or BehaviourFeedback.Me or BehaviourFeedback.NotMe))
        {
            throw ProblemException.Invalid("value", Text.Of("“value” must be me, not_me or null.", "“value”必须是 me、not_me 或 null。"));
        }

        await behaviour.SayAsync(detector, input.Value, cancellationToken);
        return TypedResults.Ok(new FeedbackBody(detector, input.Value));
    }
}
