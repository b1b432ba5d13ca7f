using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Endpoints;
using AIWendy.Plugins.Accounts.Invitations;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Administration;

/// <summary>People, invitations, roles and sessions of the tenant, for its administrators.</summary>
internal static class AdminEndpoints
{
    private const int PageSize = 50;
    private const int MostSessions = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder admin = api.MapGroup("/admin").WithTags("Administration");
        MapUsers(admin);
        admin.MapGet("/invitations", ListInvitationsAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.invitations").WithSummary("Invitations that nobody has accepted yet");
        admin.MapPost("/invitations", InviteAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.invite").WithSummary("Invite somebody by mail; answers the link this one time");
        admin.MapDelete("/invitations/{id:guid}", RevokeInvitationAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.revokeInvitation").WithSummary("Take an invitation back");
        admin.MapGet("/roles", ListRoles)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.roles").WithSummary("The roles and the permissions that each holds");
        admin.MapGet("/sessions", ListSessionsAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.sessions").WithSummary("Where people are signed in");
        admin.MapDelete("/sessions/{id:guid}", RevokeSessionAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.revokeSession").WithSummary("End anybody's session");
        OutboxEndpoints.Map(admin);
    }

    private static void MapUsers(RouteGroupBuilder admin)
    {
        admin.MapGet("/users", ListUsersAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.users").WithSummary("Everybody who has an account");
        admin.MapPatch("/users/{id:guid}", ChangeUserAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.changeUser").WithSummary("Change somebody's role, or close and open the account");
        admin.MapPost("/users/{id:guid}/sign-out", SignOutAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.signOutUser").WithSummary("End every session of a person");
        admin.MapPost("/users/{id:guid}/reset-password", ResetPasswordAsync)
            .RequirePermission(AccountsPermissions.Admin).WithName("admin.resetPassword").WithSummary("Send a person a link to choose a new password");
    }

    private static async Task<Ok<UserPage>> ListUsersAsync(
        UserAdministration administration, CancellationToken cancellationToken, string? search = null, Guid? cursor = null)
    {
        IReadOnlyList<User> found = await administration.ListAsync(search, cursor, PageSize + 1, cancellationToken);
        bool more = found.Count > PageSize;
        return TypedResults.Ok(new UserPage([.. found.Take(PageSize).Select(Describe)], more ? found[PageSize - 1].Id : null));
    }

    private static async Task<Ok<UserInfo>> ChangeUserAsync(
        Guid id, UserChange change, UserAdministration administration, CancellationToken cancellationToken) =>
        TypedResults.Ok(Describe(await administration.ChangeAsync(id, change.Role, change.Disabled, cancellationToken)));

    private static async Task<NoContent> SignOutAsync(Guid id, UserAdministration administration, CancellationToken cancellationToken)
    {
        await administration.SignOutAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> ResetPasswordAsync(
        Guid id, UserAdministration administration, HttpContext http, CancellationToken cancellationToken)
    {
        await administration.SendResetAsync(id, http, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Ok<InvitationList>> ListInvitationsAsync(InvitationStore invitations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new InvitationList([.. (await invitations.ListAsync(cancellationToken)).Select(Describe)]));

    private static async Task<Created<InvitationCreated>> InviteAsync(
        InvitationRequest request,
        InvitationStore invitations,
        UserAdministration administration,
        RegistrationPolicy policy,
        IDeployment deployment,
        AccountMails mails,
        PublicAddress address,
        AccountAudit audit,
        ICurrentUser caller,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        string email = request.Email?.Trim() ?? string.Empty;
        if (UserRules.CheckEmail(email) is { } problem)
        {
            throw ProblemException.Invalid("email", problem.For(caller.Language));
        }

        administration.DemandRank(request.Role);
        if (!policy.AllowsInvited(deployment))
        {
            throw AccountProblems.RegistrationClosed(caller.Language);
        }

        string origin = address.Origin(http.Request);
        (Invitation invitation, string token) = await invitations.AddAsync(email, request.Role, caller.Id, cancellationToken);
        await mails.InviteAsync(email, origin, token, caller.Language, cancellationToken);
        await audit.ByCallerAsync(AccountActions.Invite, invitation.Id, new JsonObject { ["role"] = request.Role.ToString().ToLowerInvariant() });
        return TypedResults.Created(
            $"/api/admin/invitations/{invitation.Id}",
            new InvitationCreated(Describe(invitation), $"{origin}/register#{token}"));
    }

    private static async Task<NoContent> RevokeInvitationAsync(
        Guid id, InvitationStore invitations, AccountAudit audit, CancellationToken cancellationToken)
    {
        if (!await invitations.RevokeAsync(id, cancellationToken))
        {
            throw ProblemException.NotFound("The invitation");
        }

        await audit.ByCallerAsync(AccountActions.InvitationRevoke, id);
        return TypedResults.NoContent();
    }

    private static Ok<RoleList> ListRoles(IPermissions permissions, ICurrentUser caller) =>
        TypedResults.Ok(new RoleList(
        [
            .. Enum.GetValues<Role>().Select(role => new RoleInfo(
                role,
                [.. permissions.All.Where(item => item.GrantedTo <= role).Select(item => new ScopeInfo(item.Key, item.Description.For(caller.Language)))])),
        ]));

    private static async Task<Ok<AnySessionList>> ListSessionsAsync(SessionStore sessions, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AnySessionList(
        [
            .. (await sessions.ListAllAsync(MostSessions, cancellationToken)).Select(row => new AnySession(
                row.Session.Id,
                row.Session.UserId,
                row.Email,
                row.Session.UserAgent,
                row.Session.Address,
                row.Session.CreatedAt,
                row.Session.LastSeenAt)),
        ]));

    private static async Task<NoContent> RevokeSessionAsync(
        Guid id, SessionStore sessions, UserAdministration administration, AccountAudit audit, CancellationToken cancellationToken)
    {
        Guid userId = await sessions.UserOfAsync(id, cancellationToken) ?? throw ProblemException.NotFound("The session");
        await administration.DemandRankAsync(userId);
        await sessions.RevokeAsync(userId, id, cancellationToken);
        await audit.ByCallerAsync(AccountActions.SessionRevoke, id, new JsonObject { ["account"] = userId });
        return TypedResults.NoContent();
    }

    private static UserInfo Describe(User user) => new(
        user.Id,
        user.Email,
        user.DisplayName,
        user.Role,
        user.EmailConfirmedAt is not null,
        user.AuthenticatorConfirmedAt is not null,
        user.CreatedAt,
        user.DisabledAt,
        user.DeletionDueAt);

    private static InvitationInfo Describe(Invitation invitation) =>
        new(invitation.Id, invitation.Email, invitation.Role, invitation.CreatedAt, invitation.ExpiresAt);
}
