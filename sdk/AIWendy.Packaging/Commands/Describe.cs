using System.Globalization;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary>Packages in words and in JSON.</summary>
internal static class Describe
{
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };

    public static string Signature(PluginArchive archive) => archive.Signature is { } signature
        ? $"Signed with the key {signature.KeyId} as {signature.Publisher}."
        : "Not signed.";

    public static JsonObject Package(PluginArchive archive, string file) => new()
    {
        ["id"] = archive.Manifest.Id,
        ["version"] = archive.Manifest.Version,
        ["file"] = file,
        ["sha256"] = archive.Sha256,
        ["size"] = archive.Size,
        ["unpacked"] = archive.UnpackedSize,
        ["files"] = archive.Files.Count,
        ["keyId"] = archive.Signature?.KeyId,
    };
}
