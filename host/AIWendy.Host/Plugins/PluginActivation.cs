using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Host.Plugins;

/// <summary>Brings one plugin version from its folder to the point where it may serve, and takes it down again.</summary>
internal sealed partial class PluginActivation(
    PluginFactory factory,
    IHostDatabase database,
    ILoggerFactory loggers,
    PluginRuntimeOptions options,
    PluginFaults faults,
    CallCircuits circuits,
    CrashMarks marks,
    RetiredVersions retired,
    SchemaIsolation isolation)
{
    private const string HealthCheck = "a health check";

    private readonly ILogger logger = loggers.CreateLogger<PluginActivation>();

    /// <summary>Loads, migrates, starts and checks. Nothing is published.</summary>
    /// <param name="package">What to bring up.</param>
    /// <param name="inspect">Refuses a version that does not fit the ones that serve; throws.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PluginRefusedException">It can not serve.</exception>
    public async Task<PluginInstance> BringUpAsync(PluginPackage package, Action<PluginInstance> inspect, CancellationToken cancellationToken)
    {
        circuits.Clear(package.Id);
        faults.Begin(package.Id);
        marks.Begin(package.Id, package.Manifest.Version);
        try
        {
            PluginInstance instance = await factory.BuildAsync(package, cancellationToken);
            await PrepareAsync(instance, inspect, cancellationToken);
            return instance;
        }
        finally
        {
            marks.End(package.Id);
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
            Report(instance.Id, "StopAsync", exception);
        }

        retired.Add(instance);
        try
        {
            await BoundedCall.RunAsync(async _ => await instance.DisposeAsync(), options.StartLimit, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Report(instance.Id, "disposing its services", exception);
        }

        // Whoever goes on after this must not do so on top of stack frames that still know the plugin's types: they
        // would keep it in memory for as long as he takes.
        await Task.Yield();
    }

    /// <summary>Asks every health check of a plugin; null when it is well.</summary>
    public async Task<string?> CheckAsync(PluginInstance instance, CancellationToken cancellationToken)
    {
        foreach (Type type in instance.Contributions.HealthChecks)
        {
            string? sick = await CheckAsync(instance, type, cancellationToken);
            if (sick is not null)
            {
                return sick;
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

    private async Task PrepareAsync(PluginInstance instance, Action<PluginInstance> inspect, CancellationToken cancellationToken)
    {
        string step = "The check against other plugins";
        try
        {
            inspect(instance);
            step = "A migration";
            await MigrateAsync(instance, cancellationToken);

            step = "StartAsync";
            await StartAsync(instance, cancellationToken);
            step = "A health check";
            if (await CheckAsync(instance, cancellationToken) is { } sick)
            {
                throw new PluginRefusedException($"It is not healthy: {sick}");
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            PluginRefusedException refusal = Refuse(instance, step, exception);
            await TakeDownAsync(instance);
            throw refusal;
        }
        catch
        {
            await TakeDownAsync(instance);
            throw;
        }
    }

    // The time for a migration starts with its turn: the wait for another plugin's is not its own.
    private async Task MigrateAsync(PluginInstance instance, CancellationToken cancellationToken)
    {
        bool isChanged = false;
        foreach (IPluginDatabase schema in instance.Contributions.Databases)
        {
            if (!await BoundedCall.RunAsync(token => schema.IsCurrentAsync(database, token), options.MigrationLimit, cancellationToken))
            {
                using IDisposable turn = await MigrationTurn.TakeAsync(cancellationToken);
                await BoundedCall.RunAsync(token => schema.MigrateAsync(database, loggers, token), options.MigrationLimit, cancellationToken);
                isChanged = true;
            }
        }

        if (instance.Contributions.Databases.Count > 0 && await isolation.FindFaultAsync(PluginSchema.OfId(instance.Id), isChanged, cancellationToken) is { } fault)
        {
            throw new PluginRefusedException($"Its tables do not keep tenants apart: {fault}", PluginState.Incompatible);
        }
    }

    private PluginRefusedException Refuse(PluginInstance instance, string step, Exception exception)
    {
        switch (exception)
        {
            case PluginRefusedException refused:
                return refused;
            case CallTimeoutException late:
                Report(instance.Id, step, late);
                return new PluginRefusedException(late.For(step));
            default:
                Report(instance.Id, step, exception);
                return new PluginRefusedException($"{step} failed: {PluginFaults.OneLine(exception.Message)}");
        }
    }

    private void Report(string id, string where, Exception exception, CallBreak broken = default)
    {
        faults.Report(id, where, exception, broken);
        if (exception is LostCallException)
        {
            faults.CountLost(id);
        }
    }

    private async Task<string?> CheckAsync(PluginInstance instance, Type type, CancellationToken cancellationToken)
    {
        if (!circuits.MayCall(instance.Id, HealthCheck))
        {
            return "A health check never came back; it is left out for a while.";
        }

        using IDisposable call = CallContext.Enter(SystemCall);
        try
        {
            string? sick = await BoundedCall.RunAsync(token => CheckOneAsync(instance, type, token), options.HealthLimit, cancellationToken);
            if (circuits.Succeeded(instance.Id, HealthCheck))
            {
                faults.Recovered(instance.Id, HealthCheck);
            }

            return sick;
        }
        catch (LostCallException exception)
        {
            Report(instance.Id, HealthCheck, exception, circuits.Lost(instance.Id, HealthCheck));
            return exception.For("A health check");
        }
        catch (CallTimeoutException exception)
        {
            return exception.For("A health check");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"A health check failed: {exception.Message}";
        }
    }

    private async Task StartAsync(PluginInstance instance, CancellationToken cancellationToken)
    {
        foreach (Type type in instance.Contributions.Startups)
        {
            await BoundedAsync(instance, type, (startup, token) => startup.StartAsync(token), cancellationToken);
            instance.Started.Add(type);
        }
    }

    private async Task StopAsync(PluginInstance instance)
    {
        foreach (Type type in instance.Started.AsEnumerable().Reverse())
        {
            await BoundedAsync(instance, type, (startup, token) => startup.StopAsync(token), CancellationToken.None);
        }
    }

    private async Task BoundedAsync(PluginInstance instance, Type type, Func<IPluginStartup, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using IDisposable call = CallContext.Enter(SystemCall);
        await BoundedCall.RunAsync(
            token => work((IPluginStartup)instance.StartupServices.GetRequiredService(type), token),
            options.StartLimit,
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} {Version} still had work to do when its time was over")]
    private static partial void LogNotDrained(ILogger logger, string pluginId, string version);
}
