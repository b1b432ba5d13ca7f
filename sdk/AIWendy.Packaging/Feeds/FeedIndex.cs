using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NuGet.Versioning;

namespace AIWendy.Packaging;

/// <summary>What a feed offers; the content of its <c>index.json</c>.</summary>
/// <param name="Format">Always 1.</param>
/// <param name="Items">The plugins, sorted by id.</param>
public sealed record FeedIndex(int Format, IReadOnlyList<FeedItem> Items)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "index.json";

    /// <summary>Most bytes that an index may have.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Most characters of a version's changes.</summary>
    public const int MaximumChanges = 4_000;

    /// <summary>Reads an index and checks every value, because a feed is somebody else's server.</summary>
    /// <exception cref="PackageException">It is too large, no index, or breaks a rule (<see cref="PackageErrors.Feed"/>).</exception>
    public static async Task<FeedIndex> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is int length and > 0)
        {
            if (bytes.Length + length > MaximumBytes)
            {
                throw new PackageException(PackageErrors.Feed, "The feed's index is larger than 8 MiB.");
            }

            bytes.Write(buffer, 0, length);
        }

        return Read(bytes.ToArray());
    }

    /// <summary>Reads an index that is in memory; see <see cref="ReadAsync"/>.</summary>
    /// <exception cref="PackageException">It is no index or breaks a rule.</exception>
    public static FeedIndex Read(ReadOnlySpan<byte> bytes)
    {
        FeedIndex? index;
        try
        {
            index = JsonSerializer.Deserialize(bytes, FeedJsonContext.Default.FeedIndex);
        }
        catch (JsonException exception)
        {
            throw new PackageException(PackageErrors.Feed, "The feed's index can not be read: it is no valid JSON of the expected form.", exception);
        }

        FeedRules.Check(index ?? throw new PackageException(PackageErrors.Feed, "The feed's index is empty."));
        return index;
    }

    /// <summary>The version of a plugin that was asked for, or its newest one that is no pre-release.</summary>
    /// <param name="id">The plugin.</param>
    /// <param name="version">The version, or <see langword="null"/> for the newest.</param>
    /// <returns>The version, or <see langword="null"/> when the feed has none.</returns>
    public FeedVersion? Find(string id, string? version = null)
    {
        IReadOnlyList<FeedVersion> versions = Items.FirstOrDefault(item => item.Id == id)?.Versions ?? [];
        return version is null
            ? versions.FirstOrDefault(entry => !NuGetVersion.Parse(entry.Version).IsPrerelease) ?? versions.FirstOrDefault()
            : versions.FirstOrDefault(entry => NuGetVersion.TryParse(version, out NuGetVersion? asked) && NuGetVersion.Parse(entry.Version) == asked);
    }

    /// <summary>The one way to write this index.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, FeedJsonContext.Readable.FeedIndex), (byte)'\n'];
}

/// <summary>A plugin in a feed, described by its newest version.</summary>
/// <param name="Id">The plugin's id.</param>
/// <param name="Name">What people see.</param>
/// <param name="NameZh">The same in Simplified Chinese, or <see langword="null"/>.</param>
/// <param name="Publisher">Who the manifest says publishes it, or <see langword="null"/>; no evidence.</param>
/// <param name="Description">What it does, or <see langword="null"/>.</param>
/// <param name="DescriptionZh">The same in Simplified Chinese, or <see langword="null"/>.</param>
/// <param name="Versions">The versions, newest first; at least one.</param>
public sealed record FeedItem(
    string Id,
    string Name,
    string? NameZh,
    string? Publisher,
    string? Description,
    string? DescriptionZh,
    IReadOnlyList<FeedVersion> Versions);

/// <summary>A version of a plugin in a feed.</summary>
/// <param name="Version">Semantic version.</param>
/// <param name="Sha256">SHA-256 that the package file has, lower-case hexadecimal.</param>
/// <param name="Size">Size of the package file in bytes.</param>
/// <param name="Sdk">Range of SDK versions that it runs on.</param>
/// <param name="Permissions">What it asks to do.</param>
/// <param name="File">Path beside the index, or an http(s) address.</param>
/// <param name="KeyId">Key that it is signed with, or <see langword="null"/>.</param>
/// <param name="Published">Day on which its change log says it was published, or <see langword="null"/>.</param>
/// <param name="Changes">Its section of the change log as Markdown, or <see langword="null"/>.</param>
public sealed record FeedVersion(
    string Version,
    string Sha256,
    long Size,
    string Sdk,
    IReadOnlyList<string> Permissions,
    string File,
    string? KeyId,
    DateOnly? Published,
    string? Changes)
{
    /// <summary>Where the package is.</summary>
    /// <param name="index">Address of the feed's <c>index.json</c>; a <c>file:</c> address for a folder.</param>
    public Uri Locate(Uri index) => FeedRules.IsAddress(File)
        ? new Uri(File)
        : new Uri(index, string.Join('/', File.Split('/').Select(Uri.EscapeDataString)));
}

/// <summary>JSON of a feed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8)]
[JsonSerializable(typeof(FeedIndex))]
internal sealed partial class FeedJsonContext : JsonSerializerContext
{
    /// <summary>Indented, with texts as they are written.</summary>
    public static FeedJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
