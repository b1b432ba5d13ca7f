using System.Security.Claims;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Http.Problems;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Who calls, in which tenant, and whether he may: identifies the caller, makes the call current, refuses requests that
/// another site forged, and holds the endpoint's own demands against the caller's role and the request's size.
/// </summary>
internal sealed class RequestAccess(
    RequestDelegate next,
    RequestAuthentication authentication,
    IPermissionCatalogue permissions,
    ProblemWriter problems)
{
    public async Task InvokeAsync(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint();
        if (endpoint is null || endpoint is not RouteEndpoint && endpoint.Metadata.Count == 0)
        {
            // Nothing of ours will run: a page, a file, a 404, or the router's own 405 and 415 answers.
            await next(context);
            return;
        }

        ClaimsPrincipal? caller = await authentication.AuthenticateAsync(context);
        CallState call = Describe(caller, context.Request);
        if (caller is not null)
        {
            context.User = caller;
        }

        Note(context, endpoint, call);
        if ((Refuse(context, endpoint, caller, call) ?? await BodyLimit.ApplyAsync(context, endpoint)) is { } problem)
        {
            await problems.WriteAsync(context, problem);
            return;
        }

        using (CallContext.Enter(call))
        {
            await next(context);
        }
    }

    private Problem? Refuse(HttpContext context, Endpoint endpoint, ClaimsPrincipal? caller, CallState call)
    {
        if (CrossSite.IsForged(context, caller))
        {
            return new Problem(StatusCodes.Status403Forbidden, "cross_site");
        }

        PermissionMetadata? demanded = endpoint.Metadata.GetMetadata<PermissionMetadata>();
        if (demanded is null && endpoint.Metadata.GetMetadata<PublicMetadata>() is not null)
        {
            return null;
        }

        if (caller is null)
        {
            return new Problem(StatusCodes.Status401Unauthorized, "sign_in_required");
        }

        bool may = demanded is null || (permissions.RequiredRole(demanded.Permission) is { } role && call.Role >= role);
        return may ? null : new Problem(StatusCodes.Status403Forbidden, "forbidden");
    }

    private static CallState Describe(ClaimsPrincipal? caller, HttpRequest request)
    {
        string? chosen = caller?.FindFirst(AIWendyClaims.Language)?.Value;
        string language = RequestLanguage.Of(chosen, request.Headers.AcceptLanguage);
        if (caller is null)
        {
            return new CallState { TenantId = WellKnown.DefaultTenantId, Language = language, DoNotTrack = AsksNotToTrack(request.Headers) };
        }

        Guid userId = Guid.Parse(caller.FindFirst(AIWendyClaims.UserId)!.Value);
        return new CallState
        {
            TenantId = Guid.TryParse(caller.FindFirst(AIWendyClaims.TenantId)?.Value, out Guid tenant) ? tenant : WellKnown.DefaultTenantId,
            UserId = userId,
            Role = Enum.TryParse(caller.FindFirst(AIWendyClaims.Role)?.Value, ignoreCase: true, out Role role) && Enum.IsDefined(role) ? role : Role.Viewer,
            IsGuest = userId == WellKnown.GuestUserId,
            DisplayName = caller.FindFirst(AIWendyClaims.Name)?.Value,
            Language = language,
            DoNotTrack = AsksNotToTrack(request.Headers),
        };
    }

    private static bool AsksNotToTrack(IHeaderDictionary headers) => headers["DNT"] == "1" || headers["Sec-GPC"] == "1";

    private static void Note(HttpContext context, Endpoint endpoint, CallState call)
    {
        RequestInfo info = RequestInfo.Of(context);
        info.TenantId = call.TenantId;
        info.UserId = call.UserId == Guid.Empty ? null : call.UserId;
        info.Language = call.Language;
        info.PluginId = endpoint.Metadata.GetMetadata<PluginInstance>()?.Id;
    }
}
