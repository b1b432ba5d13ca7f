using System.Security.Cryptography;
using AIWendy.Packaging.Archives;

namespace AIWendy.Packaging;

/// <content>Packing, signing and unpacking.</content>
public sealed partial class PluginArchive
{
    // What file browsers leave behind, and what packing makes anew.
    private static readonly string[] Left = [".DS_Store", "Thumbs.db", "desktop.ini"];

    /// <summary>Packs a folder into a file; see <see cref="PackAsync(string, PublisherKey?, CancellationToken)"/>.</summary>
    /// <param name="folder">Publish output with a <c>plugin.json</c> at its root.</param>
    /// <param name="file">Where to write the package; replaced as a whole when it is there.</param>
    /// <param name="signer">Signs the package, or <see langword="null"/> for an unsigned one.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind then.</param>
    /// <exception cref="PackageException">The folder holds something that a package may not hold.</exception>
    public static async Task<PluginArchive> PackAsync(string folder, string file, PublisherKey? signer = null, CancellationToken cancellationToken = default)
    {
        PluginArchive archive = await PackAsync(folder, signer, cancellationToken);
        await archive.SaveAsync(file, cancellationToken);
        return archive;
    }

    /// <summary>
    /// Packs a folder. The same names and contents give the same bytes, whatever the order, the times and the rights of
    /// the files are; the compression is that of the running .NET version.
    /// </summary>
    /// <param name="folder">Publish output with a <c>plugin.json</c> at its root.</param>
    /// <param name="signer">Signs the package, or <see langword="null"/> for an unsigned one.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The package in memory, checked as a host would check it.</returns>
    /// <exception cref="PackageException">The folder holds something that a package may not hold.</exception>
    public static async Task<PluginArchive> PackAsync(string folder, PublisherKey? signer, CancellationToken cancellationToken = default)
    {
        SortedDictionary<string, byte[]> files = await ReadFolderAsync(Path.GetFullPath(folder), cancellationToken);
        if (!files.ContainsKey(ManifestName))
        {
            throw new PackageException(PackageErrors.Manifest, $"The folder {folder} holds no plugin.json. Pack the output of a build or publish, not the sources.");
        }

        using MemoryStream target = new();
        ZipWriter writer = new(target);
        foreach ((string name, byte[] bytes) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Add(name, bytes);
        }

        string before = Hash(target.GetBuffer().AsSpan(0, (int)target.Length));
        byte[] hashes = new HashList(before, files.ToDictionary(entry => entry.Key, entry => Hash(entry.Value))).ToBytes();
        writer.AddStored(HashList.FileName, hashes);
        writer.Finish();
        PluginArchive archive = await OpenAsync(target.ToArray(), PackageLimits.Default, cancellationToken);
        return signer is null ? archive : await archive.SignAsync(signer, cancellationToken);
    }

    /// <summary>A copy of the package with a signature by this key instead of the one it may have.</summary>
    /// <exception cref="PackageException">The manifest names no publisher.</exception>
    public async Task<PluginArchive> SignAsync(PublisherKey signer, CancellationToken cancellationToken = default)
    {
        PackageSignature signature = PackageSignature.Create(signer, Manifest.Publisher, HashesJson.Span);
        using MemoryStream target = new();
        ZipWriter writer = new(target);
        foreach (ZipEntry entry in entries.Where(entry => entry.Name != PackageSignature.FileName))
        {
            writer.AddRaw(entry.Name, entry.Method, entry.Crc, entry.Unpacked, reader.Raw(entry));
        }

        writer.AddStored(PackageSignature.FileName, signature.ToBytes());
        writer.Finish();
        return await OpenAsync(target.ToArray(), limits, cancellationToken);
    }

    /// <summary>Writes the package to a file, which is replaced as a whole when it is there.</summary>
    public async Task SaveAsync(string file, CancellationToken cancellationToken = default)
    {
        string full = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = $"{full}.{Guid.NewGuid():n}.part";
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>
    /// Unpacks every file, the list of hashes and the signature. The folder appears with all of them or not at all: they
    /// are written to a hidden folder beside it, which is then renamed.
    /// </summary>
    /// <param name="directory">The folder to make; its parents are made when they are missing.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind then.</param>
    /// <exception cref="PackageException">The folder is there already (<see cref="PackageErrors.Exists"/>).</exception>
    public async Task ExtractAsync(string directory, CancellationToken cancellationToken = default)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string parent = Path.GetDirectoryName(full)!;
        RequireAbsent(full);
        Directory.CreateDirectory(parent);
        string temporary = Path.Combine(parent, $".{Path.GetFileName(full)}.{Guid.NewGuid():n}");
        try
        {
            foreach (ZipEntry entry in entries)
            {
                await ExtractAsync(entry, temporary, cancellationToken);
            }

            RequireAbsent(full);
            Directory.Move(temporary, full);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private async Task ExtractAsync(ZipEntry entry, string root, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(Path.Combine(root, entry.Name));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new PackageException(PackageErrors.Path, $"\"{entry.Name}\" leaves the folder of the package.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, Read(entry.Name), cancellationToken);
    }

    private static void RequireAbsent(string directory)
    {
        if (Directory.Exists(directory) || File.Exists(directory))
        {
            throw new PackageException(PackageErrors.Exists, $"{directory} is there already.");
        }
    }

    private static async Task<SortedDictionary<string, byte[]>> ReadFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new PackageException(PackageErrors.Manifest, $"There is no folder {folder}.");
        }

        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        long total = 0;
        foreach (FileInfo file in FilesIn(new DirectoryInfo(folder)))
        {
            string name = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (name is HashList.FileName or PackageSignature.FileName || Left.Contains(file.Name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            EntryNames.Require(name);
            total += file.Length;
            if (total > PackageLimits.DefaultUnpackedBytes)
            {
                throw new PackageException(PackageErrors.TooLarge, $"The files are larger than {PackageLimits.DefaultUnpackedBytes / 1_000_000} MB together.");
            }

            files.Add(name, await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        }

        EntryNames.RequireDistinct(files.Keys);
        return files;
    }

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder)
    {
        foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is not null)
            {
                throw new PackageException(PackageErrors.Path, $"{entry.FullName} is a link; a package holds plain files only.");
            }

            if (entry is FileInfo file)
            {
                yield return file;
                continue;
            }

            foreach (FileInfo inner in FilesIn((DirectoryInfo)entry))
            {
                yield return inner;
            }
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
