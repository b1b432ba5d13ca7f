using System.Security.Cryptography;

namespace AIWendy.Packaging;

/// <summary>
/// A key with which a publisher signs: ECDSA on the curve P-256. The private part never leaves the file that it is saved
/// to, except into this object.
/// </summary>
public sealed class PublisherKey : IDisposable
{
    private readonly ECDsa key;

    private PublisherKey(ECDsa key)
    {
        this.key = key;
        PublicKeyPem = key.ExportSubjectPublicKeyInfoPem() + "\n";
        KeyId = PublicKey.IdOf(key);
    }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the public key's SubjectPublicKeyInfo, lower case.</summary>
    public string KeyId { get; }

    /// <summary>The public key as PEM; this is what an administrator trusts.</summary>
    public string PublicKeyPem { get; }

    /// <summary>Makes a new key.</summary>
    public static PublisherKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a private key from a PEM file.</summary>
    /// <exception cref="PackageException">The file is missing, holds no private key, or one of another kind.</exception>
    public static async Task<PublisherKey> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        string pem;
        try
        {
            pem = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageException(PackageErrors.Key, $"The key {path} can not be read. `plugin keygen` makes one.", exception);
        }

        if (!pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            throw new PackageException(PackageErrors.Key, $"{path} holds no private key; signing needs the private one that `plugin keygen` wrote.");
        }

        return new PublisherKey(PublicKey.Import(pem, path));
    }

    /// <summary>Writes the private key to a new file that only its owner can read.</summary>
    /// <exception cref="PackageException">The file is there already; a key is never overwritten.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        FileStream file;
        try
        {
            file = new FileStream(path, options);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new PackageException(PackageErrors.Key, $"{path} is there already. A key is never overwritten; name another file.", exception);
        }

        await using (file)
        {
            await using StreamWriter writer = new(file);
            await writer.WriteLineAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
        }
    }

    /// <summary>Signs bytes as ES256: SHA-256, 64 bytes of signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <inheritdoc />
    public void Dispose() => key.Dispose();
}
