using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Host.Plugins.Discovery;

/// <summary>A plugin as it lies on disk.</summary>
/// <param name="Manifest">Its valid manifest.</param>
/// <param name="Directory">Folder that holds the manifest and the assemblies.</param>
/// <param name="BuiltIn">Whether it came with the product.</param>
internal sealed record PluginPackage(PluginManifest Manifest, string Directory, bool BuiltIn)
{
    public string Id => Manifest.Id;

    public NuGetVersion Version { get; } = NuGetVersion.Parse(Manifest.Version);

    /// <summary>
    /// Tells this content from any other under the same id: the version, and for an installed package its hash, so that
    /// two packages of one version never share an address.
    /// </summary>
    public string Stamp { get; } = PackageMark.IsIn(Directory) ? Path.GetFileName(Directory) : Manifest.Version;

    public string EntryPath => Path.Combine(Directory, Manifest.Entry);
}

/// <summary>A folder that should hold a plugin and does not hold a usable one.</summary>
/// <param name="Id">Id of the manifest when it could be read, otherwise the folder's name.</param>
/// <param name="Directory">The folder.</param>
/// <param name="BuiltIn">Whether it came with the product.</param>
/// <param name="Reason">What is wrong, as one sentence.</param>
internal sealed record RefusedPackage(string Id, string Directory, bool BuiltIn, string Reason)
{
    /// <summary>Stands in where a manifest is asked for and none could be read.</summary>
    public PluginManifest PlaceholderManifest => new() { Id = Id, Name = Id, Version = "0.0.0", Sdk = string.Empty, Entry = string.Empty };
}
