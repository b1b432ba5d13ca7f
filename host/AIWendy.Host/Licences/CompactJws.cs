using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>
/// A signed text in the compact form of RFC 7515, with ES256 and nothing else. The header names the type and the key,
/// and may hold nothing more: a key or an algorithm that comes with the token is what an attacker would send.
/// </summary>
internal sealed class CompactJws
{
    /// <summary>Longest token that is read, in characters.</summary>
    public const int MaximumLength = 16 * 1024;

    private const string Algorithm = "ES256";
    private const int SignatureLength = 64;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly byte[] signedText;
    private readonly byte[] signature;

    private CompactJws(string type, string keyId, byte[] payload, byte[] signedText, byte[] signature)
    {
        Type = type;
        KeyId = keyId;
        Payload = payload;
        this.signedText = signedText;
        this.signature = signature;
    }

    /// <summary>What the token is, from its header; believe it only after <see cref="IsSignedBy"/>.</summary>
    public string Type { get; }

    /// <summary>The key that the token says it was signed with.</summary>
    public string KeyId { get; }

    /// <summary>The signed bytes.</summary>
    public byte[] Payload { get; }

    /// <summary>Takes a token apart without judging its signature.</summary>
    /// <exception cref="LicenceException">It does not have the form.</exception>
    public static CompactJws Read(string token)
    {
        if (token.Length > MaximumLength)
        {
            throw new LicenceException(Text.Of("The token is longer than 16 KiB.", "令牌超过 16 KiB。"));
        }

        string[] parts = token.Split('.');
        if (parts.Length != 3)
        {
            throw new LicenceException(Text.Of("The token does not consist of three parts.", "令牌不是由三个部分组成的。"));
        }

        byte[] header = Decode(parts[0]);
        byte[] payload = Decode(parts[1]);
        byte[] signature = Decode(parts[2]);
        if (signature.Length != SignatureLength)
        {
            throw new LicenceException(Text.Of("The token's signature does not have 64 bytes.", "令牌的签名不是 64 字节。"));
        }

        (string type, string keyId) = ReadObject(header, "header", ReadHeader);
        return new CompactJws(type, keyId, payload, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
    }

    /// <summary>Writes and signs a token.</summary>
    public static string Sign(string type, ReadOnlySpan<byte> payload, ECDsa key)
    {
        using MemoryStream header = new();
        using (Utf8JsonWriter writer = new(header))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", Algorithm);
            writer.WriteString("kid", LicenceKey.IdOf(key.ExportSubjectPublicKeyInfo()));
            writer.WriteString("typ", type);
            writer.WriteEndObject();
        }

        string text = $"{Base64Url.EncodeToString(header.ToArray())}.{Base64Url.EncodeToString(payload)}";
        byte[] signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Whether the bytes were signed with the key.</summary>
    public bool IsSignedBy(LicenceKey key)
    {
        using ECDsa verifier = key.Open();
        return verifier.VerifyData(signedText, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Reads a JSON object strictly: names that stand twice and texts that are none are refused.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="what">What they are, for the refusal.</param>
    /// <param name="read">Takes what it needs out of the object.</param>
    /// <exception cref="LicenceException">It is no such object, or <paramref name="read"/> refuses it.</exception>
    public static T ReadObject<T>(ReadOnlyMemory<byte> json, string what, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return read(document.RootElement);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter comes of bytes that are no UTF-8, and of half characters. Told below.
        }

        throw new LicenceException(Text.Of($"The token's {what} is not a valid JSON object.", $"令牌的{(what == "header" ? "头部" : "内容")}不是有效的 JSON 对象。"));
    }

    private static (string Type, string KeyId) ReadHeader(JsonElement header)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in header.EnumerateObject())
        {
            members[member.Name] = member.Value.ValueKind == JsonValueKind.String
                ? member.Value.GetString()!
                : throw new LicenceException(Text.Of($"The token's header holds a \"{member.Name}\" that is no text.", $"令牌头部的“{member.Name}”不是文本。"));
        }

        if (members.Keys.FirstOrDefault(name => name is not ("alg" or "kid" or "typ")) is { } other)
        {
            throw new LicenceException(Text.Of($"The token's header holds \"{other}\", which is not allowed.", $"令牌头部不允许有“{other}”。"));
        }

        if (members.GetValueOrDefault("alg") != Algorithm)
        {
            throw new LicenceException(Text.Of("The token is not signed with ES256.", "令牌没有用 ES256 签名。"));
        }

        return members.TryGetValue("kid", out string? keyId) && members.TryGetValue("typ", out string? type)
            ? (type, keyId)
            : throw new LicenceException(Text.Of("The token's header lacks the key id or the type.", "令牌头部缺少密钥编号或类型。"));
    }

    // Strict: one byte sequence has exactly one text, so that a changed character can not go unnoticed.
    private static byte[] Decode(string text)
    {
        try
        {
            byte[] bytes = Base64Url.DecodeFromChars(text);
            if (Base64Url.EncodeToString(bytes) == text)
            {
                return bytes;
            }
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw new LicenceException(Text.Of("The token is not written in base64url.", "令牌不是 base64url 编码。"));
    }
}
