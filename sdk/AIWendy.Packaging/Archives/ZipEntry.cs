using System.Buffers.Binary;

namespace AIWendy.Packaging.Archives;

/// <summary>
/// An entry of the archive. Everything that zip leaves open is fixed, so that the same files always give the same bytes
/// and an archive can be read in one way only.
/// </summary>
internal sealed record ZipEntry(string Name, byte[] NameBytes, ushort Method, uint Crc, uint Packed, uint Unpacked, uint Offset)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    public const uint LocalSignature = 0x04034B50;
    public const uint CentralSignature = 0x02014B50;
    public const uint EndSignature = 0x06054B50;

    public const int LocalLength = 30;
    public const int CentralLength = 46;
    public const int EndLength = 22;

    /// <summary>A regular file, readable by everybody, writable by its owner.</summary>
    public const uint RegularFile = 0x81A40000;

    private const ushort MadeByUnix = 0x0314;
    private const ushort VersionNeeded = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort FirstOfJanuary1980 = 0x0021;

    /// <summary>Where the entry's data starts.</summary>
    public long DataOffset => (long)Offset + LocalLength + NameBytes.Length;

    /// <summary>Where the entry ends.</summary>
    public long EndOffset => DataOffset + Packed;

    /// <summary>The header before the data.</summary>
    public byte[] LocalHeader()
    {
        byte[] header = new byte[LocalLength + NameBytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, LocalSignature);
        WriteCommon(header.AsSpan(4));
        NameBytes.CopyTo(header, LocalLength);
        return header;
    }

    /// <summary>The header in the directory at the end.</summary>
    public byte[] CentralHeader()
    {
        byte[] header = new byte[CentralLength + NameBytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), MadeByUnix);
        WriteCommon(header.AsSpan(6));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), RegularFile);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), Offset);
        NameBytes.CopyTo(header, CentralLength);
        return header;
    }

    /// <summary>The record that closes the archive.</summary>
    public static byte[] End(int count, long directoryOffset, long directoryLength)
    {
        byte[] end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), checked((ushort)count));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), checked((ushort)count));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), checked((uint)directoryLength));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), checked((uint)directoryOffset));
        return end;
    }

    private void WriteCommon(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], Method);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(target[10..], Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(target[14..], Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(target[18..], Unpacked);
        BinaryPrimitives.WriteUInt16LittleEndian(target[22..], checked((ushort)NameBytes.Length));
    }
}
