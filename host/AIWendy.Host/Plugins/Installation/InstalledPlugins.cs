using AIWendy.Packaging;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Reads what is installed and has it lie on this node's disk.</summary>
internal sealed partial class InstalledPlugins(
    InstallationStore installations,
    PackageFolders folders,
    PluginRuntimeOptions options,
    ILogger<InstalledPlugins> logger) : IInstalledPlugins
{
    private bool tidied;

    public async Task<WantedPlugins> ReadAsync(CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        Dictionary<string, string> laid = new(StringComparer.Ordinal);
        Dictionary<string, string> missing = new(StringComparer.Ordinal);
        if (!options.SafeMode)
        {
            TidyOnce(state);
            foreach (PluginInstallation installation in state.Installations.Values)
            {
                try
                {
                    laid[installation.PluginId] = await folders.EnsureAsync(installation.Package, cancellationToken);
                }
                catch (Exception exception) when (exception is PackageException or IOException or UnauthorizedAccessException)
                {
                    missing[installation.PluginId] = $"The package could not be laid out on this machine: {exception.Message}";
                }
            }
        }

        return new WantedPlugins(state.Generation, state.Disabled, laid, missing);
    }

    // At the first reading nothing runs yet, so nobody can be using a folder that no installation names.
    private void TidyOnce(SharedState state)
    {
        if (tidied)
        {
            return;
        }

        tidied = true;
        try
        {
            folders.Tidy(state.Installations.Values.Select(installation => folders.Of(installation.Package)).ToHashSet(StringComparer.Ordinal), young: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotTidied(logger, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Folders of plugins that are not installed any more could not be deleted: {Reason}")]
    private static partial void LogNotTidied(ILogger logger, string reason);
}
