namespace AIWendy.Sdk;

/// <summary>Work at the edges of a plugin's life. Both methods are bounded by a time limit of the host (default 30 s).</summary>
public interface IPluginStartup
{
    /// <summary>Runs after migrations and before the first request. An exception quarantines the plugin.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Runs after the last request, before the plugin is unloaded.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}

/// <summary>Answers whether a plugin is fit to serve.</summary>
public interface IPluginHealthCheck
{
    /// <summary>Checks without changing anything, within 5 s.</summary>
    /// <returns><see langword="null"/> when healthy, otherwise one sentence that says what is wrong.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
