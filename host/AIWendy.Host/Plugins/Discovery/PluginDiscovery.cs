using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Discovery;

/// <summary>Looks through the two plugin folders. Reads manifests only; no code of a plugin runs.</summary>
internal sealed class PluginDiscovery(PluginRuntimeOptions options)
{
    /// <summary>What was found: at most one usable package per id, and everything that is not usable with its reason.</summary>
    /// <param name="installed">The folder of each plugin that was installed from a package, by id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DiscoveryResult> ScanAsync(IReadOnlyDictionary<string, string> installed, CancellationToken cancellationToken)
    {
        List<PluginPackage> packages = [];
        List<RefusedPackage> refused = [];
        foreach (string directory in Folders(options.BuiltInDirectory))
        {
            await ReadAsync(directory, builtIn: true, packages, refused, cancellationToken);
        }

        RefuseDuplicates(packages, refused);
        if (!options.SafeMode)
        {
            await AddInstalledAsync(installed, packages, refused, cancellationToken);
        }

        return new DiscoveryResult(
            packages.ToDictionary(package => package.Id, StringComparer.Ordinal),
            refused.Where(item => packages.TrueForAll(package => package.Id != item.Id)).DistinctBy(item => item.Id).ToList());
    }

    /// <summary>Reads one folder, for a replacement that an administrator names.</summary>
    /// <exception cref="ManifestException">The folder holds no usable plugin.</exception>
    public async Task<PluginPackage> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        PluginManifest manifest = await ManifestReader.ReadAsync(directory, cancellationToken);
        if (!File.Exists(Path.Combine(directory, manifest.Entry)))
        {
            throw new ManifestException($"The entry assembly {manifest.Entry} is missing.");
        }

        string full = Path.GetFullPath(directory);
        bool builtIn = full.StartsWith(options.BuiltInDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return new PluginPackage(manifest, full, builtIn);
    }

    private async Task AddInstalledAsync(
        IReadOnlyDictionary<string, string> installed,
        List<PluginPackage> packages,
        List<RefusedPackage> refused,
        CancellationToken cancellationToken)
    {
        List<PluginPackage> found = [];
        foreach (string directory in installed.Values)
        {
            await ReadAsync(directory, builtIn: false, found, refused, cancellationToken);
        }

        List<PluginPackage> laid = [];
        foreach (string directory in Folders(options.InstalledDirectory).SelectMany(Folders).Where(folder => !PackageMark.IsIn(folder)))
        {
            await ReadAsync(directory, builtIn: false, laid, refused, cancellationToken);
        }

        // What was installed goes before what somebody laid there; of that the highest version counts.
        found.AddRange(laid.Where(package => !installed.ContainsKey(package.Id)).GroupBy(package => package.Id).Select(versions => Highest([.. versions], refused)).OfType<PluginPackage>());
        foreach (PluginPackage added in found)
        {
            int existing = packages.FindIndex(package => package.Id == added.Id);
            if (existing < 0)
            {
                packages.Add(added);
            }
            else if (added.Version > packages[existing].Version || (added.Version == packages[existing].Version && installed.ContainsKey(added.Id)))
            {
                packages[existing] = added;
            }
        }
    }

    private async Task ReadAsync(
        string directory,
        bool builtIn,
        List<PluginPackage> packages,
        List<RefusedPackage> refused,
        CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(builtIn ? directory : Path.GetDirectoryName(directory)!);
        try
        {
            PluginPackage package = await ReadAsync(directory, cancellationToken);
            packages.Add(package with { BuiltIn = builtIn });
        }
        catch (Exception exception) when (exception is ManifestException or IOException or UnauthorizedAccessException)
        {
            refused.Add(new RefusedPackage(name, directory, builtIn, exception.Message));
        }
    }

    // Null where two folders hold that version: which of the two was meant is not for the host to guess.
    private static PluginPackage? Highest(List<PluginPackage> versions, List<RefusedPackage> refused)
    {
        PluginPackage highest = versions.MaxBy(package => package.Version)!;
        List<PluginPackage> same = versions.FindAll(package => package.Version == highest.Version);
        if (same.Count == 1)
        {
            return highest;
        }

        string folders = string.Join(" and ", same.Select(package => Path.Combine(Path.GetFileName(Path.GetDirectoryName(package.Directory)!), Path.GetFileName(package.Directory))).Order(StringComparer.Ordinal));
        refused.Add(new RefusedPackage(highest.Id, highest.Directory, BuiltIn: false, $"The folders {folders} both hold the plugin {highest.Id} {highest.Version}."));
        return null;
    }

    private static void RefuseDuplicates(List<PluginPackage> packages, List<RefusedPackage> refused)
    {
        foreach (IGrouping<string, PluginPackage> same in packages.GroupBy(package => package.Id).Where(group => group.Count() > 1).ToList())
        {
            string folders = string.Join(" and ", same.Select(package => Path.GetFileName(package.Directory)));
            refused.Add(new RefusedPackage(same.Key, same.First().Directory, BuiltIn: true, $"The folders {folders} both hold the plugin {same.Key}."));
            packages.RemoveAll(package => package.Id == same.Key);
        }
    }

    private static IEnumerable<string> Folders(string directory) =>
        Directory.Exists(directory)
            ? Directory.EnumerateDirectories(directory).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal)
            : [];
}

/// <summary>Result of a scan.</summary>
internal sealed record DiscoveryResult(IReadOnlyDictionary<string, PluginPackage> Packages, IReadOnlyList<RefusedPackage> Refused);
