using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Insights.Reporting;

internal static class InsightsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder insights = api.MapGroup("/insights").WithTags("Insights");
        insights.MapGet("/usage", UsageAsync)
            .RequirePermission(InsightsPermissions.Read).WithName("insights.usage").WithSummary("How much this installation was used, by day");
    }

    private static async Task<Ok<UsageView>> UsageAsync(UsageOverview overview, CancellationToken cancellationToken, int days = UsageOverview.DefaultDays) =>
        TypedResults.Ok(await overview.ReadAsync(days, cancellationToken));
}
