using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AIWendy.Packaging.Tests.Tampering;

/// <summary>A file as a forger puts it into a package; the defaults are those of an honest one.</summary>
internal sealed record RawFile(string Name, byte[] Content)
{
    /// <summary>Attributes in the directory; a regular file by default.</summary>
    public uint Attributes { get; init; } = 0x81A40000;

    /// <summary>The compressed content when it is not simply stored.</summary>
    public byte[]? Packed { get; init; }

    /// <summary>The name in the header before the data, when it is another one than in the directory.</summary>
    public string? LocalName { get; init; }

    /// <summary>The hash in the list, when it is not the true one.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether the list of hashes names it.</summary>
    public bool IsListed { get; init; } = true;
}

/// <summary>Writes packages byte by byte from what is documented of the format, without any code of the product.</summary>
internal static class RawPackage
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (value, _) => (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320))];

    private static byte[]? lastContent;
    private static uint lastCrc;

    /// <summary>A package of these files in their order, with a list of hashes.</summary>
    /// <param name="files">The files.</param>
    /// <param name="changeList">Changes the list after it was made.</param>
    /// <param name="signature">Content of <c>signature.json</c>, made from the list, or null.</param>
    /// <param name="gap">Bytes between the files and the directory.</param>
    public static byte[] Of(IEnumerable<RawFile> files, Func<string, string>? changeList = null, Func<byte[], byte[]>? signature = null, int gap = 0)
    {
        List<RawFile> all = [.. files];
        byte[] before = Body(all);
        string list = changeList is null ? List(before, all) : changeList(List(before, all));
        if (list.Length > 0)
        {
            all.Add(new RawFile("hashes.json", Encoding.UTF8.GetBytes(list)));
        }

        if (signature is not null)
        {
            all.Add(new RawFile("signature.json", signature(Encoding.UTF8.GetBytes(list))));
        }

        return Close(all, gap);
    }

    /// <summary>The files of a folder, as they would be packed.</summary>
    public static IReadOnlyList<RawFile> FilesOf(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => new RawFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    public static byte[] Deflate(byte[] content)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static string List(byte[] before, List<RawFile> files)
    {
        Dictionary<byte[], string> known = [];
        string HashOf(RawFile file)
        {
            if (!known.TryGetValue(file.Content, out string? hash))
            {
                hash = Sha256(file.Content);
                known.Add(file.Content, hash);
            }

            return hash;
        }

        IEnumerable<string> lines = files.Where(file => file.IsListed)
            .DistinctBy(file => file.Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => $"    \"{JsonEncodedText.Encode(file.Name)}\": \"{file.Hash ?? HashOf(file)}\"");
        return $"{{\n  \"format\": 1,\n  \"archive\": \"{Sha256(before)}\",\n  \"files\": {{\n{string.Join(",\n", lines)}\n  }}\n}}\n";
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Body(List<RawFile> files)
    {
        using MemoryStream bytes = new();
        foreach (RawFile file in files)
        {
            bytes.Write(Header(file, file.LocalName ?? file.Name, 0, central: false));
            bytes.Write(file.Packed ?? file.Content);
        }

        return bytes.ToArray();
    }

    private static byte[] Close(List<RawFile> files, int gap)
    {
        using MemoryStream bytes = new();
        bytes.Write(Body(files));
        bytes.Write(new byte[gap]);
        long start = bytes.Length;
        uint offset = 0;
        foreach (RawFile file in files)
        {
            bytes.Write(Header(file, file.Name, offset, central: true));
            offset += (uint)(30 + Encoding.UTF8.GetByteCount(file.LocalName ?? file.Name) + (file.Packed ?? file.Content).Length);
        }

        byte[] end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)files.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)files.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)(bytes.Length - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)start);
        bytes.Write(end);
        return bytes.ToArray();
    }

    private static byte[] Header(RawFile file, string name, uint offset, bool central)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        int length = central ? 46 : 30;
        byte[] header = new byte[length + nameBytes.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, central ? 0x02014B50u : 0x04034B50u);
        int at = 4;
        if (central)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), 0x0314);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), file.Attributes);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), offset);
            at = 6;
        }

        Span<byte> common = header.AsSpan(at);
        BinaryPrimitives.WriteUInt16LittleEndian(common, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(common[2..], 0x0800);
        BinaryPrimitives.WriteUInt16LittleEndian(common[4..], (ushort)(file.Packed is null ? 0 : 8));
        BinaryPrimitives.WriteUInt16LittleEndian(common[8..], 0x0021);
        BinaryPrimitives.WriteUInt32LittleEndian(common[10..], Crc(file.Content));
        BinaryPrimitives.WriteUInt32LittleEndian(common[14..], (uint)(file.Packed ?? file.Content).Length);
        BinaryPrimitives.WriteUInt32LittleEndian(common[18..], (uint)file.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common[22..], (ushort)nameBytes.Length);
        nameBytes.CopyTo(header, length);
        return header;
    }

    // Hundreds of files of one content are made at once; their checksum is counted once.
    private static uint Crc(byte[] content)
    {
        if (!ReferenceEquals(content, lastContent))
        {
            lastCrc = ~content.Aggregate(uint.MaxValue, (crc, value) => (crc >> 8) ^ CrcTable[(byte)(crc ^ value)]);
            lastContent = content;
        }

        return lastCrc;
    }
}
