using AIWendy.Host.Data;
using AIWendy.Host.Plugins;

namespace AIWendy.Host.Hosting;

/// <summary>Brings up the database, then the plugins, while the server already listens; takes them down in reverse.</summary>
internal sealed partial class PlatformStartup(
    IHostDatabase database,
    IEnumerable<IDatabaseStep> databaseSteps,
    IPluginRuntime plugins,
    IEnumerable<IStartupStep> steps,
    IHostApplicationLifetime lifetime,
    ILogger<PlatformStartup> logger) : IHostedService, IPlatformReadiness, IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task start = Task.CompletedTask;

    public bool IsReady { get; private set; }

    public string? Failure { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        start = Task.Run(() => BringUpAsync(stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsReady = false;
        await stopping.CancelAsync();
        await start;
        foreach (IStartupStep step in steps.Reverse())
        {
            await step.StopAsync(cancellationToken);
        }

        await plugins.StopAsync(cancellationToken);
        foreach (IDatabaseStep step in databaseSteps.Reverse())
        {
            await step.StopAsync(cancellationToken);
        }

        await database.StopAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task BringUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.StartAsync(cancellationToken);
            foreach (IDatabaseStep step in databaseSteps)
            {
                await step.StartAsync(cancellationToken);
            }

            await plugins.StartAsync(cancellationToken);
            foreach (IStartupStep step in steps)
            {
                await step.StartAsync(cancellationToken);
            }

            IsReady = true;
            LogReady(logger);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops before it was up; StopAsync takes down what is there.
        }
        catch (DatabaseException exception)
        {
            // The message is a whole sentence for the operator; a trace below it would only hide it.
            Failure = exception.Message;
            LogRefused(logger, exception.Message);
            LogTrace(logger, exception);
            lifetime.StopApplication();
        }
        catch (Exception exception)
        {
            Failure = exception.Message;
            LogFailed(logger, exception);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ready")]
    private static partial void LogReady(ILogger logger);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The start failed: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Where the start failed")]
    private static partial void LogTrace(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The start failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

/// <summary>Work that needs the database and that the plugins need, such as reading the licences.</summary>
internal interface IDatabaseStep
{
    /// <summary>Runs once, after the database was started and before the plugins are.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Runs after the plugins were stopped, also when <see cref="StartAsync"/> never ran.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}

/// <summary>Work that needs the database and the plugins, such as the job scheduler.</summary>
internal interface IStartupStep
{
    /// <summary>Runs once, after the plugins were started.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Runs before the plugins are stopped, also when <see cref="StartAsync"/> never ran.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
