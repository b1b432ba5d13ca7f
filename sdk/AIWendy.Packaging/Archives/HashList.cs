using System.Text.Json;

namespace AIWendy.Packaging.Archives;

/// <summary>
/// The content of <c>hashes.json</c>: the SHA-256 of every file, and of everything in the archive before this list, so
/// that a signature over the list covers each byte of the package.
/// </summary>
internal sealed record HashList(string Archive, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "hashes.json";

    private const int Format = 1;

    /// <summary>The one way to write this list.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("archive", Archive);
            json.WriteStartObject("files");
            foreach ((string path, string hash) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WriteString(path, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Reads a list, and refuses every other way to write it.</summary>
    /// <exception cref="PackageException">It is no such list.</exception>
    public static HashList Read(byte[] bytes)
    {
        HashList list;
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            Dictionary<string, string> files = new(StringComparer.Ordinal);
            foreach (JsonProperty file in document.RootElement.GetProperty("files").EnumerateObject())
            {
                files[file.Name] = file.Value.GetString() ?? string.Empty;
            }

            list = new HashList(document.RootElement.GetProperty("archive").GetString() ?? string.Empty, files);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PackageException(PackageErrors.Hash, "The list of hashes in the package can not be read.", exception);
        }

        return list.ToBytes().AsSpan().SequenceEqual(bytes)
            ? list
            : throw new PackageException(PackageErrors.Hash, "The list of hashes in the package was changed after it was packed.");
    }
}
