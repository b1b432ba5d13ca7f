using System.Buffers.Binary;

namespace AIWendy.Packaging.Requirements;

/// <summary>Machine code in a file, recognised by its header: which systems can load it.</summary>
/// <param name="Os"><c>linux</c>, <c>osx</c> or <c>win</c>.</param>
/// <param name="Architectures">Such as <c>x64</c> and <c>arm64</c>; several in a universal file of macOS.</param>
internal sealed record NativeImage(string Os, IReadOnlyList<string> Architectures)
{
    /// <summary>As much of a file's start as a look needs.</summary>
    public const int HeadLength = 4096;

    private const uint FatMagic = 0xCAFEBABE;
    private const uint MachMagic64 = 0xFEEDFACF;
    private const uint MachMagic32 = 0xFEEDFACE;

    /// <summary>What the file is, or <see langword="null"/> when it is no machine code: text, data or a portable .NET assembly.</summary>
    public static NativeImage? Detect(ReadOnlySpan<byte> head) => head switch
    {
        { Length: < 20 } => null,
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => new NativeImage("linux", [ElfMachine(head)]),
        [(byte)'M', (byte)'Z', ..] => Windows(head),
        _ => Mach(head),
    };

    public override string ToString() => $"{Os}-{string.Join('+', Architectures)}";

    private static string ElfMachine(ReadOnlySpan<byte> head)
    {
        bool bigEndian = head[5] == 2;
        ushort machine = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(head[18..]) : BinaryPrimitives.ReadUInt16LittleEndian(head[18..]);
        return machine switch
        {
            0x03 => "x86",
            0x3E => "x64",
            0x28 => "arm",
            0xB7 => "arm64",
            0xF3 => "riscv64",
            0x16 => "s390x",
            0x15 => "ppc64le",
            _ => FormattableString.Invariant($"machine-{machine:x}"),
        };
    }

    private static NativeImage? Windows(ReadOnlySpan<byte> head)
    {
        int start = head.Length < 0x40 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(head[0x3C..]);
        if (start < 0x40 || start > head.Length - 26 || BinaryPrimitives.ReadUInt32LittleEndian(head[start..]) != 0x00004550)
        {
            return null;
        }

        ReadOnlySpan<byte> header = head[start..];
        return IsManaged(header) ? null : new NativeImage("win", [WindowsMachine(BinaryPrimitives.ReadUInt16LittleEndian(header[4..]))]);
    }

    // The fifteenth directory of the optional header points to the metadata of .NET.
    private static bool IsManaged(ReadOnlySpan<byte> header)
    {
        int directories = BinaryPrimitives.ReadUInt16LittleEndian(header[24..]) == 0x20B ? 24 + 112 : 24 + 96;
        int runtimeHeader = directories + (14 * 8);
        return header.Length >= runtimeHeader + 8 && BinaryPrimitives.ReadUInt32LittleEndian(header[runtimeHeader..]) != 0;
    }

    private static string WindowsMachine(ushort machine) => machine switch
    {
        0x014C => "x86",
        0x8664 => "x64",
        0x01C4 => "arm",
        0xAA64 => "arm64",
        _ => FormattableString.Invariant($"machine-{machine:x}"),
    };

    private static NativeImage? Mach(ReadOnlySpan<byte> head)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(head) is MachMagic64 or MachMagic32)
        {
            return new NativeImage("osx", [MachProcessor(BinaryPrimitives.ReadUInt32LittleEndian(head[4..]))]);
        }

        // Java classes start like universal files; their next number is a version, which is never this small.
        uint count = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        if (BinaryPrimitives.ReadUInt32BigEndian(head) != FatMagic || count is 0 or >= 20)
        {
            return null;
        }

        List<string> architectures = [];
        for (int index = 0; index < count && head.Length >= 8 + (20 * (index + 1)); index++)
        {
            architectures.Add(MachProcessor(BinaryPrimitives.ReadUInt32BigEndian(head[(8 + (20 * index))..])));
        }

        return new NativeImage("osx", architectures);
    }

    private static string MachProcessor(uint processor) => processor switch
    {
        0x00000007 => "x86",
        0x01000007 => "x64",
        0x0100000C => "arm64",
        _ => FormattableString.Invariant($"machine-{processor:x}"),
    };
}
