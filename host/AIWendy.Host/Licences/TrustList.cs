using System.Text.Json;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>
/// A signed file that adds issuing keys and takes keys and licences back, so that neither a rotation nor a revocation
/// needs a new version of the program.
/// </summary>
/// <param name="KeyId">The key that signed it.</param>
/// <param name="Keys">Keys that it adds.</param>
/// <param name="RevokedKeys">Ids of keys that it takes back.</param>
/// <param name="RevokedLicences">Ids of licences that it takes back.</param>
internal sealed record TrustList(
    string KeyId, IReadOnlyList<LicenceKey> Keys, IReadOnlyList<string> RevokedKeys, IReadOnlyList<string> RevokedLicences)
{
    /// <summary>Type in the token's header.</summary>
    public const string TokenType = "aiwendy-trust+jws";

    /// <summary>Reads and verifies a list.</summary>
    /// <param name="token">The list.</param>
    /// <param name="trust">Built-in keys, and those for development where they are allowed: a key that a list adds signs no list.</param>
    /// <exception cref="LicenceException">It is damaged, or no trusted key has signed it.</exception>
    public static TrustList Read(string token, LicenceTrust trust)
    {
        CompactJws jws = CompactJws.Read(token.Trim());
        if (jws.Type != TokenType)
        {
            throw new LicenceException(Text.Of("The token is no trust list.", "这个令牌不是信任列表。"));
        }

        if (trust.Find(jws.KeyId) is not { } key || !jws.IsSignedBy(key))
        {
            throw new LicenceException(Text.Of("The trust list is not signed by a key of this product.", "信任列表不是用本产品的密钥签名的。"));
        }

        // A key for development stays one, whatever its list says.
        LicenceKeySource source = key.Source == LicenceKeySource.Development ? LicenceKeySource.Development : LicenceKeySource.TrustList;
        return CompactJws.ReadObject(jws.Payload, "content", root => new TrustList(
            jws.KeyId,
            [.. Texts(root, "keys").Select(text => LicenceKey.Of(Bytes(text), source))],
            [.. Texts(root, "revoked_keys")],
            [.. Texts(root, "revoked_licences")]));
    }

    /// <summary>Writes and signs a list.</summary>
    public static string Sign(
        System.Security.Cryptography.ECDsa key, IEnumerable<LicenceKey> keys, IEnumerable<string> revokedKeys, IEnumerable<string> revokedLicences)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            Write(writer, "keys", keys.Select(added => Convert.ToBase64String(added.SubjectPublicKeyInfo.Span)));
            Write(writer, "revoked_keys", revokedKeys);
            Write(writer, "revoked_licences", revokedLicences);
            writer.WriteEndObject();
        }

        return CompactJws.Sign(TokenType, json.ToArray(), key);
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static byte[] Bytes(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int written)
            ? bytes[..written]
            : throw new LicenceException(Text.Of("The trust list holds a key that can not be read.", "信任列表中有无法读取的密钥。"));
    }

    private static List<string> Texts(JsonElement root, string name)
    {
        List<string> texts = [];
        if (!root.TryGetProperty(name, out JsonElement list))
        {
            return texts;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new LicenceException(Text.Of($"\"{name}\" of the trust list is no list.", $"信任列表的“{name}”不是列表。"));
        }

        foreach (JsonElement item in list.EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new LicenceException(Text.Of($"\"{name}\" of the trust list holds something that is no text.", $"信任列表的“{name}”中有不是文本的内容。")));
        }

        return texts;
    }
}
