using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>A zip that says it is an export. Nothing in it is believed: sizes are counted while reading.</summary>
internal sealed partial class ImportArchive : IPersonalDataReader, IAsyncDisposable
{
    private const int MostEntries = 200_000;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int LongestLine = 64 * 1024 * 1024;

    private readonly ZipArchive zip;
    private long read;

    private ImportArchive(ZipArchive zip) => this.zip = zip;

    /// <summary>Whom the export was made for.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Ids of the archive and what they are called here.</summary>
    public Dictionary<string, string> Renamed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProblemException">Code <c>archive_invalid</c>.</exception>
    public static async Task<ImportArchive> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            ImportArchive archive = new(await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, null, cancellationToken));
            if (archive.zip.Entries.Count > MostEntries || archive.zip.GetEntry("manifest.json") is not { Length: < 8 * 1024 * 1024 } entry)
            {
                throw Invalid();
            }

            await using Stream stream = await entry.OpenAsync(cancellationToken);
            JsonNode? manifest = await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken);
            archive.UserId = (string?)manifest?["format"] == PersonalExport.Format
                && (int?)manifest["version"] == PersonalExport.FormatVersion
                && Guid.TryParse((string?)manifest["userId"], out Guid userId)
                ? userId
                : throw Invalid();
            return archive;
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            throw Invalid();
        }
    }

    /// <summary>Lines of a table as they are, with renamed ids; none when the archive has no such table.</summary>
    public async IAsyncEnumerable<JsonObject> ReadRowsAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (zip.GetEntry($"data/{name}.jsonl") is not { } entry)
        {
            yield break;
        }

        await using Stream stream = await entry.OpenAsync(cancellationToken);
        using StreamReader lines = new(stream, ArchiveJson.Utf8);
        while (await ReadLineAsync(lines, cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                yield return Parse(Rename(line));
            }
        }
    }

    /// <summary>The bytes of a file that a row points at; null when the archive has none.</summary>
    public async Task<byte[]?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        if (!path.StartsWith("files/", StringComparison.Ordinal) || zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        await using Stream stream = await entry.OpenAsync(cancellationToken);
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        while (await ReadAsync(stream, buffer, cancellationToken) is int length and > 0)
        {
            Count(length);
            content.Write(buffer, 0, length);
            if (content.Length > LongestLine)
            {
                throw Invalid();
            }
        }

        return content.ToArray();
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    public static ProblemException Invalid() => new(400, "archive_invalid", Text.Of(
        "This is no export of AIWendy, or it is damaged.",
        "这不是 AIWendy 的导出文件，或文件已损坏。"));

    // The path of a file names ids of the archive, which stay as they are.
    private string Rename(string line) => Id().Replace(line, match =>
        Renamed.TryGetValue(match.Value, out string? renamed) && !IsInPath(line, match.Index) ? renamed : match.Value);

    private static bool IsInPath(string line, int index) =>
        line.LastIndexOf('"', index) is int quote and >= 0 && line.AsSpan(quote + 1).StartsWith("files/", StringComparison.Ordinal);

    private static JsonObject Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw Invalid();
        }
        catch (JsonException)
        {
            throw Invalid();
        }
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw Invalid();
        }
    }

    private async Task<string?> ReadLineAsync(StreamReader lines, CancellationToken cancellationToken)
    {
        try
        {
            string? line = await lines.ReadLineAsync(cancellationToken);
            Count(line?.Length ?? 0);
            return line is { Length: > LongestLine } ? throw Invalid() : line;
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.DecoderFallbackException)
        {
            throw Invalid();
        }
    }

    private void Count(long length)
    {
        read += length;
        if (read > MostBytes)
        {
            throw Invalid();
        }
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
