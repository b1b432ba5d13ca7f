using System.Text.Json;

namespace AIWendy.Packaging;

/// <summary>Who signed a package; the content of <c>signature.json</c>.</summary>
/// <param name="KeyId">Which key, see <see cref="PublisherKey.KeyId"/>.</param>
/// <param name="Publisher">The manifest's publisher. A name alone proves nothing; see <see cref="PackageTrust"/>.</param>
/// <param name="Signature">64 bytes of ES256 over the exact bytes of <c>hashes.json</c>, in Base64.</param>
public sealed record PackageSignature(string KeyId, string Publisher, string Signature)
{
    internal const string FileName = "signature.json";

    private const string Algorithm = "ES256";
    private const int Length = 64;

    internal byte[] SignatureBytes()
    {
        byte[] bytes = new byte[Length];
        return Convert.TryFromBase64String(Signature, bytes, out int written) && written == Length ? bytes : [];
    }

    internal static PackageSignature Create(PublisherKey key, string? publisher, ReadOnlySpan<byte> hashes) => string.IsNullOrWhiteSpace(publisher)
        ? throw new PackageException(PackageErrors.Signature, "The manifest names no publisher. Add \"publisher\" to plugin.json, pack again, then sign.")
        : new PackageSignature(key.KeyId, publisher, Convert.ToBase64String(key.Sign(hashes)));

    internal byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("keyId", KeyId);
            json.WriteString("publisher", Publisher);
            json.WriteString("algorithm", Algorithm);
            json.WriteString("signature", Signature);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    internal static PackageSignature Read(byte[] bytes, string? publisher)
    {
        PackageSignature signature;
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            signature = new PackageSignature(Text(document, "keyId"), Text(document, "publisher"), Text(document, "signature"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Refuse("can not be read", exception);
        }

        byte[] raw = signature.SignatureBytes();
        bool whole = raw.Length == Length
            && Convert.ToBase64String(raw) == signature.Signature
            && signature.ToBytes().AsSpan().SequenceEqual(bytes);
        return (whole, signature.Publisher == publisher) switch
        {
            (false, _) => throw Refuse("was changed after it was made, or is of another kind than ES256"),
            (_, false) => throw Refuse("names another publisher than the manifest"),
            _ => signature,
        };
    }

    private static string Text(JsonDocument document, string name) =>
        document.RootElement.GetProperty(name).GetString() ?? string.Empty;

    private static PackageException Refuse(string why, Exception? inner = null) =>
        new(PackageErrors.Signature, $"The signature of the package {why}.", inner);
}
