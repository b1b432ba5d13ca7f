using System.IO.Compression;
using System.Text;

namespace AIWendy.Packaging.Archives;

/// <summary>Writes an archive whose bytes depend on the names and contents alone.</summary>
internal sealed class ZipWriter(Stream target)
{
    private readonly List<ZipEntry> entries = [];
    private long position;

    /// <summary>Adds a file, compressed where that helps and stays well below the ratio that readers refuse.</summary>
    public void Add(string name, ReadOnlyMemory<byte> content)
    {
        ReadOnlyMemory<byte> packed = Deflate(content);
        bool helps = packed.Length < content.Length && packed.Length * (long)PackageLimits.DefaultRatio > content.Length;
        AddRaw(name, helps ? ZipEntry.Deflated : ZipEntry.Stored, Crc32.Of(content.Span), (uint)content.Length, (helps ? packed : content).Span);
    }

    /// <summary>Adds a file as it is.</summary>
    public void AddStored(string name, byte[] content) => AddRaw(name, ZipEntry.Stored, Crc32.Of(content), (uint)content.Length, content);

    /// <summary>Adds a file that is packed already.</summary>
    public void AddRaw(string name, ushort method, uint crc, uint unpacked, ReadOnlySpan<byte> packed)
    {
        ZipEntry entry = new(name, Encoding.UTF8.GetBytes(name), method, crc, (uint)packed.Length, unpacked, checked((uint)position));
        entries.Add(entry);
        Write(entry.LocalHeader());
        Write(packed);
    }

    /// <summary>Writes the directory; nothing can be added afterwards.</summary>
    public void Finish()
    {
        long start = position;
        foreach (ZipEntry entry in entries)
        {
            Write(entry.CentralHeader());
        }

        Write(ZipEntry.End(entries.Count, start, position - start));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        position += bytes.Length;
    }

    private static ReadOnlyMemory<byte> Deflate(ReadOnlyMemory<byte> content)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content.Span);
        }

        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }
}
