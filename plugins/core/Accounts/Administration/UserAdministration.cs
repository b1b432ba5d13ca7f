using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tokens;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AIWendy.Plugins.Accounts.Administration;

/// <summary>
/// What administrators do to other people's accounts. Only owners touch owners, and one owner always remains who can
/// sign in and stays.
/// </summary>
internal sealed class UserAdministration(
    AccountsDbContext context,
    UserManager<User> users,
    SessionStore sessions,
    AccessTokenStore tokens,
    PasswordReset reset,
    AccountMails mails,
    PublicAddress address,
    AccountAudit audit,
    ICurrentUser caller,
    TimeProvider time)
{
    public async Task<IReadOnlyList<User>> ListAsync(string? search, Guid? after, int limit, CancellationToken cancellationToken)
    {
        IQueryable<User> found = context.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            string pattern = "%" + search.Trim().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
            found = found.Where(user => EF.Functions.ILike(user.Email, pattern) || EF.Functions.ILike(user.DisplayName!, pattern));
        }

        if (after is { } id)
        {
            found = found.Where(user => user.Id > id);
        }

        return await found.OrderBy(user => user.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Changes role and state; what is null stays.</summary>
    public async Task<User> ChangeAsync(Guid id, Role? role, bool? disabled, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // One change of owners at a time, so that two owners can not remove each other at the same moment.
        await context.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('accounts.owners', 0))", cancellationToken);
        User user = await FindAsync(id);
        DemandRank(user.Role);
        DemandRank(role ?? user.Role);
        bool losesOwner = user.Role == Role.Owner && (disabled == true || (role is { } lower && lower != Role.Owner));
        if (losesOwner && !await HasOtherOwnerAsync(user.Id, cancellationToken))
        {
            throw AccountProblems.LastOwner(caller.Language);
        }

        Role roleBefore = user.Role;
        bool wasOpen = user.DisabledAt is null;
        user.Role = role ?? user.Role;
        user.DisabledAt = disabled is null ? user.DisabledAt : disabled.Value ? user.DisabledAt ?? time.GetUtcNow() : null;
        (await users.UpdateSecurityStampAsync(user)).Demand(caller.Language);
        if (user.DisabledAt is not null)
        {
            await sessions.RevokeAllAsync(user.Id, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        sessions.Forget(user.Id);
        tokens.Forget(user.Id);
        await NoteAsync(user, roleBefore, wasOpen);
        return user;
    }

    /// <summary>Whether somebody else could still own the installation.</summary>
    public Task<bool> HasOtherOwnerAsync(Guid userId, CancellationToken cancellationToken) =>
        context.Users.AnyAsync(
            user => user.Id != userId && user.Role == Role.Owner && user.PasswordHash != null && user.DisabledAt == null && user.DeletionDueAt == null,
            cancellationToken);

    /// <summary>Ends every session of a person.</summary>
    public async Task<int> SignOutAsync(Guid id, CancellationToken cancellationToken)
    {
        User user = await FindAsync(id);
        DemandRank(user.Role);
        int ended = await sessions.RevokeAllAsync(user.Id, cancellationToken);
        await audit.ByCallerAsync(AccountActions.UserSignOut, user.Id, new JsonObject { ["sessions"] = ended });
        return ended;
    }

    /// <summary>Sends a person a link to choose a new password.</summary>
    public async Task SendResetAsync(Guid id, HttpContext http, CancellationToken cancellationToken)
    {
        User user = await FindAsync(id);
        DemandRank(user.Role);
        string origin = address.Origin(http.Request);
        string token = await reset.IssueAsync(user, cancellationToken);
        await mails.ResetAsync(user, origin, token, user.Language ?? caller.Language, cancellationToken);
        await audit.ByCallerAsync(AccountActions.PasswordSend, user.Id);
    }

    /// <summary>Only an owner deals with owners.</summary>
    /// <exception cref="ProblemException">Code <c>owners_only</c>.</exception>
    public void DemandRank(Role role)
    {
        if (role > caller.Role)
        {
            throw AccountProblems.OwnersOnly(caller.Language);
        }
    }

    /// <inheritdoc cref="DemandRank"/>
    public async Task DemandRankAsync(Guid userId) => DemandRank((await FindAsync(userId)).Role);

    private async Task NoteAsync(User user, Role roleBefore, bool wasOpen)
    {
        if (user.Role != roleBefore)
        {
            await audit.ByCallerAsync(AccountActions.RoleChange, user.Id, before: Named(roleBefore), after: Named(user.Role));
        }

        if (wasOpen != (user.DisabledAt is null))
        {
            await audit.ByCallerAsync(wasOpen ? AccountActions.UserDisable : AccountActions.UserEnable, user.Id);
        }
    }

    private static JsonObject Named(Role role) => new() { ["role"] = role.ToString().ToLowerInvariant() };

    private async Task<User> FindAsync(Guid id) =>
        await users.FindByIdAsync(id.ToString("D")) ?? throw ProblemException.NotFound("The user");
}
