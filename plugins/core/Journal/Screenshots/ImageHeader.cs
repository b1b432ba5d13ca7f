using System.Buffers.Binary;

namespace AIWendy.Plugins.Journal.Screenshots;

/// <summary>What the first bytes of a picture say, whatever its name claims.</summary>
/// <param name="ContentType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record ImageHeader(string ContentType, int Width, int Height)
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the header; <see langword="null"/> when the bytes are none of the three kinds.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length >= 33 && content.StartsWith(Png) && content.Slice(12, 4).SequenceEqual("IHDR"u8))
        {
            return Of("image/png", BinaryPrimitives.ReadUInt32BigEndian(content[16..]), BinaryPrimitives.ReadUInt32BigEndian(content[20..]));
        }

        if (content.Length >= 30 && content.StartsWith("RIFF"u8) && content.Slice(8, 4).SequenceEqual("WEBP"u8))
        {
            return Webp(content);
        }

        return content.Length >= 4 && content[0] == 0xFF && content[1] == 0xD8 && content[2] == 0xFF ? Jpeg(content) : null;
    }

    private static ImageHeader? Webp(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> kind = content.Slice(12, 4);
        if (kind.SequenceEqual("VP8X"u8))
        {
            return Of("image/webp", 1 + UInt24(content[24..]), 1 + UInt24(content[27..]));
        }

        if (kind.SequenceEqual("VP8L"u8) && content[20] == 0x2F)
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(content[21..]);
            return Of("image/webp", 1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
        }

        bool isKeyFrame = kind.SequenceEqual("VP8 "u8) && content[23] == 0x9D && content[24] == 0x01 && content[25] == 0x2A;
        return isKeyFrame
            ? Of("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(content[26..]) & 0x3FFFu, BinaryPrimitives.ReadUInt16LittleEndian(content[28..]) & 0x3FFFu)
            : null;
    }

    // The size stands in the start-of-frame segment; every segment before it states its length.
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> content)
    {
        int position = 2;
        while (position + 9 < content.Length && content[position] == 0xFF)
        {
            byte marker = content[position + 1];
            bool isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
            {
                return Of("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(content[(position + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(position + 5)..]));
            }

            if (marker is 0xD9 or 0xDA)
            {
                return null;
            }

            bool hasLength = marker is not (0xFF or 0x01 or (>= 0xD0 and <= 0xD7));
            position += marker == 0xFF ? 1 : hasLength ? 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(position + 2)..]) : 2;
        }

        return null;
    }

    private static uint UInt24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static ImageHeader? Of(string type, uint width, uint height) =>
        width is > 0 and <= 16_384 && height is > 0 and <= 16_384 ? new ImageHeader(type, (int)width, (int)height) : null;
}
