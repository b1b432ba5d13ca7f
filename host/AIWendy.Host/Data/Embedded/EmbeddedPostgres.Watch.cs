namespace AIWendy.Host.Data.Embedded;

/// <summary>Starts the server again when it ends without having been asked to, for example because the system was short of memory.</summary>
internal sealed partial class EmbeddedPostgres
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource watchEnds = new();
    private Task watch = Task.CompletedTask;

    private void Watch() => watch = WatchAsync(watchEnds.Token);

    private async Task StopWatchingAsync()
    {
        await watchEnds.CancelAsync();
        await watch;
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (server is { } running)
            {
                await running.EndsAsync(cancellationToken);
                LogEnded(running.Id);
                await StartAgainAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops the server itself.
        }
    }

    private async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                ServerFiles.RemoveStale(Cluster);
                ServiceUser? user = ServiceUser.Choose();

                // The connections of this process lead to the port that the server had.
                await LaunchAsync(PostgresPrograms.Find(settings, ServerFiles.Major(Cluster), user), user, mayMove: false, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is DatabaseException or IOException or UnauthorizedAccessException)
            {
                LogNotStartedAgain(exception.Message, PauseAfterFailure.TotalSeconds);
                await Task.Delay(PauseAfterFailure, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database server, process {Process}, has ended without being asked to; it is started again")]
    private partial void LogEnded(int process);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database server could not be started again: {Problem} The next attempt follows in {Seconds} s")]
    private partial void LogNotStartedAgain(string problem, double seconds);
}
