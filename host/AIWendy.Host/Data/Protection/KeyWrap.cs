using System.Security.Cryptography;

namespace AIWendy.Host.Data.Protection;

/// <summary>Closes other keys with AES-256-GCM under the installation's key, and opens what any of its keys has closed.</summary>
internal static class KeyWrap
{
    /// <summary>Use of the key that wraps those of Data Protection.</summary>
    public const string DataProtection = "data-protection";

    /// <summary>Use of the key that wraps the password of the application role.</summary>
    public const string DatabaseRole = "database-role-password";

    /// <summary>Name of the element that holds a wrapped key.</summary>
    public const string Element = "wrapped";

    /// <summary>Attribute that names the installation's key under which it was wrapped.</summary>
    public const string NameAttribute = "by";

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Wraps under the current key; returns base64 and the name of the key.</summary>
    public static (string Text, string Name) Close(SecretKeyStore secretKey, string use, byte[] plain)
    {
        byte[] key = secretKey.Derive(use);
        byte[] wrapped = new byte[NonceLength + plain.Length + TagLength];
        Span<byte> nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(key, TagLength);
        cipher.Encrypt(nonce, plain, wrapped.AsSpan(NonceLength, plain.Length), wrapped.AsSpan(NonceLength + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        return (Convert.ToBase64String(wrapped), SecretKeyStore.NameOf(key));
    }

    /// <summary>Opens what some key of the installation has closed.</summary>
    /// <exception cref="CryptographicException">None of them has.</exception>
    public static byte[] Open(SecretKeyStore secretKey, string use, string text)
    {
        byte[] wrapped = Convert.FromBase64String(text);
        if (TryOpen(secretKey, use, wrapped) is { } plain)
        {
            return plain;
        }

        // Somebody may have changed the key since this process read it.
        secretKey.Reload();
        return TryOpen(secretKey, use, wrapped)
            ?? throw new CryptographicException("This was not closed with a key of this installation; AIWENDY_SECRET_KEY may have changed.");
    }

    private static byte[]? TryOpen(SecretKeyStore secretKey, string use, byte[] wrapped)
    {
        int length = wrapped.Length - NonceLength - TagLength;
        if (length < 0)
        {
            return null;
        }

        byte[] plain = new byte[length];
        foreach (byte[] key in secretKey.DeriveAll(use))
        {
            using AesGcm cipher = new(key, TagLength);
            try
            {
                cipher.Decrypt(wrapped.AsSpan(0, NonceLength), wrapped.AsSpan(NonceLength, length), wrapped.AsSpan(NonceLength + length), plain);
                return plain;
            }
            catch (AuthenticationTagMismatchException)
            {
                // Closed with another of the keys.
            }
        }

        return null;
    }
}
