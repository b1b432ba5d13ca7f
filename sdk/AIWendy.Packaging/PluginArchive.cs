using System.Security.Cryptography;
using System.Text;
using AIWendy.Packaging.Archives;
using AIWendy.Packaging.Manifests;
using AIWendy.Packaging.Requirements;
using AIWendy.Sdk;

namespace AIWendy.Packaging;

/// <summary>A file of a package.</summary>
/// <param name="Path">Its path inside the package, with forward slashes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
public sealed record PackageFile(string Path, long Size, string Sha256);

/// <summary>
/// A plugin package that was checked from its first byte to its last and is held in memory, so that nothing can change it
/// between the check and its use. No code of the plugin has run.
/// </summary>
public sealed partial class PluginArchive
{
    /// <summary>Name of the manifest, at the root of the package.</summary>
    public const string ManifestName = "plugin.json";

    /// <summary>How package files end.</summary>
    public const string FileExtension = ".aiwp";

    private readonly byte[] content;
    private readonly PackageLimits limits;
    private readonly ZipReader reader;
    private readonly IReadOnlyList<ZipEntry> entries;

    private PluginArchive(byte[] content, PackageLimits limits, ArchiveContent checkedContent, PluginManifest manifest)
    {
        this.content = content;
        this.limits = limits;
        reader = checkedContent.Reader;
        entries = checkedContent.Entries;
        Manifest = manifest;
        ManifestJson = checkedContent.ManifestJson;
        HashesJson = checkedContent.HashesJson;
        Files = checkedContent.Files;
        Images = checkedContent.Images;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Signature = checkedContent.SignatureJson is { } json ? PackageSignature.Read(json, manifest.Publisher) : null;
    }

    /// <summary>The valid manifest.</summary>
    public PluginManifest Manifest { get; }

    /// <summary>The manifest as it stands in the package.</summary>
    public string ManifestJson { get; }

    /// <summary>SHA-256 of the package file, lower-case hexadecimal; names this package and no other.</summary>
    public string Sha256 { get; }

    /// <summary>Every file except the list of hashes and the signature, sorted by path.</summary>
    public IReadOnlyList<PackageFile> Files { get; }

    /// <summary>Who says to have signed it, or <see langword="null"/>; <see cref="PackageTrust"/> says what that is worth.</summary>
    public PackageSignature? Signature { get; }

    /// <summary>The package file itself, for example to store it.</summary>
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Size of the package file in bytes.</summary>
    public long Size => content.Length;

    /// <summary>Size of all files in bytes.</summary>
    public long UnpackedSize => Files.Sum(file => file.Size);

    internal ReadOnlyMemory<byte> HashesJson { get; }

    internal IReadOnlyDictionary<string, NativeImage> Images { get; }

    /// <summary>Opens and checks a package file.</summary>
    /// <exception cref="PackageException">It is refused; <see cref="PackageErrors"/> lists the reasons.</exception>
    /// <exception cref="IOException">The file can not be read.</exception>
    public static async Task<PluginArchive> OpenAsync(string path, PackageLimits? limits = null, CancellationToken cancellationToken = default)
    {
        await using FileStream file = File.OpenRead(path);
        return await OpenAsync(file, limits, cancellationToken);
    }

    /// <summary>Opens and checks a package from a stream, which is read to its end.</summary>
    /// <exception cref="PackageException">It is refused; <see cref="PackageErrors"/> lists the reasons.</exception>
    public static async Task<PluginArchive> OpenAsync(Stream stream, PackageLimits? limits = null, CancellationToken cancellationToken = default)
    {
        limits ??= PackageLimits.Default;
        using MemoryStream bytes = new();
        byte[] buffer = new byte[128 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is int length and > 0)
        {
            if (bytes.Length + length > limits.UnpackedBytes)
            {
                throw new PackageException(PackageErrors.TooLarge, $"The package is larger than {limits.UnpackedBytes / 1_000_000} MB.");
            }

            bytes.Write(buffer, 0, length);
        }

        return await OpenAsync(bytes.ToArray(), limits, cancellationToken);
    }

    /// <summary>Opens and checks a package that is in memory; the array belongs to the archive afterwards.</summary>
    /// <exception cref="PackageException">It is refused; <see cref="PackageErrors"/> lists the reasons.</exception>
    public static async Task<PluginArchive> OpenAsync(byte[] content, PackageLimits? limits = null, CancellationToken cancellationToken = default)
    {
        limits ??= PackageLimits.Default;
        ArchiveContent checkedContent = ArchiveContent.Check(content, limits, cancellationToken);
        PluginManifest manifest = await ReadManifestAsync(checkedContent);
        return new PluginArchive(content, limits, checkedContent, manifest);
    }

    /// <summary>The content of a file.</summary>
    /// <param name="path">One of <see cref="Files"/>, or <c>hashes.json</c> or <c>signature.json</c>.</param>
    /// <exception cref="FileNotFoundException">The package holds no such file.</exception>
    public byte[] Read(string path)
    {
        ZipEntry entry = entries.FirstOrDefault(entry => entry.Name == path)
            ?? throw new FileNotFoundException($"The package holds no file {path}.", path);
        using MemoryStream bytes = new((int)entry.Unpacked);
        reader.Unpack(entry, limits, 0, bytes.Write);
        return bytes.ToArray();
    }

    /// <summary>The content of a text file in UTF-8, or <see langword="null"/> when the package holds no such file.</summary>
    public string? ReadText(string path) =>
        Files.Any(file => file.Path == path) ? Encoding.UTF8.GetString(Read(path)) : null;

    private static async Task<PluginManifest> ReadManifestAsync(ArchiveContent content)
    {
        PluginManifest manifest;
        try
        {
            manifest = await ManifestReader.ParseAsync(content.ManifestJson);
        }
        catch (ManifestException exception)
        {
            throw new PackageException(PackageErrors.Manifest, exception.Message, exception);
        }

        RequireNamed(content, manifest.Entry, "entry assembly");
        if (manifest.Web is { } web)
        {
            RequireNamed(content, web, "web module");
        }

        return manifest;
    }

    private static void RequireNamed(ArchiveContent content, string path, string what)
    {
        if (!content.Files.Any(file => file.Path == path))
        {
            throw new PackageException(PackageErrors.Manifest, $"plugin.json names the {what} {path}, which is not in the package.");
        }
    }
}
