using System.Diagnostics;
using AIWendy.Host.Plugins.Discovery;
using AIWendy.Sdk.Events;

namespace AIWendy.Host.Plugins;

/// <summary>The part that moves plugins from the state they are in to the state they should be in.</summary>
internal sealed partial class PluginRuntime
{
    private HashSet<string> Off() => [.. disabled, .. options.Disabled];

    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, Obstacle> obstacles = DependencyResolver.Resolve(packages, Off(), recovery.Held);
        await DeactivateAsync(obstacles);
        foreach ((string id, Obstacle obstacle) in obstacles)
        {
            SetStatus(packages[id], obstacle.State, obstacle.Reason);
        }

        await ActivateAsync(packages.Values.Where(package => !obstacles.ContainsKey(package.Id)).ToList(), cancellationToken);
    }

    private async Task DeactivateAsync(IReadOnlyDictionary<string, Obstacle> obstacles)
    {
        List<PluginInstance> leaving = active.Current.Instances
            .Where(instance => obstacles.ContainsKey(instance.Id) || !packages.ContainsKey(instance.Id))
            .ToList();
        if (leaving.Count == 0)
        {
            return;
        }

        active.Publish(active.Current.Instances.Except(leaving));
        Changed?.Invoke();
        foreach (PluginInstance instance in leaving)
        {
            await AnnounceAsync(new PluginDeactivated(instance.Id));
        }

        await RetireAsync(leaving);
    }

    // Built-in plugins claim their names first, so that an added plugin can not keep one of them from starting.
    private async Task ActivateAsync(List<PluginPackage> startable, CancellationToken cancellationToken)
    {
        Dictionary<string, Task> running = new(StringComparer.Ordinal);
        await Task.WhenAll(startable.Where(package => package.BuiltIn).Select(package => ActivateInOrderAsync(package, startable, running, cancellationToken)).ToList());
        running = new Dictionary<string, Task>(StringComparer.Ordinal);
        await Task.WhenAll(startable.Select(package => ActivateInOrderAsync(package, startable, running, cancellationToken)).ToList());
    }

    private Task ActivateInOrderAsync(
        PluginPackage package,
        List<PluginPackage> startable,
        Dictionary<string, Task> running,
        CancellationToken cancellationToken)
    {
        if (!running.TryGetValue(package.Id, out Task? task))
        {
            List<Task> before = [];
            foreach (string id in package.Manifest.DependsOn.Keys)
            {
                if (startable.Find(other => other.Id == id) is { } dependency)
                {
                    before.Add(ActivateInOrderAsync(dependency, startable, running, cancellationToken));
                }
            }

            task = ActivateAfterAsync(package, before, cancellationToken);
            running[package.Id] = task;
        }

        return task;
    }

    private async Task ActivateAfterAsync(PluginPackage package, List<Task> before, CancellationToken cancellationToken)
    {
        await Task.WhenAll(before);
        if (active.Current.ById.ContainsKey(package.Id))
        {
            return;
        }

        string? missing = package.Manifest.DependsOn.Keys.FirstOrDefault(id => !active.Current.ById.ContainsKey(id));
        if (missing is not null)
        {
            SetStatus(package, PluginState.Waiting, $"Waits for {missing}, which did not start.");
            return;
        }

        if (statuses.TryGetValue(package.Id, out PluginStatus? known) && known.State is PluginState.Faulted or PluginState.Incompatible)
        {
            return;
        }

        await ActivateAsync(package, cancellationToken);
    }

    private async Task ActivateAsync(PluginPackage package, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        SetStatus(package, PluginState.Starting, null);
        try
        {
            PluginInstance instance = await BringUpAsync(package, cancellationToken);
            Publish(instance);
            LogActive(logger, package.Id, package.Manifest.Version, instance.Endpoints.Count, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await AnnounceAsync(new PluginActivated(package.Id, package.Manifest.Version));
        }
        catch (PluginRefusedException refused)
        {
            LogRefused(logger, package.Id, package.Manifest.Version, refused.Message);
            SetStatus(package, refused.State, refused.Message);
        }
    }

    private async Task<PluginInstance> BringUpAsync(PluginPackage package, CancellationToken cancellationToken)
    {
        PluginInstance? candidate = null;
        try
        {
            return await activation.BringUpAsync(package, Claim, cancellationToken);
        }
        catch
        {
            lock (gate)
            {
                claimed.Remove(candidate!);
            }

            throw;
        }

        void Claim(PluginInstance instance)
        {
            IReadOnlyList<Endpoint> host = services.GetService<EndpointDataSource>()?.Endpoints ?? [];
            lock (gate)
            {
                PluginConflicts.Check(instance, claimed, host);
                claimed.Add(instance);
                candidate = instance;
            }
        }
    }

    private void Publish(PluginInstance instance)
    {
        lock (gate)
        {
            active.Publish(active.Current.Instances.Where(other => other.Id != instance.Id).Append(instance));
        }

        SetStatus(instance.Package, PluginState.Active, null);
    }

    private void SetState(string id, PluginState state, string? reason)
    {
        PluginStatus known = statuses[id];
        Store(known with { State = state, Reason = reason });
    }

    private void SetStatus(PluginPackage package, PluginState state, string? reason) =>
        Store(new PluginStatus(package.Manifest, state, reason, package.BuiltIn, package.Directory));

    private void Store(PluginStatus status)
    {
        lock (gate)
        {
            statuses = statuses.SetItem(status.Manifest.Id, status);
        }

        recovery.Follow(status);
        Changed?.Invoke();
    }
}
