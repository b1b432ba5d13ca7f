using AIWendy.Sdk;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Plugins;

/// <summary>What the rest of the host sees of the plugins.</summary>
internal interface IPluginRuntime
{
    /// <summary>Endpoints of the active plugins; changes while serving.</summary>
    EndpointDataSource Endpoints { get; }

    /// <summary>Every plugin that was found, active or not, ordered by id.</summary>
    IReadOnlyList<PluginStatus> Plugins { get; }

    /// <summary>Discovers, resolves and activates; each plugin succeeds or is set aside on its own.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Drains and stops every plugin, dependents first.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Takes the handler of a kind of run, in a scope of its plugin; null when no active plugin has it.</summary>
    RunHandlerLease? AcquireRunHandler(string kind);

    /// <summary>Switches a plugin on, or tries a faulted one again; what waits for it follows.</summary>
    /// <exception cref="PluginRefusedException">Nobody knows the plugin.</exception>
    Task<PluginStatus> EnableAsync(string id, CancellationToken cancellationToken);

    /// <summary>Switches a plugin off, with what depends on it; remembered until it is enabled.</summary>
    /// <exception cref="PluginRefusedException">Nobody knows the plugin.</exception>
    Task<PluginStatus> DisableAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the version in a folder in the place of the one that serves, or adds it. No request is dropped, and a
    /// version that fails leaves the old one serving.
    /// </summary>
    /// <exception cref="PluginRefusedException">Why the version can not serve.</exception>
    Task<PluginStatus> ReplaceAsync(string directory, CancellationToken cancellationToken) =>
        ReplaceAsync(directory, () => Task.CompletedTask, cancellationToken);

    /// <summary>
    /// The same, and notes the change when the version is fit to serve and before it does.
    /// </summary>
    /// <param name="directory">Folder of the version.</param>
    /// <param name="commit">Notes the change; when it throws, everything stays as it was.</param>
    /// <param name="cancellationToken">Gives up, unless the change is made already.</param>
    /// <exception cref="PluginRefusedException">Why the version can not serve.</exception>
    Task<PluginStatus> ReplaceAsync(string directory, Func<Task> commit, CancellationToken cancellationToken);

    /// <summary>Reads what is installed and switched off, looks through the plugin folders, and takes over what has changed.</summary>
    Task<Followed> RescanAsync(CancellationToken cancellationToken);

    /// <summary>Asks the health checks of every active plugin; holds the ones that are not well, with one sentence each.</summary>
    Task<IReadOnlyDictionary<string, string>> CheckHealthAsync(CancellationToken cancellationToken);

    /// <summary>Raised after any plugin changes its state.</summary>
    event Action? Changed;
}

/// <summary>How far this node has come with what the replicas agreed on.</summary>
/// <param name="Generation">The number that it has followed to.</param>
/// <param name="Behind">Plugins that could not be brought to the version they should have, each with the reason.</param>
internal sealed record Followed(long Generation, IReadOnlyDictionary<string, string> Behind);

/// <summary>State of one plugin, for readiness, the admin page and the command line.</summary>
/// <param name="Manifest">What it says about itself.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it is not active; null otherwise.</param>
/// <param name="BuiltIn">Whether it came with the product.</param>
/// <param name="Directory">Folder it is loaded from.</param>
internal sealed record PluginStatus(PluginManifest Manifest, PluginState State, string? Reason, bool BuiltIn, string Directory);

/// <summary>Where a plugin stands.</summary>
internal enum PluginState
{
    /// <summary>Found, not yet started.</summary>
    Discovered,

    /// <summary>On its way.</summary>
    Starting,

    /// <summary>Serving.</summary>
    Active,

    /// <summary>Switched off by an administrator.</summary>
    Disabled,

    /// <summary>Waits for a plugin that it depends on.</summary>
    Waiting,

    /// <summary>Does not fit this host; trying again is useless.</summary>
    Incompatible,

    /// <summary>Threw or hung; the rest serves.</summary>
    Faulted,
}

/// <summary>A run handler and the hold on its plugin.</summary>
internal abstract class RunHandlerLease : IAsyncDisposable
{
    public abstract string PluginId { get; }

    public abstract IRunHandler Handler { get; }

    /// <summary>Fires when the plugin wants to stop.</summary>
    public abstract CancellationToken Stopping { get; }

    public abstract ValueTask DisposeAsync();
}
