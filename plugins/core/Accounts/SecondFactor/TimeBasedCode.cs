using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AIWendy.Plugins.Accounts.SecondFactor;

/// <summary>Time-based one-time passwords of RFC 6238: six digits, 30 seconds, HMAC-SHA-1, as every app expects.</summary>
internal static class TimeBasedCode
{
    public const int KeyBytes = 20;
    public const int Digits = 6;
    public const int Seconds = 30;

    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>How many steps a clock may be off, either way.</summary>
    private const int Tolerance = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238; HMAC does not rest on collision resistance.")]
    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        byte[] hash = HMACSHA1.HashData(key, counter);
        int offset = hash[^1] & 0x0F;
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to, when it is one of now and newer than the last one that was used.</summary>
    public static long? Match(byte[] key, string? code, DateTimeOffset now, long? lastUsed)
    {
        string typed = new([.. (code ?? string.Empty).Where(character => !char.IsWhiteSpace(character))]);
        if (typed.Length != Digits || !typed.All(char.IsAsciiDigit))
        {
            return null;
        }

        byte[] wanted = Encoding.ASCII.GetBytes(typed);
        long current = StepAt(now);
        long? found = null;
        for (long step = current - Tolerance; step <= current + Tolerance; step++)
        {
            bool same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), wanted);
            found = same && !(step <= lastUsed) ? step : found;
        }

        return found;
    }

    /// <summary>Base32 of RFC 4648 without padding.</summary>
    public static string Encode(byte[] key)
    {
        StringBuilder text = new((key.Length * 8 / 5) + 1);
        int buffer = 0;
        int bits = 0;
        foreach (byte value in key)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string AddressOf(byte[] key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Encode(key)}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={Seconds}";
}
