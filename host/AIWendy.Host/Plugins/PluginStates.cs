namespace AIWendy.Host.Plugins;

/// <summary>Remembers which plugins an administrator has switched off.</summary>
internal interface IPluginStates
{
    Task<IReadOnlySet<string>> DisabledAsync(CancellationToken cancellationToken);

    Task SetDisabledAsync(string pluginId, bool disabled, CancellationToken cancellationToken);
}
