using AIWendy.Sdk.Jobs;

namespace AIWendy.Host.Jobs;

/// <summary>The jobs of one plugin, as it may start them.</summary>
internal sealed class PluginJobs(string pluginId, Func<string, bool> exists, IJobQueue? queue) : IJobs
{
    private const int MaximumArgument = 16 * 1024;

    public Task EnqueueAsync(string name, string? argument = null, CancellationToken cancellationToken = default)
    {
        if (!exists(name))
        {
            throw new ArgumentException($"The plugin {pluginId} has no job \"{name}\".", nameof(name));
        }

        if (argument?.Length > MaximumArgument)
        {
            throw new ArgumentException("The argument of a job holds at most 16 KiB of text.", nameof(argument));
        }

        return queue is null
            ? throw new InvalidOperationException("This host runs no background jobs.")
            : queue.EnqueueAsync(pluginId, name, argument, cancellationToken);
    }
}
