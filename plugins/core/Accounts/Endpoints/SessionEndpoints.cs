using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/sessions", ListAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.sessions")
            .WithSummary("Browsers in which the caller is signed in");
        accounts.MapDelete("/sessions/{id:guid}", RevokeAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.revokeSession")
            .WithSummary("Sign a browser of the caller out");
        accounts.MapDelete("/sessions", RevokeOthersAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.revokeOtherSessions")
            .WithSummary("Sign every other browser of the caller out");
    }

    private static async Task<NoContent> RevokeOthersAsync(
        ICurrentUser caller, SessionStore sessions, AccountAudit audit, HttpContext http, CancellationToken cancellationToken)
    {
        int ended = await sessions.RevokeOthersAsync(caller.Id, http.Request, cancellationToken);
        await audit.ByCallerAsync(AccountActions.SessionsRevoke, caller.Id, new JsonObject { ["sessions"] = ended });
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SessionList>> ListAsync(
        ICurrentUser caller, SessionStore sessions, HttpContext http, CancellationToken cancellationToken)
    {
        byte[]? current = SessionToken.Hash(SessionCookie.Read(http.Request));
        IReadOnlyList<Session> found = await sessions.ListAsync(caller.Id, cancellationToken);
        return TypedResults.Ok(new SessionList(
        [
            .. found.Select(session => new SessionInfo(
                session.Id,
                current is not null && session.TokenHash.AsSpan().SequenceEqual(current),
                session.UserAgent,
                session.Address,
                session.CreatedAt,
                session.LastSeenAt,
                session.ExpiresAt)),
        ]));
    }

    private static async Task<NoContent> RevokeAsync(
        Guid id, ICurrentUser caller, SessionStore sessions, AccountAudit audit, CancellationToken cancellationToken)
    {
        if (!await sessions.RevokeAsync(caller.Id, id, cancellationToken))
        {
            throw ProblemException.NotFound("The session");
        }

        await audit.ByCallerAsync(AccountActions.SessionRevoke, id);
        return TypedResults.NoContent();
    }
}
