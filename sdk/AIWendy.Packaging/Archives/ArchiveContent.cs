using System.Security.Cryptography;
using System.Text;
using AIWendy.Packaging.Requirements;

namespace AIWendy.Packaging.Archives;

/// <summary>The files of a package after every check that needs no trust and no reading of the manifest.</summary>
internal sealed class ArchiveContent
{
    private const int MostListBytes = 2 * 1024 * 1024;

    private ArchiveContent(ZipReader reader, IReadOnlyList<ZipEntry> entries)
    {
        Reader = reader;
        Entries = entries;
    }

    public ZipReader Reader { get; }

    public IReadOnlyList<ZipEntry> Entries { get; }

    public IReadOnlyList<PackageFile> Files { get; private set; } = [];

    public Dictionary<string, NativeImage> Images { get; } = new(StringComparer.Ordinal);

    public byte[] HashesJson { get; private set; } = [];

    public byte[]? SignatureJson { get; private set; }

    public string ManifestJson { get; private set; } = string.Empty;

    /// <summary>Checks the form, the names, the sizes and the hashes.</summary>
    /// <exception cref="PackageException">The package is refused.</exception>
    public static ArchiveContent Check(byte[] bytes, PackageLimits limits, CancellationToken cancellationToken)
    {
        ZipReader reader = new(bytes);
        IReadOnlyList<ZipEntry> entries = reader.ReadEntries(limits);
        bool signed = entries.Count > 0 && entries[^1].Name == PackageSignature.FileName;
        int listAt = entries.Count - (signed ? 2 : 1);
        if (listAt < 0 || entries[listAt].Name != HashList.FileName)
        {
            throw new PackageException(PackageErrors.Hash, "The package holds no list of hashes where `plugin pack` puts it.");
        }

        ArchiveContent content = new(reader, entries);
        List<ZipEntry> files = [.. entries.Take(listAt)];
        RequireOrder(files);
        RequireOneManifest(files);
        content.HashesJson = content.ReadSmall(entries[listAt], limits);
        HashList list = HashList.Read(content.HashesJson);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, (int)entries[listAt].Offset))) != list.Archive)
        {
            throw new PackageException(PackageErrors.Hash, "The package was changed after it was packed: its content does not fit its list of hashes.");
        }

        RequireListed(files, list);
        content.Files = content.CheckFiles(files, list, limits, cancellationToken);
        content.SignatureJson = signed ? content.ReadSmall(entries[^1], limits) : null;
        return content;
    }

    private static void RequireOrder(List<ZipEntry> files)
    {
        for (int index = 1; index < files.Count; index++)
        {
            if (string.CompareOrdinal(files[index - 1].Name, files[index].Name) >= 0)
            {
                throw new PackageException(PackageErrors.Corrupt, $"The package was changed after it was packed: \"{files[index].Name}\" is not in its place.");
            }
        }
    }

    private static void RequireOneManifest(List<ZipEntry> files)
    {
        List<string> manifests =
        [
            .. files.Select(file => file.Name)
                .Where(name => name[(name.LastIndexOf('/') + 1)..].Equals(PluginArchive.ManifestName, StringComparison.OrdinalIgnoreCase)),
        ];
        if (!manifests.Contains(PluginArchive.ManifestName))
        {
            throw new PackageException(PackageErrors.Manifest, "The package holds no plugin.json at its root.");
        }

        if (manifests.Count > 1)
        {
            throw new PackageException(PackageErrors.Manifest, $"The package holds more than one plugin.json: {string.Join(", ", manifests.Take(3))}.");
        }
    }

    private static void RequireListed(List<ZipEntry> files, HashList list)
    {
        HashSet<string> names = [.. files.Select(file => file.Name)];
        string? unlisted = files.FirstOrDefault(file => !list.Files.ContainsKey(file.Name))?.Name;
        if (unlisted is not null)
        {
            throw new PackageException(PackageErrors.Hash, $"The package holds \"{unlisted}\", which its list of hashes does not name.");
        }

        string? missing = list.Files.Keys.FirstOrDefault(name => !names.Contains(name));
        if (missing is not null)
        {
            throw new PackageException(PackageErrors.Hash, $"The package lacks \"{missing}\", which its list of hashes names.");
        }
    }

    private List<PackageFile> CheckFiles(List<ZipEntry> files, HashList list, PackageLimits limits, CancellationToken cancellationToken)
    {
        List<PackageFile> result = new(files.Count);
        long total = 0;
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ZipEntry entry in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int wanted = entry.Name == PluginArchive.ManifestName ? MostListBytes : NativeImage.HeadLength;
            using MemoryStream head = new();
            long size = Reader.Unpack(entry, limits, total, piece =>
            {
                hash.AppendData(piece);
                head.Write(piece[..Math.Min(piece.Length, wanted - (int)head.Length)]);
            });
            total += size;
            string sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (sha256 != list.Files[entry.Name])
            {
                throw new PackageException(PackageErrors.Hash, $"\"{entry.Name}\" is not the file that was packed: its hash differs.");
            }

            Look(entry.Name, head.ToArray());
            result.Add(new PackageFile(entry.Name, size, sha256));
        }

        return result;
    }

    private void Look(string name, byte[] head)
    {
        if (name == PluginArchive.ManifestName)
        {
            ManifestJson = Encoding.UTF8.GetString(head);
        }
        else if (NativeImage.Detect(head) is { } image)
        {
            Images.Add(name, image);
        }
    }

    private byte[] ReadSmall(ZipEntry entry, PackageLimits limits)
    {
        // Compressed data has bits that mean nothing; nothing may change unnoticed in what guards the rest.
        if (entry.Method != ZipEntry.Stored)
        {
            throw new PackageException(PackageErrors.Corrupt, $"The package was not made by `plugin pack`: \"{entry.Name}\" is compressed.");
        }

        if (entry.Unpacked > MostListBytes)
        {
            throw new PackageException(PackageErrors.TooLarge, $"\"{entry.Name}\" is larger than 2 MiB.");
        }

        using MemoryStream bytes = new();
        Reader.Unpack(entry, limits with { UnpackedBytes = MostListBytes }, 0, bytes.Write);
        return bytes.ToArray();
    }
}
