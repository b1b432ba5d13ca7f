using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>Deletes sessions that ended long ago and attempts that no longer count.</summary>
internal sealed class RemoveExpired(AccountsDbContext context, TimeProvider time) : IPluginJob
{
    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset ended = now - SessionLifetime.KeepEnded;
        await context.Sessions
            .Where(session => session.ExpiresAt < ended || session.RevokedAt < ended)
            .ExecuteDeleteAsync(cancellationToken);
        DateTimeOffset forgotten = now - SignInThrottle.Window;
        await context.SignInAttempts.Where(attempt => attempt.At < forgotten).ExecuteDeleteAsync(cancellationToken);
    }
}
