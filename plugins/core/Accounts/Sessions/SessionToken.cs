using System.Buffers.Text;
using System.Security.Cryptography;

namespace AIWendy.Plugins.Accounts.Sessions;

/// <summary>The secret in the cookie: 32 random bytes, of which only the hash is kept.</summary>
internal static class SessionToken
{
    private const int Bytes = 32;

    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of the token's bytes, or <see langword="null"/> when the text can not be a token.</summary>
    public static byte[]? Hash(string? token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (token is null
            || token.Length != Base64Url.GetEncodedLength(Bytes)
            || !Base64Url.IsValid(token)
            || !Base64Url.TryDecodeFromChars(token, bytes, out int written)
            || written != Bytes)
        {
            return null;
        }

        return SHA256.HashData(bytes);
    }
}
