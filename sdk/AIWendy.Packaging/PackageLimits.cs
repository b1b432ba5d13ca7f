namespace AIWendy.Packaging;

/// <summary>What a package may cost whoever opens it.</summary>
/// <param name="Entries">Most entries, the list of hashes and the signature among them.</param>
/// <param name="UnpackedBytes">Most bytes of all files together, counted while they are unpacked; also the most that the file itself may have.</param>
/// <param name="Ratio">Most bytes that one byte of the package may unpack to, for each entry.</param>
public sealed record PackageLimits(
    int Entries = PackageLimits.DefaultEntries,
    long UnpackedBytes = PackageLimits.DefaultUnpackedBytes,
    int Ratio = PackageLimits.DefaultRatio)
{
    /// <summary>2,000 entries.</summary>
    public const int DefaultEntries = 2_000;

    /// <summary>200 MB.</summary>
    public const long DefaultUnpackedBytes = 200_000_000;

    /// <summary>100 to 1.</summary>
    public const int DefaultRatio = 100;

    /// <summary>The limits that hold unless others are given.</summary>
    public static PackageLimits Default { get; } = new();
}
