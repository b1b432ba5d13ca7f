using System.Collections.Concurrent;

namespace AIWendy.Host.Plugins;

/// <summary>The part that takes down what no longer serves. Whoever changed something waits for it a moment only.</summary>
internal sealed partial class PluginRuntime
{
    private static readonly TimeSpan RetirementWait = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Task, bool> retiring = new();

    // Requests that were under way may take as long as the drain limit; the change itself is made, so nothing else waits.
    private async Task RetireAsync(IReadOnlyCollection<PluginInstance> leaving)
    {
        lock (gate)
        {
            foreach (PluginInstance instance in leaving)
            {
                claimed.Remove(instance);
            }
        }

        Task work = StartRetirement([.. leaving]);
        try
        {
            await work.WaitAsync(RetirementWait);
        }
        catch (TimeoutException)
        {
            // It goes on in the background, and StopAsync waits for it.
        }
    }

    // The caller's context would keep his request, and through it a plugin, alive as long as the slowest request.
    private Task StartRetirement(List<PluginInstance> leaving)
    {
        using (ExecutionContext.SuppressFlow())
        {
            Task work = Task.Run(() => TakeDownInOrderAsync(leaving));
            retiring[work] = true;
            _ = work.ContinueWith(done => retiring.TryRemove(done, out _), TaskScheduler.Default);
            return work;
        }
    }

    private async Task TakeDownInOrderAsync(List<PluginInstance> leaving)
    {
        while (leaving.Count > 0)
        {
            PluginInstance next = leaving.Find(instance => !leaving.Exists(other => other.Package.Manifest.DependsOn.ContainsKey(instance.Id))) ?? leaving[0];
            leaving.Remove(next);
            await activation.TakeDownAsync(next);
        }
    }

    private async Task RetiredAsync(TimeSpan limit)
    {
        try
        {
            await Task.WhenAll(retiring.Keys).WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            // The process ends; what still runs ends with it.
        }
    }
}
