using AIWendy.Host.Plugins;

namespace AIWendy.Host.Http.Platform;

/// <summary>Asks the plugins how they are, at most every few seconds however often somebody watches.</summary>
internal sealed class PluginHealth(IPluginRuntime plugins, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private IReadOnlyDictionary<string, string> last = new Dictionary<string, string>();
    private long? asked;

    /// <summary>Plugins that are not well, with one sentence each.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (asked is null || time.GetElapsedTime(asked.Value) > Kept)
            {
                last = await plugins.CheckHealthAsync(cancellationToken);
                asked = time.GetTimestamp();
            }

            return last;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}
