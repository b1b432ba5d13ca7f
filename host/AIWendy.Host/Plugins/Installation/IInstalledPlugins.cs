namespace AIWendy.Host.Plugins.Installation;

/// <summary>Tells the runtime what the replicas have agreed on, and has it lie on this node's disk.</summary>
internal interface IInstalledPlugins
{
    Task<WantedPlugins> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What should run, besides the plugins that came with the product or lie in folders.</summary>
/// <param name="Generation">Grows with every change.</param>
/// <param name="Disabled">Plugins that are switched off.</param>
/// <param name="Folders">Where each installed plugin lies on this node, by id.</param>
/// <param name="Missing">Installed plugins that could not be laid out here, each with the reason.</param>
internal sealed record WantedPlugins(
    long Generation,
    IReadOnlySet<string> Disabled,
    IReadOnlyDictionary<string, string> Folders,
    IReadOnlyDictionary<string, string> Missing);
