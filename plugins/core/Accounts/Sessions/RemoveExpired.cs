using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>Deletes what ended long ago: sessions, tokens, links, invitations, messages, and attempts that no longer count.</summary>
internal sealed class RemoveExpired(AccountsDbContext context, TimeProvider time) : IPluginJob
{
    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset ended = now - SessionLifetime.KeepEnded;
        await context.Sessions
            .Where(session => session.ExpiresAt < ended || session.RevokedAt < ended)
            .ExecuteDeleteAsync(cancellationToken);
        await context.Tickets.Where(ticket => ticket.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);

        // Whoever registered and never opened the link: the address is free again.
        await context.Users
            .Where(user => user.PasswordHash == null && user.EmailConfirmedAt == null && !context.Tickets.Any(ticket => ticket.UserId == user.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Mail.Where(mail => mail.CreatedAt < ended).ExecuteDeleteAsync(cancellationToken);
        await context.Invitations
            .Where(item => item.ExpiresAt < ended || item.AcceptedAt < ended || item.RevokedAt < ended)
            .ExecuteDeleteAsync(cancellationToken);
        await context.AccessTokens.Where(token => token.RevokedAt < ended).ExecuteDeleteAsync(cancellationToken);
        DateTimeOffset forgotten = now - SignInThrottle.Window;
        await context.SignInAttempts.Where(attempt => attempt.At < forgotten).ExecuteDeleteAsync(cancellationToken);
    }
}
