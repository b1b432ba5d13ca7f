using System.Security.Claims;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Http.Problems;
using AIWendy.Host.Http.Shell;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Who calls, in which tenant, and whether he may: identifies the caller, makes the call current, refuses requests that
/// another site forged, and holds the endpoint's own demands against the caller's role, the request's size and how often he
/// called. What no endpoint takes goes to the web shell.
/// </summary>
/// <remarks>Waits only where there is something to wait for: most requests pass through without a suspension.</remarks>
internal sealed class RequestAccess(
    RequestDelegate next,
    RequestAuthentication authentication,
    IPermissionCatalogue permissions,
    RateLimiter limiter,
    ShellFallback shell,
    ProblemWriter problems)
{
    public Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            return shell.SendAsync(context);
        }

        if (endpoint is not RouteEndpoint && endpoint.Metadata.Count == 0)
        {
            // The router's own 405 and 415 answers: nothing of ours will run.
            return next(context);
        }

        EndpointDemands demands = EndpointDemands.Of(endpoint);
        ValueTask<ClaimsPrincipal?> caller = authentication.AuthenticateAsync(context);
        return caller.IsCompletedSuccessfully ? EnterAsync(context, demands, caller.GetAwaiter().GetResult()) : WaitAsync(context, demands, caller);
    }

    private async Task WaitAsync(HttpContext context, EndpointDemands demands, ValueTask<ClaimsPrincipal?> caller) =>
        await EnterAsync(context, demands, await caller);

    private Task EnterAsync(HttpContext context, EndpointDemands demands, ClaimsPrincipal? caller)
    {
        CallState call = Callers.Describe(caller, context.Request);
        Note(context, demands, caller, call);
        if (Refuse(context, demands, caller, call) is { } problem)
        {
            return problems.WriteAsync(context, problem);
        }

        if (!BodyLimit.TryApply(context, demands.BodyBytes))
        {
            return RefuseBodyAsync(context);
        }

        return demands.RateLimit is { } limit && limiter.IsOn ? CountAsync(context, limit, call) : next(context);
    }

    private async Task CountAsync(HttpContext context, RateLimitMetadata limit, CallState call)
    {
        if (await limiter.TakeAsync(context, limit, call) is { } problem)
        {
            await problems.WriteAsync(context, problem);
            return;
        }

        await next(context);
    }

    private async Task RefuseBodyAsync(HttpContext context) => await problems.WriteAsync(context, await BodyLimit.RefuseAsync(context));

    private Problem? Refuse(HttpContext context, EndpointDemands demands, ClaimsPrincipal? caller, CallState call)
    {
        if (CrossSite.IsForged(context, caller))
        {
            return new Problem(StatusCodes.Status403Forbidden, "cross_site");
        }

        if (demands.IsPublic)
        {
            return null;
        }

        if (caller is null)
        {
            return new Problem(StatusCodes.Status401Unauthorized, "sign_in_required");
        }

        bool may = demands.Permission is null
            ? call.Scopes is null
            : (demands.Role ?? permissions.RequiredRole(demands.Permission)) is { } role && call.Role >= role && call.Scopes?.Contains(demands.Permission) != false;
        return may ? null : new Problem(StatusCodes.Status403Forbidden, "forbidden");
    }

    private static void Note(HttpContext context, EndpointDemands demands, ClaimsPrincipal? caller, CallState call)
    {
        CallFlow flow = CallFlow.Current ??= CallFlow.Of(context);
        flow.PluginId = demands.Plugin?.PluginId;
        flow.Plugin = demands.Plugin;
        flow.Call = call;
        flow.Caller = caller;
        flow.Http = context;
    }
}
