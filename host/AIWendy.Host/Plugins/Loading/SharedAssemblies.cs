using AIWendy.Packaging;

namespace AIWendy.Host.Plugins.Loading;

/// <summary>The assemblies that plugins share with this host; see <see cref="HostAssemblies"/>.</summary>
internal sealed class SharedAssemblies
{
    private readonly HostAssemblies assemblies = HostAssemblies.OfProcess();

    /// <summary>Where they lie.</summary>
    public IReadOnlyCollection<string> Paths => assemblies.Paths;

    public bool Contains(string? name) => assemblies.Contains(name);
}
