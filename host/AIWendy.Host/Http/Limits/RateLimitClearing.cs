using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Http.Limits;

/// <summary>Deletes counts that no longer count, every ten minutes while limits are on.</summary>
internal sealed partial class RateLimitClearing(RateLimiter limiter, RateLimitStore store, IHostDatabase database, TimeProvider time, ILogger<RateLimitClearing> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever keeps the database from coming up is reported where it is started.
        await database.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!database.Ready.IsCompletedSuccessfully)
        {
            return;
        }

        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!limiter.IsOn)
            {
                continue;
            }

            try
            {
                await store.ClearAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old counts of rate limits stay until the next time")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
