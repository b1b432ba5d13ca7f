using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins;

/// <summary>Brings one plugin version from its folder to the point where it may serve, and takes it down again.</summary>
internal sealed partial class PluginActivation(
    PluginFactory factory,
    IHostDatabase database,
    ILoggerFactory loggers,
    PluginRuntimeOptions options,
    PluginFaults faults,
    RetiredVersions retired)
{
    private readonly ILogger logger = loggers.CreateLogger<PluginActivation>();

    /// <summary>Loads, migrates, starts and checks. Nothing is published.</summary>
    /// <param name="package">What to bring up.</param>
    /// <param name="inspect">Refuses a version that does not fit the ones that serve; throws.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PluginRefusedException">It can not serve.</exception>
    public async Task<PluginInstance> BringUpAsync(PluginPackage package, Action<PluginInstance> inspect, CancellationToken cancellationToken)
    {
        faults.Clear(package.Id);
        PluginInstance instance = await factory.BuildAsync(package, cancellationToken);
        string step = "The check against other plugins";
        try
        {
            inspect(instance);
            step = "A migration";
            foreach (IPluginDatabase schema in instance.Contributions.Databases)
            {
                await schema.MigrateAsync(database, loggers, cancellationToken);
            }

            step = "StartAsync";
            await StartAsync(instance, cancellationToken);
            step = "A health check";
            if (await CheckAsync(instance, cancellationToken) is { } sick)
            {
                throw new PluginRefusedException($"It is not healthy: {sick}");
            }

            return instance;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (exception is not PluginRefusedException)
            {
                LogFailed(logger, exception, package.Id, step);
            }

            string reason = exception is PluginRefusedException ? exception.Message : $"{step} failed: {exception.Message}";
            PluginState state = exception is PluginRefusedException refused ? refused.State : PluginState.Faulted;
            await TakeDownAsync(instance);
            throw new PluginRefusedException(reason, state);
        }
        catch
        {
            await TakeDownAsync(instance);
            throw;
        }
    }

    /// <summary>Waits for what runs, stops, disposes and unloads. Never throws.</summary>
    /// <param name="instance">A version that is no longer published.</param>
    /// <param name="drainLimit">How long running work may take; null for the usual limit.</param>
    public async Task TakeDownAsync(PluginInstance instance, TimeSpan? drainLimit = null)
    {
        if (!await instance.DrainAsync(drainLimit ?? options.DrainLimit))
        {
            LogNotDrained(logger, instance.Id, instance.Package.Manifest.Version);
        }

        try
        {
            await StopAsync(instance);
        }
        catch (Exception exception)
        {
            faults.Report(instance.Id, "StopAsync", exception);
        }

        retired.Add(instance);
        try
        {
            await instance.DisposeAsync().AsTask().WaitAsync(options.StartLimit);
        }
        catch (Exception exception)
        {
            faults.Report(instance.Id, "disposing its services", exception);
        }
    }

    /// <summary>Asks every health check of a plugin; null when it is well.</summary>
    public async Task<string?> CheckAsync(PluginInstance instance, CancellationToken cancellationToken)
    {
        foreach (Type type in instance.Contributions.HealthChecks)
        {
            using IDisposable call = CallContext.Enter(SystemCall);
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(options.HealthLimit);
            try
            {
                string? sick = await Task.Run(() => CheckOneAsync(instance, type, limit.Token), limit.Token)
                    .WaitAsync(options.HealthLimit, cancellationToken);
                if (sick is not null)
                {
                    return sick;
                }
            }
            catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return $"A health check did not answer within {options.HealthLimit.TotalSeconds:0.#} s.";
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return $"A health check failed: {exception.Message}";
            }
        }

        return null;
    }

    /// <summary>The call in which the host itself works for a plugin: the default tenant, nobody's user.</summary>
    private static CallState SystemCall { get; } = new() { TenantId = WellKnown.DefaultTenantId, Role = Role.Owner };

    private static async Task<string?> CheckOneAsync(PluginInstance instance, Type type, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = instance.Services.CreateAsyncScope();
        IPluginHealthCheck check = (IPluginHealthCheck)scope.ServiceProvider.GetRequiredService(type);
        return await check.CheckAsync(cancellationToken);
    }

    private async Task StartAsync(PluginInstance instance, CancellationToken cancellationToken)
    {
        foreach (Type type in instance.Contributions.Startups)
        {
            await BoundedAsync(instance, type, (startup, token) => startup.StartAsync(token), "StartAsync", cancellationToken);
            instance.Started.Add(type);
        }
    }

    private async Task StopAsync(PluginInstance instance)
    {
        foreach (Type type in instance.Started.AsEnumerable().Reverse())
        {
            await BoundedAsync(instance, type, (startup, token) => startup.StopAsync(token), "StopAsync", CancellationToken.None);
        }
    }

    private async Task BoundedAsync(
        PluginInstance instance,
        Type type,
        Func<IPluginStartup, CancellationToken, Task> work,
        string name,
        CancellationToken cancellationToken)
    {
        using IDisposable call = CallContext.Enter(SystemCall);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.StartLimit);
        try
        {
            await Task.Run(() => work((IPluginStartup)instance.StartupServices.GetRequiredService(type), limit.Token), limit.Token)
                .WaitAsync(options.StartLimit, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new PluginRefusedException($"{name} did not end within {options.StartLimit.TotalSeconds:0.#} s.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugin {PluginId}: {Step} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string pluginId, string step);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} {Version} still had work to do when its time was over")]
    private static partial void LogNotDrained(ILogger logger, string pluginId, string version);
}
