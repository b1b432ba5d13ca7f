using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Faults;

namespace AIWendy.Host.Plugins;

/// <summary>The part that takes plugins out that fail at work, and tries again what could not start.</summary>
internal sealed partial class PluginRuntime
{
    private CancellationTokenSource? recoveryStopping;
    private Task recovering = Task.CompletedTask;

    private void StartRecovery()
    {
        recoveryStopping ??= new CancellationTokenSource();
        CancellationToken stopping = recoveryStopping.Token;
        recovering = Task.Run(() => RecoverAsync(stopping), CancellationToken.None);
    }

    private async Task StopRecoveryAsync()
    {
        if (recoveryStopping is { } source)
        {
            await source.CancelAsync();
            await recovering;
            source.Dispose();
            recoveryStopping = null;
        }
    }

    // The first start of a process: what brought the process down before is started last, and alone.
    private async Task ReconcileCarefullyAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> suspects = recovery.HoldSuspects(packages.Values);
        await ReconcileAsync(cancellationToken);
        foreach (string suspect in suspects)
        {
            await TryAgainAsync([suspect], cancellationToken);
        }
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await recovery.WaitAsync(cancellationToken);
                using Operation operation = await BeginAsync(cancellationToken);
                await RecoverOnceAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RecoverOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (recovery.TryTakeOut(out TakeOut takeOut))
            {
                if (active.Current.ById.TryGetValue(takeOut.Id, out PluginInstance? instance))
                {
                    LogRefused(logger, takeOut.Id, instance.Package.Manifest.Version, takeOut.Reason);
                    recovery.Hold(takeOut.Id, takeOut.Reason);
                    await ReconcileAsync(cancellationToken);
                }
            }

            IReadOnlyList<string> due = recovery.Due();
            if (due.Count > 0)
            {
                await FindDependenciesAsync(due, cancellationToken);
                await TryAgainAsync(due, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogNotRecovered(logger, exception);
            foreach (string id in recovery.Due())
            {
                recovery.Release(id);
            }
        }
    }

    private async Task TryAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (string id in ids)
        {
            recovery.Release(id);
            if (statuses.TryGetValue(id, out PluginStatus? status) && status.State is PluginState.Faulted)
            {
                SetState(id, PluginState.Discovered, null);
            }
        }

        await ReconcileAsync(cancellationToken);
    }

    // A plugin that was copied into the folder is taken up when somebody waits for it. What is known already stays.
    private async Task FindDependenciesAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        HashSet<string> wanted =
        [
            .. ids.Where(packages.ContainsKey).SelectMany(id => packages[id].Manifest.DependsOn.Keys).Where(id => !packages.ContainsKey(id)),
        ];
        if (wanted.Count == 0)
        {
            return;
        }

        DiscoveryResult found = await discovery.ScanAsync((await installed.ReadAsync(cancellationToken)).Folders, cancellationToken);
        foreach (PluginPackage package in found.Packages.Values.Where(package => wanted.Contains(package.Id)))
        {
            packages[package.Id] = package;
            SetStatus(package, PluginState.Discovered, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Plugins could not be tried again")]
    private static partial void LogNotRecovered(ILogger logger, Exception exception);
}
