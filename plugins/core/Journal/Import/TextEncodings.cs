using System.Text;
using UtfUnknown;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Finds a text file's encoding: by its byte order mark, by validating UTF-8, by the pattern of zero bytes that UTF-16
/// leaves, and only then by statistics, restricted to encodings that brokers write.
/// </summary>
internal static class TextEncodings
{
    private const int ProbeBytes = 256 * 1024;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, or <see langword="null"/> when the content is not text.</summary>
    /// <param name="stream">Seekable; left at its start.</param>
    public static Encoding? Detect(Stream stream)
    {
        byte[] buffer = new byte[ProbeBytes];
        int length = stream.ReadAtLeast(buffer, ProbeBytes, throwOnEndOfStream: false);
        stream.Position = 0;
        return Detect(buffer.AsSpan(0, length), isWhole: length < ProbeBytes);
    }

    /// <summary>An encoding by its name.</summary>
    public static Encoding Find(string name) => Encoding.GetEncoding(name);

    internal static Encoding? Detect(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return utf16;
        }

        if (IsBinary(bytes))
        {
            return null;
        }

        return IsUtf8(bytes, isWhole) ? Encoding.UTF8 : ByStatistics(bytes);
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        int even = 0;
        int odd = 0;
        int sample = Math.Min(bytes.Length, 4096) & ~1;
        for (int i = 0; i < sample; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        int units = sample / 2;
        if (units < 4)
        {
            return null;
        }

        if (odd > units * 0.6 && even < units * 0.05)
        {
            return Encoding.Unicode;
        }

        return even > units * 0.6 && odd < units * 0.05 ? Encoding.BigEndianUnicode : null;
    }

    // A stray NUL is damage that the reader repairs; many control characters are no text.
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        int controls = 0;
        foreach (byte value in bytes)
        {
            controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A) ? 1 : 0;
        }

        return HasBinarySignature(bytes) || controls > Math.Max(4, bytes.Length / 50);
    }

    private static bool HasBinarySignature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("%PDF-"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("\u007fELF"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        while (!bytes.IsEmpty)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                return !isWhole;
            }

            if (status != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            bytes = bytes[consumed..];
        }

        return true;
    }

    private static Encoding ByStatistics(ReadOnlySpan<byte> bytes)
    {
        string? name = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected?.EncodingName;
        if (IsCyrillic(bytes))
        {
            return Encoding.GetEncoding(1251);
        }

        bool chinese = name is not null && (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) || name.StartsWith("hz", StringComparison.OrdinalIgnoreCase));
        if (chinese || IsGb18030(bytes))
        {
            return Encoding.GetEncoding("gb18030");
        }

        return name?.ToLowerInvariant() switch
        {
            "big5" => Encoding.GetEncoding("big5"),
            "shift-jis" or "shift_jis" => Encoding.GetEncoding("shift_jis"),
            "euc-kr" => Encoding.GetEncoding("euc-kr"),
            "windows-1251" => Encoding.GetEncoding(1251),
            "windows-1250" or "iso-8859-2" => Encoding.GetEncoding(1250),
            "windows-1253" or "iso-8859-7" => Encoding.GetEncoding(1253),
            "windows-1254" or "iso-8859-9" => Encoding.GetEncoding(1254),
            _ => Encoding.GetEncoding(1252),
        };
    }

    // Words of nothing but letters above 0xC0: Russian in Windows-1251. Chinese pairs would have trail bytes below.
    private static bool IsCyrillic(ReadOnlySpan<byte> bytes)
    {
        int letters = 0;
        int run = 0;
        int longest = 0;
        foreach (byte value in bytes)
        {
            if (value is >= 0xC0 or 0xA8 or 0xB8)
            {
                letters++;
                longest = Math.Max(longest, ++run);
            }
            else if (value >= 0x80 && value is not (0xA0 or 0xAB or 0xBB or 0xB9 or 0x96 or 0x97))
            {
                return false;
            }
            else
            {
                run = 0;
            }
        }

        return letters >= 8 && longest >= 4;
    }

    // Short files defeat statistics. Bytes above ASCII that pair up as common Chinese characters throughout are GB18030;
    // in Windows-1252 a lone accented letter between ASCII letters breaks the pairing.
    private static bool IsGb18030(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (i + 1 >= bytes.Length)
            {
                break;
            }

            bool common = bytes[i] is >= 0xB0 and <= 0xF7 or 0xA1 or 0xA3 && bytes[i + 1] >= 0xA1;
            if (!common)
            {
                return false;
            }

            pairs++;
            i++;
        }

        return pairs >= 2;
    }
}
