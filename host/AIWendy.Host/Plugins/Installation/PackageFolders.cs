using AIWendy.Host.Plugins.Discovery;
using AIWendy.Packaging;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Lays packages out on this node's disk, each in a folder of its own that appears whole or not at all.</summary>
internal sealed class PackageFolders(PackageStore packages, PluginRuntimeOptions options, TimeProvider time)
{
    // Discovery passes over folders whose names start with a dot.
    private const string StagingName = ".staging";

    private static readonly TimeSpan Young = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim one = new(1, 1);

    private string Staging => Path.Combine(options.InstalledDirectory, StagingName);

    /// <summary>Where a package lies or would lie.</summary>
    public string Of(StoredPackage package) =>
        Path.Combine(options.InstalledDirectory, package.PluginId, $"{package.Version}-{package.Sha256[..8]}");

    /// <summary>Takes a package out of the database and checks it again from its first byte to its last.</summary>
    /// <exception cref="PackageException">It is not what it should be.</exception>
    public async Task<PluginArchive> OpenAsync(StoredPackage package, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new((int)package.Size);
        await packages.CopyAsync(package.Sha256, bytes, cancellationToken);
        PluginArchive archive = await PluginArchive.OpenAsync(bytes.ToArray(), cancellationToken: cancellationToken);
        archive.Require(new PackageExpectation { Id = package.PluginId, Version = package.Version, Sha256 = package.Sha256 });
        return archive;
    }

    /// <summary>Makes sure that a package lies on the disk.</summary>
    /// <returns>Its folder.</returns>
    /// <exception cref="PackageException">The package in the database is not what it should be.</exception>
    public async Task<string> EnsureAsync(StoredPackage package, CancellationToken cancellationToken)
    {
        string folder = Of(package);
        await one.WaitAsync(cancellationToken);
        try
        {
            if (PackageMark.Read(folder) != package.Sha256)
            {
                await LayOutAsync(package, folder, cancellationToken);
            }

            return folder;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Deletes folders of packages that nobody needs any more, and what an earlier process left half done.</summary>
    /// <param name="needed">Folders to keep.</param>
    /// <param name="young">Whether folders that were made a moment ago go, too: somebody may be about to use them.</param>
    public void Tidy(IReadOnlySet<string> needed, bool young)
    {
        if (!Directory.Exists(options.InstalledDirectory))
        {
            return;
        }

        DateTimeOffset limit = time.GetUtcNow() - Young;
        foreach (string plugin in Directory.EnumerateDirectories(options.InstalledDirectory))
        {
            foreach (string folder in Directory.EnumerateDirectories(plugin)
                .Where(folder => (young || Directory.GetCreationTimeUtc(folder) < limit) && !needed.Contains(folder))
                .Where(folder => Path.GetFileName(plugin) == StagingName || PackageMark.IsIn(folder)))
            {
                // Renamed first: what is half deleted must not look like a plugin.
                Directory.CreateDirectory(Staging);
                string doomed = Path.Combine(Staging, Path.GetRandomFileName());
                Directory.Move(folder, doomed);
                Directory.Delete(doomed, recursive: true);
            }

            if (!Directory.EnumerateFileSystemEntries(plugin).Any())
            {
                Directory.Delete(plugin);
            }
        }
    }

    private async Task LayOutAsync(StoredPackage package, string folder, CancellationToken cancellationToken)
    {
        PluginArchive archive = await OpenAsync(package, cancellationToken);
        string draft = Path.Combine(Staging, Path.GetRandomFileName());
        await archive.ExtractAsync(draft, cancellationToken);
        PackageMark.Write(draft, package.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(draft, folder);
    }
}
