using System.Buffers.Binary;
using System.IO.Compression;

namespace AIWendy.Packaging.Archives;

/// <summary>
/// Reads exactly the archives that <see cref="ZipWriter"/> writes. Zip allows gaps, overlaps, comments, two differing
/// headers for one file and much more; two readers that disagree on these are how checks are passed by one content and
/// another one is unpacked. So everything but the one form is refused.
/// </summary>
internal sealed class ZipReader(byte[] content)
{
    /// <summary>Checks the form of the archive and returns its entries in order.</summary>
    /// <exception cref="PackageException">It has another form, too many entries, or names that are not safe.</exception>
    public IReadOnlyList<ZipEntry> ReadEntries(PackageLimits limits)
    {
        ReadOnlySpan<byte> all = content;
        if (all.Length < ZipEntry.EndLength || U32(all[^ZipEntry.EndLength..]) != ZipEntry.EndSignature)
        {
            throw Corrupt("it is no archive, is cut off, or has something appended");
        }

        ReadOnlySpan<byte> end = all[^ZipEntry.EndLength..];
        int count = U16(end[10..]);
        long start = U32(end[16..]);
        if (count > limits.Entries)
        {
            throw new PackageException(PackageErrors.TooLarge, $"The package has more than {limits.Entries} entries.");
        }

        long directoryEnd = all.Length - ZipEntry.EndLength;
        if (start > directoryEnd || !end.SequenceEqual(ZipEntry.End(count, start, directoryEnd - start)))
        {
            throw Corrupt("its directory is not where the end of the archive says");
        }

        List<ZipEntry> entries = ReadDirectory(all[(int)start..(int)directoryEnd], count);
        EntryNames.RequireDistinct(entries.Select(entry => entry.Name));
        RequireForm(all, entries, start);
        return entries;
    }

    /// <summary>Unpacks an entry, piece by piece, and checks its length and checksum.</summary>
    /// <param name="entry">One of the entries that were read.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="already">Bytes that other entries have given so far.</param>
    /// <param name="piece">Gets each piece.</param>
    /// <returns>The number of bytes.</returns>
    public long Unpack(ZipEntry entry, PackageLimits limits, long already, Action<ReadOnlySpan<byte>> piece)
    {
        long most = entry.Method == ZipEntry.Stored ? long.MaxValue : entry.Packed * (long)limits.Ratio;
        long total = 0;
        uint crc = 0;
        using Stream stream = Open(entry);
        byte[] buffer = new byte[64 * 1024];
        while (Read(stream, buffer) is int length and > 0)
        {
            total += length;
            if (already + total > limits.UnpackedBytes)
            {
                throw new PackageException(PackageErrors.TooLarge, $"The package unpacks to more than {limits.UnpackedBytes / 1_000_000} MB.");
            }

            if (total > most)
            {
                throw new PackageException(PackageErrors.TooLarge, $"\"{entry.Name}\" is compressed more than {limits.Ratio} to 1, as no honest file is.");
            }

            crc = Crc32.Of(buffer.AsSpan(0, length), crc);
            piece(buffer.AsSpan(0, length));
        }

        return total == entry.Unpacked && crc == entry.Crc ? total : throw Corrupt($"\"{entry.Name}\" is damaged");
    }

    /// <summary>An entry as it lies in the archive.</summary>
    public ReadOnlySpan<byte> Raw(ZipEntry entry) => content.AsSpan((int)entry.DataOffset, (int)entry.Packed);

    private Stream Open(ZipEntry entry)
    {
        MemoryStream raw = new(content, (int)entry.DataOffset, (int)entry.Packed, writable: false);
        return entry.Method == ZipEntry.Stored ? raw : new DeflateStream(raw, CompressionMode.Decompress);
    }

    private static int Read(Stream stream, byte[] buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw new PackageException(PackageErrors.Corrupt, "The package is damaged: a file in it can not be unpacked.", exception);
        }
    }

    private static List<ZipEntry> ReadDirectory(ReadOnlySpan<byte> directory, int count)
    {
        List<ZipEntry> entries = new(count);
        int at = 0;
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> rest = directory[at..];
            if (rest.Length < ZipEntry.CentralLength || U32(rest) != ZipEntry.CentralSignature)
            {
                throw Corrupt("its directory is damaged");
            }

            int nameLength = U16(rest[28..]);
            if (rest.Length < ZipEntry.CentralLength + nameLength)
            {
                throw Corrupt("its directory is damaged");
            }

            byte[] name = rest.Slice(ZipEntry.CentralLength, nameLength).ToArray();
            string text = EntryNames.Read(name);
            RequireRegularFile(text, U32(rest[38..]), madeBy: rest[5]);
            ZipEntry entry = new(text, name, U16(rest[10..]), U32(rest[16..]), U32(rest[20..]), U32(rest[24..]), U32(rest[42..]));
            entries.Add(entry);
            at += ZipEntry.CentralLength + nameLength + U16(rest[30..]) + U16(rest[32..]);
            if (at > directory.Length)
            {
                throw Corrupt("its directory is damaged");
            }
        }

        return at == directory.Length ? entries : throw Corrupt("its directory has something appended");
    }

    private static void RequireRegularFile(string name, uint attributes, byte madeBy)
    {
        const uint fileType = 0xF000;
        const uint regular = 0x8000;
        const uint special = 0x0E00;
        uint mode = attributes >> 16;
        bool unix = madeBy == 3 || mode != 0;
        if (unix && ((mode & fileType) is not (regular or 0) || (mode & special) != 0))
        {
            throw new PackageException(PackageErrors.Path, $"\"{name}\" is a link, a device or another special file; a package holds plain files only.");
        }
    }

    private static void RequireForm(ReadOnlySpan<byte> all, List<ZipEntry> entries, long directoryStart)
    {
        long next = 0;
        int directory = (int)directoryStart;
        foreach (ZipEntry entry in entries)
        {
            byte[] central = entry.CentralHeader();
            bool placed = entry.Offset == next && entry.EndOffset <= directoryStart && entry.Method is ZipEntry.Stored or ZipEntry.Deflated;
            if (!placed
                || (entry.Method == ZipEntry.Stored && entry.Packed != entry.Unpacked)
                || !all.Slice(directory, Math.Min(central.Length, all.Length - directory)).SequenceEqual(central)
                || !all[(int)entry.Offset..(int)entry.DataOffset].SequenceEqual(entry.LocalHeader()))
            {
                throw Corrupt($"\"{entry.Name}\" is not stored as `plugin pack` stores files");
            }

            next = entry.EndOffset;
            directory += central.Length;
        }

        if (next != directoryStart)
        {
            throw Corrupt("there is something between its files and its directory");
        }
    }

    private static PackageException Corrupt(string why) =>
        new(PackageErrors.Corrupt, $"The file is no plugin package, or was changed after it was packed: {why}.");

    private static ushort U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
