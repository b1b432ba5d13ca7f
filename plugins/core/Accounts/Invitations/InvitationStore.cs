using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Invitations;

/// <summary>Offers to create an account with a role.</summary>
internal sealed class InvitationStore(AccountsDbContext context, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Makes an invitation in the place of an open one for the same address; the secret is answered this one time.</summary>
    public async Task<(Invitation Invitation, string Token)> AddAsync(string email, Role role, Guid invitedBy, CancellationToken cancellationToken)
    {
        string token = SessionToken.Create();
        DateTimeOffset now = time.GetUtcNow();
        await context.Invitations
            .Where(other => other.Email == email && other.AcceptedAt == null && other.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(other => other.RevokedAt, now), cancellationToken);
        Invitation invitation = new()
        {
            Email = email,
            Role = role,
            TokenHash = SessionToken.Hash(token)!,
            InvitedBy = invitedBy,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        context.Invitations.Add(invitation);
        await context.SaveChangesAsync(cancellationToken);
        return (invitation, token);
    }

    /// <summary>The invitation with this secret while it is open.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (SessionToken.Hash(token) is not { } hash)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        return await context.Invitations.AsNoTracking().SingleOrDefaultAsync(
            item => item.TokenHash == hash && item.AcceptedAt == null && item.RevokedAt == null && item.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Uses an invitation up; false when somebody else did or it was taken back.</summary>
    public async Task<bool> AcceptAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await context.Invitations
            .Where(item => item.Id == invitation.Id && item.AcceptedAt == null && item.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.AcceptedAt, now), cancellationToken) == 1;
    }

    /// <summary>Every open invitation, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await context.Invitations.AsNoTracking()
            .Where(item => item.AcceptedAt == null && item.RevokedAt == null && item.ExpiresAt > now)
            .OrderByDescending(item => item.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes an invitation back; false when there is no open one with this id.</summary>
    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await context.Invitations
            .Where(item => item.Id == id && item.AcceptedAt == null && item.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.RevokedAt, now), cancellationToken) == 1;
    }
}
