using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>Starts, finds, renews and ends sessions.</summary>
internal sealed class SessionStore(AccountsDbContext context, SessionCache cache, ITenantContext tenant, TimeProvider time)
{
    private const int LongestUserAgent = 400;

    /// <summary>Starts a session for the browser that makes the request and ends the one it had.</summary>
    public async Task StartAsync(User user, HttpContext http, CancellationToken cancellationToken)
    {
        await EndCurrentAsync(http.Request, cancellationToken);
        string token = SessionToken.Create();
        DateTimeOffset now = time.GetUtcNow();
        context.Sessions.Add(new Session
        {
            UserId = user.Id,
            TokenHash = SessionToken.Hash(token)!,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + SessionLifetime.Idle,
            UserAgent = Limit(http.Request.Headers.UserAgent.ToString()),
            Address = http.Connection.RemoteIpAddress?.ToString(),
        });
        await context.SaveChangesAsync(cancellationToken);
        SessionCookie.Write(http, token);
    }

    /// <summary>The session with this token when it is neither revoked nor expired.</summary>
    public async Task<ActiveSession?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        Guid tenantId = tenant.TenantId;
        return await (
            from session in context.Sessions.AsNoTracking()
            where session.TokenHash == tokenHash && session.RevokedAt == null && session.ExpiresAt > now
            join user in context.Users.AsNoTracking() on session.UserId equals user.Id
            where user.DisabledAt == null
            select new ActiveSession(
                session.Id,
                tenantId,
                user.Id,
                user.Role,
                user.DisplayName ?? user.Email,
                user.Language,
                session.LastSeenAt,
                session.ExpiresAt)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Notes that the session was used.</summary>
    public Task TouchAsync(Guid sessionId, DateTimeOffset seenAt, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        context.Sessions
            .Where(session => session.Id == sessionId && session.RevokedAt == null)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(session => session.LastSeenAt, seenAt)
                    .SetProperty(session => session.ExpiresAt, expiresAt),
                cancellationToken);

    /// <summary>A person's sessions that still open the door, last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await context.Sessions.AsNoTracking()
            .Where(session => session.UserId == userId && session.RevokedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt)
            .ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of a person; false when he has none with this id.</summary>
    public async Task<bool> RevokeAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken) =>
        await RevokeAsync(userId, context.Sessions.Where(session => session.Id == sessionId), cancellationToken) > 0;

    /// <summary>Ends every session of a person but the one of this request.</summary>
    public Task<int> RevokeOthersAsync(Guid userId, HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] current = SessionToken.Hash(SessionCookie.Read(request)) ?? [];
        return RevokeAsync(userId, context.Sessions.Where(session => session.TokenHash != current), cancellationToken);
    }

    /// <summary>Ends every session of a person.</summary>
    public Task<int> RevokeAllAsync(Guid userId, CancellationToken cancellationToken) =>
        RevokeAsync(userId, context.Sessions, cancellationToken);

    /// <summary>Ends the session of this request, if it has one.</summary>
    /// <returns>Whether it had one that was open.</returns>
    public async Task<bool> EndCurrentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (SessionToken.Hash(SessionCookie.Read(request)) is not { } tokenHash)
        {
            return false;
        }

        Guid? userId = await context.Sessions
            .Where(session => session.TokenHash == tokenHash)
            .Select(session => (Guid?)session.UserId)
            .SingleOrDefaultAsync(cancellationToken);
        return userId is { } owner && await RevokeAsync(owner, context.Sessions.Where(session => session.TokenHash == tokenHash), cancellationToken) > 0;
    }

    /// <summary>Looks a person's sessions up anew from now on; call it when a change of his has been committed.</summary>
    public void Forget(Guid userId) => cache.ForgetUser(userId);

    /// <summary>Every session of the tenant that opens the door, last used first.</summary>
    public async Task<IReadOnlyList<(Session Session, string Email)>> ListAllAsync(int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var found = await (
            from session in context.Sessions.AsNoTracking()
            where session.RevokedAt == null && session.ExpiresAt > now
            join user in context.Users.AsNoTracking() on session.UserId equals user.Id
            orderby session.LastSeenAt descending, session.Id
            select new { session, user.Email }).Take(limit).ToListAsync(cancellationToken);
        return [.. found.Select(row => (row.session, row.Email))];
    }

    /// <summary>The person of a session that opens the door, or null.</summary>
    public async Task<Guid?> UserOfAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await context.Sessions
            .Where(session => session.Id == sessionId && session.RevokedAt == null)
            .Select(session => (Guid?)session.UserId)
            .SingleOrDefaultAsync(cancellationToken);

    private async Task<int> RevokeAsync(Guid userId, IQueryable<Session> sessions, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int revoked = await sessions
            .Where(session => session.UserId == userId && session.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.RevokedAt, now), cancellationToken);

        // Also when nothing was revoked here: another node may have done it.
        cache.ForgetUser(userId);
        return revoked;
    }

    private static string? Limit(string userAgent) => userAgent.Length switch
    {
        0 => null,
        > LongestUserAgent => userAgent[..LongestUserAgent],
        _ => userAgent,
    };
}
