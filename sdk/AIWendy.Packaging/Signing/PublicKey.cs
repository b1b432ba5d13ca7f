using System.Security.Cryptography;

namespace AIWendy.Packaging;

/// <summary>What can be done with a public key alone.</summary>
public static class PublicKey
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>The key id of a public key.</summary>
    /// <param name="pem">The key as PEM.</param>
    /// <exception cref="PackageException">It is no P-256 key.</exception>
    public static string IdOf(string pem)
    {
        using ECDsa key = Import(pem, "The key");
        return IdOf(key);
    }

    /// <summary>Whether a signature over the data was made with the private part of this key.</summary>
    /// <param name="pem">The public key as PEM.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">64 bytes, as ES256 makes them.</param>
    /// <exception cref="PackageException">The key is no P-256 key.</exception>
    public static bool Verify(string pem, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = Import(pem, "The key");
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    internal static string IdOf(ECDsa key) =>
        Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    internal static ECDsa Import(string pem, string where)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is P256)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new PackageException(PackageErrors.Key, $"{where} can not be read as a PEM key on the curve P-256. `plugin keygen` makes one.", exception);
        }

        key.Dispose();
        throw new PackageException(PackageErrors.Key, $"{where} is on another curve than P-256. `plugin keygen` makes one that fits.");
    }
}
