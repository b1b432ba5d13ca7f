namespace AIWendy.Host.Plugins.Installation;

/// <summary>Reads what is switched off.</summary>
internal sealed class InstalledPlugins(InstallationStore installations) : IInstalledPlugins
{
    public async Task<WantedPlugins> ReadAsync(CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        Dictionary<string, string> none = new(StringComparer.Ordinal);
        return new WantedPlugins(state.Generation, state.Disabled, none, none);
    }
}
