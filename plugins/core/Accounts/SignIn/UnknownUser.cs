using System.Buffers.Binary;
using System.Security.Cryptography;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Passwords;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>
/// Stands in for an account that does not exist, so that checking its password costs what a real check costs. No
/// password fits: the hash is random bytes in the format of Identity's version 3.
/// </summary>
internal static class UnknownUser
{
    private const byte FormatVersion3 = 0x01;
    private const uint HmacSha512 = 2;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int HeaderBytes = 13;

    public static readonly User Instance = new() { Email = "nobody@invalid" };

    public static readonly string PasswordHash = CreateHash();

    private static string CreateHash()
    {
        byte[] hash = new byte[HeaderBytes + SaltBytes + HashBytes];
        hash[0] = FormatVersion3;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), HmacSha512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), PasswordRules.HashIterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), SaltBytes);
        RandomNumberGenerator.Fill(hash.AsSpan(HeaderBytes));
        return Convert.ToBase64String(hash);
    }
}
