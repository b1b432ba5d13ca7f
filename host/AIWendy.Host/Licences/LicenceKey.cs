using System.Security.Cryptography;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>A public key whose licences count.</summary>
/// <param name="Id">Key id that tokens name; follows from the key.</param>
/// <param name="SubjectPublicKeyInfo">The key, as DER.</param>
/// <param name="Source">Where the trust comes from.</param>
internal sealed record LicenceKey(string Id, ReadOnlyMemory<byte> SubjectPublicKeyInfo, LicenceKeySource Source)
{
    private const string Curve = "1.2.840.10045.3.1.7";

    /// <summary>The first 16 hexadecimal digits of the key's SHA-256.</summary>
    public static string IdOf(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo))[..16];

    /// <summary>Takes a public key on, after a look at whether it is one of the curve P-256.</summary>
    /// <exception cref="LicenceException">It is not.</exception>
    public static LicenceKey Of(byte[] subjectPublicKeyInfo, LicenceKeySource source)
    {
        using ECDsa key = Import(subjectPublicKeyInfo);
        return new LicenceKey(IdOf(subjectPublicKeyInfo), subjectPublicKeyInfo, source);
    }

    /// <summary>Takes a public key on from PEM text.</summary>
    /// <exception cref="LicenceException">It holds none of the curve P-256.</exception>
    public static LicenceKey OfPem(string pem, LicenceKeySource source)
    {
        try
        {
            PemFields fields = PemEncoding.Find(pem);
            if (pem[fields.Label] == "PUBLIC KEY")
            {
                return Of(Convert.FromBase64String(pem[fields.Base64Data]), source);
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            // Told below.
        }

        throw new LicenceException("The file holds no public key in PEM form.");
    }

    /// <summary>Reads a private key with which licences are issued.</summary>
    /// <exception cref="LicenceException">The file can not be read or holds no such key.</exception>
    public static ECDsa ReadPrivate(string file)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(includePrivateParameters: true) is { D: not null, Curve.Oid.Value: Curve })
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Told below; the exception may quote the file.
        }

        key.Dispose();
        throw new LicenceException($"{file} holds no private key of the curve P-256 in PEM form.");
    }

    /// <summary>The key, ready to verify with.</summary>
    public ECDsa Open() => Import(SubjectPublicKeyInfo.Span);

    private static ECDsa Import(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out int read);
            if (read == subjectPublicKeyInfo.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == Curve)
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            // Told below.
        }

        key.Dispose();
        throw new LicenceException(Text.Of("The key is no public key of the curve P-256.", "这不是 P-256 曲线的公钥。"));
    }
}

/// <summary>Where the trust in a key comes from.</summary>
internal enum LicenceKeySource
{
    /// <summary>Built into the program.</summary>
    BuiltIn,

    /// <summary>Added by a trust list that a built-in key has signed.</summary>
    TrustList,

    /// <summary>Laid into a folder, for development only.</summary>
    Development,
}
