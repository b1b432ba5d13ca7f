using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Packaging;

/// <summary>Makes the index of a feed from a folder of packages.</summary>
public static class FeedBuilder
{
    /// <summary>Reads every package of the folder and its subfolders. The same packages give the same index.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="baseAddress">Address that the packages are served below, or <see langword="null"/> when the index lies beside them.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="PackageException">A package is refused, or there are two of one version.</exception>
    /// <exception cref="IOException">The folder can not be read.</exception>
    public static async Task<FeedIndex> BuildAsync(string folder, Uri? baseAddress = null, CancellationToken cancellationToken = default)
    {
        string root = Path.GetFullPath(folder);
        List<(PluginManifest Manifest, NuGetVersion Version, FeedVersion Entry)> packages = [];
        foreach (string path in Directory.EnumerateFiles(root, "*" + PluginArchive.FileExtension, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
            try
            {
                PluginArchive archive = await PluginArchive.OpenAsync(path, cancellationToken: cancellationToken);
                packages.Add((archive.Manifest, NuGetVersion.Parse(archive.Manifest.Version), Entry(archive, Place(name, baseAddress))));
            }
            catch (PackageException exception)
            {
                throw new PackageException(exception.Code, $"{name}: {exception.Message}", exception);
            }
        }

        RequireDistinct(packages.Select(package => (package.Manifest.Id, package.Version, package.Entry.File)));
        FeedIndex index = new(
            1,
            [
                .. packages.GroupBy(package => package.Manifest.Id)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Item([.. group.OrderByDescending(package => package.Version).Select(package => (package.Manifest, package.Entry))])),
            ]);
        FeedRules.Check(index);
        return index;
    }

    private static FeedItem Item(IReadOnlyList<(PluginManifest Manifest, FeedVersion Entry)> versions)
    {
        PluginManifest newest = versions[0].Manifest;
        return new FeedItem(
            newest.Id, newest.Name, newest.NameZh, newest.Publisher, newest.Description, newest.DescriptionZh, [.. versions.Select(version => version.Entry)]);
    }

    private static FeedVersion Entry(PluginArchive archive, string place)
    {
        PluginManifest manifest = archive.Manifest;
        ChangeLog.Section? changes = archive.ReadText(ChangeLog.FileName) is { } log ? ChangeLog.Find(log, manifest.Version) : null;
        return new FeedVersion(
            manifest.Version,
            archive.Sha256,
            archive.Size,
            manifest.Sdk,
            [.. manifest.Permissions.Order(StringComparer.Ordinal)],
            place,
            archive.Signature?.KeyId,
            changes?.Published,
            changes?.Text);
    }

    private static string Place(string name, Uri? baseAddress) => baseAddress is null
        ? name
        : $"{baseAddress.AbsoluteUri.TrimEnd('/')}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    private static void RequireDistinct(IEnumerable<(string Id, NuGetVersion Version, string File)> packages)
    {
        Dictionary<(string, NuGetVersion), string> seen = [];
        foreach ((string id, NuGetVersion version, string file) in packages)
        {
            if (!seen.TryAdd((id, version), file))
            {
                throw new PackageException(PackageErrors.Feed, $"{seen[(id, version)]} and {file} are both {id} {version}; a version is published once.");
            }
        }
    }
}
