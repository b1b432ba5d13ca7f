using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Problems;

namespace AIWendy.Host.Http.Pipeline;

/// <summary>Answers 503 for the API until the platform is up; the page and the health endpoints answer at once.</summary>
internal sealed class NotReadyGate(RequestDelegate next, IPlatformReadiness readiness, ProblemWriter problems)
{
    public Task InvokeAsync(HttpContext context) =>
        readiness.IsReady || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : problems.WriteAsync(context, new Problem(503, "starting") { RetryAfter = TimeSpan.FromSeconds(1) });
}
