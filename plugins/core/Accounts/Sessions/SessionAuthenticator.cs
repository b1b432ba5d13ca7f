using System.Data.Common;
using System.Security.Claims;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>Recognises a person by the session cookie.</summary>
[Credential(Cookie = SessionCookie.PlainName)]
[Credential(Cookie = SessionCookie.SecureName)]
internal sealed partial class SessionAuthenticator(
    SessionCache cache,
    ITenantContext tenant,
    TimeProvider time,
    ICurrentUser caller,
    IServiceProvider services,
    ILogger<SessionAuthenticator> logger)
    : IRequestAuthenticator
{
    public async ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (SessionToken.Hash(SessionCookie.Read(context.Request)) is not { } tokenHash)
        {
            return null;
        }

        ActiveSession? session = cache.Find(tokenHash);
        if (session is null || session.TenantId != tenant.TenantId)
        {
            session = await LookUpAsync(context, tokenHash, cancellationToken);
        }

        return session is null ? null : Identity(session);
    }

    private async Task<ActiveSession?> LookUpAsync(HttpContext context, byte[] tokenHash, CancellationToken cancellationToken)
    {
        // Resolved here, because most requests are answered from the cache and need no database context.
        SessionStore store = services.GetRequiredService<SessionStore>();
        long generation = cache.Generation;
        try
        {
            if (await store.FindAsync(tokenHash, cancellationToken) is not { } session)
            {
                return null;
            }

            session = await TouchAsync(store, context, session, cancellationToken);
            cache.Remember(tokenHash, session, generation);
            return session;
        }
        catch (Exception exception) when (exception is DbException || exception.InnerException is DbException)
        {
            // Not knowing is no answer: the host would go on as if nobody had signed in, or as the guest.
            LogLookUpFailed(logger, exception);
            throw AccountProblems.SessionUnknown(caller.Language);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A session could not be looked up")]
    private static partial void LogLookUpFailed(ILogger logger, Exception exception);

    private async Task<ActiveSession> TouchAsync(
        SessionStore store, HttpContext context, ActiveSession session, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now - session.LastSeenAt < SessionLifetime.SeenPrecision)
        {
            return session;
        }

        bool renew = session.ExpiresAt - now < SessionLifetime.Idle - SessionLifetime.RenewAfter;
        ActiveSession touched = session with
        {
            LastSeenAt = now,
            ExpiresAt = renew ? now + SessionLifetime.Idle : session.ExpiresAt,
        };
        await store.TouchAsync(session.SessionId, touched.LastSeenAt, touched.ExpiresAt, cancellationToken);
        if (renew && !context.Response.HasStarted)
        {
            SessionCookie.Write(context, SessionCookie.Read(context.Request)!);
        }

        return touched;
    }

    private static ClaimsIdentity Identity(ActiveSession session)
    {
        List<Claim> claims =
        [
            new(AIWendyClaims.UserId, session.UserId.ToString("D")),
            new(AIWendyClaims.TenantId, session.TenantId.ToString("D")),
            new(AIWendyClaims.Role, session.Role.ToString()),
            new(AIWendyClaims.Name, session.Name),
            new(AIWendyClaims.Transport, "cookie"),
        ];
        if (session.Language is { } language)
        {
            claims.Add(new Claim(AIWendyClaims.Language, language));
        }

        return new ClaimsIdentity(claims, "session", AIWendyClaims.Name, AIWendyClaims.Role);
    }
}
