using System.Collections.Immutable;
using System.Diagnostics;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Packaging.Manifests;
using AIWendy.Sdk.Events;

namespace AIWendy.Host.Plugins;

/// <summary>
/// Keeps the active plugins equal to what the folders, the dependencies and the administrator say. One operation at a
/// time; what serves is replaced as a whole, so that readers never wait.
/// </summary>
internal sealed partial class PluginRuntime(
    PluginDiscovery discovery,
    PluginActivation activation,
    ActivePlugins active,
    IPluginStates states,
    IInstalledPlugins installed,
    RetiredVersions retired,
    PluginRecovery recovery,
    PluginRuntimeOptions options,
    IServiceProvider services,
    ILogger<PluginRuntime> logger) : IPluginRuntime, IDisposable
{
    private static readonly TimeSpan ShutdownDrain = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim operations = new(1, 1);
    private readonly Lock gate = new();
    private readonly List<PluginInstance> claimed = [];
    private Dictionary<string, PluginPackage> packages = new(StringComparer.Ordinal);
    private HashSet<string> disabled = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, PluginStatus> statuses = ImmutableSortedDictionary.Create<string, PluginStatus>(StringComparer.Ordinal);

    public event Action? Changed;

    public EndpointDataSource Endpoints => active.Endpoints;

    public IReadOnlyList<PluginStatus> Plugins => [.. statuses.Values];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using Operation operation = await BeginAsync(cancellationToken);
        WantedPlugins wanted = await installed.ReadAsync(cancellationToken);
        disabled = [.. wanted.Disabled];
        await ScanAsync(wanted, cancellationToken);
        await ReconcileCarefullyAsync(cancellationToken);
        StartRecovery();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await StopRecoveryAsync();
        using Operation operation = await BeginAsync(CancellationToken.None);
        List<PluginInstance> left = [.. active.Current.Instances];
        active.Publish([]);
        while (left.Count > 0)
        {
            // Those that nobody else needs go first.
            List<PluginInstance> wave = left.FindAll(instance => !left.Exists(other => other.Package.Manifest.DependsOn.ContainsKey(instance.Id)));
            wave = wave.Count > 0 ? wave : left;
            await Task.WhenAll(wave.Select(instance => activation.TakeDownAsync(instance, ShutdownDrain)));
            left = left.Except(wave).ToList();
        }

        await RetiredAsync(ShutdownDrain);

        lock (gate)
        {
            claimed.Clear();
        }
    }

    public RunHandlerLease? AcquireRunHandler(string kind) =>
        active.Current.RunHandlerOf(kind) is { } found ? ActiveRunHandler.TryTake(found.Owner, found.Handler) : null;

    public async Task<PluginStatus> EnableAsync(string id, CancellationToken cancellationToken)
    {
        using Operation operation = await BeginAsync(cancellationToken);
        RequireKnown(id);
        await states.SetDisabledAsync(id, false, cancellationToken);
        disabled.Remove(id);
        recovery.Forgive(id);
        if (!packages.ContainsKey(id))
        {
            await ScanAsync(await installed.ReadAsync(cancellationToken), cancellationToken);
        }

        if (statuses.TryGetValue(id, out PluginStatus? status) && status.State is not PluginState.Active)
        {
            SetState(id, PluginState.Discovered, null);
        }

        await ReconcileAsync(cancellationToken);
        return statuses[id];
    }

    public async Task<PluginStatus> DisableAsync(string id, CancellationToken cancellationToken)
    {
        using Operation operation = await BeginAsync(cancellationToken);
        RequireKnown(id);
        await states.SetDisabledAsync(id, true, cancellationToken);
        disabled.Add(id);
        await ReconcileAsync(cancellationToken);
        return statuses[id];
    }

    public async Task<PluginStatus> ReplaceAsync(string directory, Func<Task> commit, CancellationToken cancellationToken)
    {
        using Operation operation = await BeginAsync(cancellationToken);
        PluginPackage package;
        try
        {
            package = await discovery.ReadAsync(directory, cancellationToken);
        }
        catch (ManifestException exception)
        {
            throw new PluginRefusedException(exception.Message, PluginState.Incompatible);
        }

        await ReplaceAsync(package, commit, cancellationToken);

        // The change is made: whoever asked for it may go away now, what follows from it may not.
        await ReconcileAsync(CancellationToken.None);
        return statuses[package.Id];
    }

    public async Task<Followed> RescanAsync(CancellationToken cancellationToken)
    {
        using Operation operation = await BeginAsync(cancellationToken);
        WantedPlugins wanted = await installed.ReadAsync(cancellationToken);
        disabled = [.. wanted.Disabled];
        Dictionary<string, PluginPackage> before = packages;
        await ScanAsync(wanted, cancellationToken);
        Dictionary<string, PluginPackage> after = packages;
        Dictionary<string, string> behind = new(wanted.Missing, StringComparer.Ordinal);
        foreach (PluginInstance instance in active.Current.Instances)
        {
            if (wanted.Missing.ContainsKey(instance.Id))
            {
                packages[instance.Id] = before[instance.Id];
                SetStatus(before[instance.Id], PluginState.Active, null);
            }
            else if (after.TryGetValue(instance.Id, out PluginPackage? package) && package.Directory != instance.Package.Directory)
            {
                packages[instance.Id] = before[instance.Id];
                try
                {
                    await ReplaceAsync(package, () => Task.CompletedTask, cancellationToken);
                }
                catch (PluginRefusedException refused)
                {
                    LogRefused(logger, package.Id, package.Manifest.Version, refused.Message);
                    behind[package.Id] = refused.Message;
                }
            }
        }

        await ReconcileAsync(cancellationToken);
        return new Followed(wanted.Generation, behind);
    }

    public async Task<IReadOnlyDictionary<string, string>> CheckHealthAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> sick = new(StringComparer.Ordinal);
        foreach (PluginInstance instance in active.Current.Instances)
        {
            if (!instance.TryEnter())
            {
                continue;
            }

            try
            {
                if (await activation.CheckAsync(instance, cancellationToken) is { } sentence)
                {
                    sick[instance.Id] = sentence;
                }
            }
            finally
            {
                instance.Exit();
            }
        }

        return sick;
    }

    public void Dispose() => operations.Dispose();

    private async Task ScanAsync(WantedPlugins wanted, CancellationToken cancellationToken)
    {
        DiscoveryResult found = await discovery.ScanAsync(wanted.Folders, cancellationToken);
        packages = new Dictionary<string, PluginPackage>(found.Packages, StringComparer.Ordinal);
        foreach (PluginPackage package in packages.Values)
        {
            if (!statuses.TryGetValue(package.Id, out PluginStatus? known) || known.Directory != package.Directory)
            {
                bool serving = active.Current.ById.ContainsKey(package.Id);
                if (!serving)
                {
                    SetStatus(package, PluginState.Discovered, null);
                }
            }
        }

        IEnumerable<RefusedPackage> missing = wanted.Missing.Where(item => !packages.ContainsKey(item.Key))
            .Select(item => new RefusedPackage(item.Key, options.InstalledDirectory, BuiltIn: false, item.Value));
        List<RefusedPackage> unusable = [.. found.Refused, .. missing];
        foreach (RefusedPackage refused in unusable)
        {
            LogRefused(logger, refused.Id, "?", refused.Reason);
            statuses = statuses.SetItem(refused.Id, new PluginStatus(refused.PlaceholderManifest, PluginState.Incompatible, refused.Reason, refused.BuiltIn, refused.Directory));
            recovery.Follow(statuses[refused.Id]);
        }

        HashSet<string> present = [.. packages.Keys, .. unusable.Select(refused => refused.Id)];
        statuses = statuses.RemoveRange(statuses.Keys.Where(id => !present.Contains(id)));
    }

    // The change is noted when the new version is loaded, migrated, started and healthy, and before anybody is sent to
    // it: whenever the process dies, the next start finds one whole version.
    private async Task ReplaceAsync(PluginPackage package, Func<Task> commit, CancellationToken cancellationToken)
    {
        RequireFit(package);
        if (retired.CountStuck(options.RetiredLimit) > options.RetiredLimit)
        {
            throw new PluginRefusedException("Too many replaced versions are still in memory; restart the host to go on.");
        }

        recovery.Forgive(package.Id);
        if (Off().Contains(package.Id))
        {
            await commit();
            packages[package.Id] = package;
            return;
        }

        if (package.Manifest.DependsOn.Keys.FirstOrDefault(id => !active.Current.ById.ContainsKey(id)) is { } missing)
        {
            throw new PluginRefusedException($"Waits for {missing}, which did not start.", PluginState.Waiting);
        }

        long started = Stopwatch.GetTimestamp();
        active.Current.ById.TryGetValue(package.Id, out PluginInstance? old);
        PluginInstance fresh = await BringUpAsync(package, cancellationToken);
        try
        {
            await commit();
        }
        catch
        {
            await RetireAsync([fresh]);
            throw;
        }

        packages[package.Id] = package;
        Publish(fresh);
        if (old is null)
        {
            LogActive(logger, package.Id, package.Manifest.Version, fresh.Endpoints.Count, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        else
        {
            LogReplaced(logger, package.Id, old.Package.Manifest.Version, package.Manifest.Version);
            await RetireAsync([old]);
        }

        await AnnounceAsync(new PluginActivated(package.Id, package.Manifest.Version));
    }

    private void RequireFit(PluginPackage package)
    {
        Dictionary<string, PluginPackage> planned = new(packages, StringComparer.Ordinal) { [package.Id] = package };
        IReadOnlyDictionary<string, Obstacle> obstacles = DependencyResolver.Resolve(planned, Off());
        if (obstacles.TryGetValue(package.Id, out Obstacle? own) && own.State != PluginState.Disabled)
        {
            throw new PluginRefusedException(own.Reason, own.State);
        }

        PluginInstance? broken = active.Current.Instances.FirstOrDefault(instance => instance.Id != package.Id && obstacles.ContainsKey(instance.Id));
        if (broken is not null)
        {
            throw new PluginRefusedException($"{broken.Id} would stop: {obstacles[broken.Id].Reason}", PluginState.Incompatible);
        }
    }

    private void RequireKnown(string id)
    {
        if (!statuses.ContainsKey(id))
        {
            throw new PluginRefusedException($"No plugin {id} is installed.");
        }
    }

    private async Task<Operation> BeginAsync(CancellationToken cancellationToken)
    {
        await operations.WaitAsync(cancellationToken);
        return new Operation(operations);
    }

    private Task AnnounceAsync<TEvent>(TEvent announced) where TEvent : class, IPluginEvent =>
        services.GetService<IEvents>()?.PublishAsync(announced, CancellationToken.None) ?? Task.CompletedTask;

    private sealed class Operation(SemaphoreSlim operations) : IDisposable
    {
        public void Dispose() => operations.Release();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Plugin {PluginId} {Version} is set aside: {Reason}")]
    private static partial void LogRefused(ILogger logger, string pluginId, string version, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} {OldVersion} was replaced by {NewVersion}")]
    private static partial void LogReplaced(ILogger logger, string pluginId, string oldVersion, string newVersion);

    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {PluginId} {Version} serves {Endpoints} endpoints after {Milliseconds} ms")]
    private static partial void LogActive(ILogger logger, string pluginId, string version, int endpoints, long milliseconds);
}
