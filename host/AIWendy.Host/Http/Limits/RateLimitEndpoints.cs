using AIWendy.Host.Calls;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AIWendy.Host.Http.Limits;

/// <summary>Tells a person how much of his limits he has used.</summary>
internal static class RateLimitEndpoints
{
    public static void MapRateLimits(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/limits", ListAsync)
            .RequirePermission(PermissionCatalogue.Use)
            .WithTags("Platform")
            .WithName("limits.list")
            .WithSummary("How often the caller may do what is limited, and how often he did; looking uses nothing up.");

    private static async Task<Ok<LimitList>> ListAsync(
        RateLimiter limiter, EndpointDataSource endpoints, HttpContext context, CancellationToken cancellationToken)
    {
        if (!limiter.IsOn)
        {
            return TypedResults.Ok(new LimitList(false, []));
        }

        CallState call = CallContext.Current ?? throw new InvalidOperationException("A request always has a call.");
        IEnumerable<RateLimitPolicy> inUse = endpoints.Endpoints
            .Select(endpoint => EndpointDemands.Of(endpoint).RateLimit)
            .OfType<RateLimitMetadata>()
            .Select(limiter.Find)
            .OfType<RateLimitPolicy>()
            .Where(policy => !policy.PerAddress)
            .DistinctBy(policy => policy.Name)
            .OrderBy(policy => policy.Name, StringComparer.Ordinal);
        List<LimitView> items = [];
        foreach (RateLimitPolicy policy in inUse)
        {
            Permit permit = await limiter.LookAsync(policy, call, context.Connection.RemoteIpAddress, cancellationToken);
            items.Add(new LimitView(
                policy.Name, permit.Permits, permit.Used, permit.Remaining, (long)policy.Window.TotalSeconds, (long)Math.Ceiling(permit.FreeAfter.TotalSeconds)));
        }

        return TypedResults.Ok(new LimitList(true, items));
    }
}

/// <summary>The caller's limits.</summary>
/// <param name="Enabled">Whether this installation limits anything.</param>
/// <param name="Items">One entry for each thing that is limited per person.</param>
internal sealed record LimitList(bool Enabled, IReadOnlyList<LimitView> Items);

/// <summary>One limit of the caller.</summary>
/// <param name="Policy">Its name, such as <c>chat</c>.</param>
/// <param name="Limit">How often within the window.</param>
/// <param name="Used">How often he did within the window that ends now.</param>
/// <param name="Remaining">How often he still may.</param>
/// <param name="WindowSeconds">Length of the window, which slides.</param>
/// <param name="ResetSeconds">When the next one comes back; 0 when none is used.</param>
internal sealed record LimitView(string Policy, int Limit, int Used, int Remaining, long WindowSeconds, long ResetSeconds);
