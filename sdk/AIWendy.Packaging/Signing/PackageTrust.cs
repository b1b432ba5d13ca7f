using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Packaging;

/// <summary>A publisher's key that an administrator decided on.</summary>
/// <param name="KeyId">See <see cref="PublisherKey.KeyId"/>; must be the id of <paramref name="PublicKeyPem"/>.</param>
/// <param name="Publisher">Name under which the administrator knows the publisher.</param>
/// <param name="PublicKeyPem">The public key as PEM.</param>
/// <param name="Revoked">Whether packages signed with this key are refused, whoever vouched for them before.</param>
public sealed record TrustedKey(string KeyId, string Publisher, string PublicKeyPem, bool Revoked = false);

/// <summary>What a package's signature is worth here.</summary>
[JsonConverter(typeof(TrustKindConverter))]
public enum TrustKind
{
    /// <summary>Signed with a trusted key.</summary>
    Trusted,

    /// <summary>Not signed.</summary>
    Unsigned,

    /// <summary>Signed with a key that nobody here trusts.</summary>
    UnknownKey,

    /// <summary>Signed with a key that was withdrawn.</summary>
    RevokedKey,

    /// <summary>States a trusted key, but was not signed with it.</summary>
    BadSignature,
}

/// <summary>The verdict on a package's signature.</summary>
/// <param name="Kind">The verdict; <see cref="TrustKind.Trusted"/> is the only good one.</param>
/// <param name="Publisher">The trusted key's publisher, or <see langword="null"/> when no such key is known: what an unknown signer calls himself is no evidence.</param>
/// <param name="KeyId">The key that the package states, or <see langword="null"/> when it is unsigned.</param>
/// <param name="Message">The verdict as a sentence.</param>
public sealed record TrustVerdict(TrustKind Kind, string? Publisher, string? KeyId, string Message);

/// <summary>Decides what a signature is worth.</summary>
public static class PackageTrust
{
    /// <summary>Judges a package by the keys that are known here.</summary>
    public static TrustVerdict Judge(PluginArchive archive, IReadOnlyCollection<TrustedKey> keys)
    {
        if (archive.Signature is not { } signature)
        {
            return new TrustVerdict(TrustKind.Unsigned, null, null, "The package is not signed.");
        }

        string id = signature.KeyId;
        TrustedKey? key = keys.FirstOrDefault(key => key.KeyId == id);
        if (key is null)
        {
            return new TrustVerdict(TrustKind.UnknownKey, null, id, $"The package is signed with the key {id}, which is not trusted here.");
        }

        if (!Fits(key, archive.HashesJson.Span, signature.SignatureBytes()))
        {
            return new TrustVerdict(TrustKind.BadSignature, key.Publisher, id, $"The package states the key {id} of {key.Publisher}, but was not signed with it.");
        }

        return key.Revoked
            ? new TrustVerdict(TrustKind.RevokedKey, key.Publisher, id, $"The package is signed with the key {id} of {key.Publisher}, which was revoked.")
            : new TrustVerdict(TrustKind.Trusted, key.Publisher, id, $"Signed by {key.Publisher} with the trusted key {id}.");
    }

    private static bool Fits(TrustedKey key, ReadOnlySpan<byte> hashes, byte[] signature)
    {
        try
        {
            return PublicKey.IdOf(key.PublicKeyPem) == key.KeyId && PublicKey.Verify(key.PublicKeyPem, hashes, signature);
        }
        catch (PackageException)
        {
            return false;
        }
    }
}

/// <summary>Writes a verdict as <c>trusted</c>, <c>unknown_key</c> and so on.</summary>
internal sealed class TrustKindConverter() : JsonStringEnumConverter<TrustKind>(JsonNamingPolicy.SnakeCaseLower);
