using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>
/// Judges a token. A pure function of the token, the trusted keys and the installation; together with
/// <see cref="Licence.At"/> also of the time. It asks no network and no clock.
/// </summary>
internal static class LicenceVerifier
{
    /// <summary>Type in the token's header; names the format, so that another one can never be taken for it.</summary>
    public const string TokenType = "aiwendy-licence+jws";

    /// <summary>Reads and verifies a licence; what is wrong with it is in <see cref="Licence.Fault"/>.</summary>
    /// <param name="token">The licence.</param>
    /// <param name="trust">Keys that count and what was taken back.</param>
    /// <param name="installationId">This installation; null does not ask for which one the licence is.</param>
    public static Licence Verify(string token, LicenceTrust trust, Guid? installationId)
    {
        string? keyId = null;
        try
        {
            CompactJws jws = CompactJws.Read(token.Trim());
            keyId = jws.KeyId;
            return Judge(jws, trust, installationId);
        }
        catch (LicenceException exception)
        {
            return new Licence { KeyId = keyId, Fault = (LicenceState.Invalid, exception.Sentence) };
        }
    }

    /// <summary>Writes and signs a licence.</summary>
    public static string Issue(LicenceClaims claims, System.Security.Cryptography.ECDsa key, DateTimeOffset now) =>
        CompactJws.Sign(TokenType, claims.Write(now), key);

    private static Licence Judge(CompactJws jws, LicenceTrust trust, Guid? installationId)
    {
        if (jws.Type != TokenType)
        {
            throw new LicenceException(Text.Of("The token is no licence.", "这个令牌不是许可证。"));
        }

        if (trust.Find(jws.KeyId) is not { } key)
        {
            throw new LicenceException(Text.Of($"It is signed by the key {jws.KeyId}, which is not trusted here.", $"它由密钥 {jws.KeyId} 签名，这里不信任该密钥。"));
        }

        if (!jws.IsSignedBy(key))
        {
            throw new LicenceException(Text.Of("Its signature is wrong: it was changed or damaged after it was issued.", "签名不对：签发之后被改动或损坏。"));
        }

        LicenceClaims claims = LicenceClaims.Read(jws.Payload);
        Licence licence = new() { Claims = claims, KeyId = key.Id, IsDevelopment = key.Source == LicenceKeySource.Development };
        return licence with { Fault = Fault(claims, key, trust, installationId) };
    }

    private static (LicenceState, Text)? Fault(LicenceClaims claims, LicenceKey key, LicenceTrust trust, Guid? installationId)
    {
        string? installation = installationId?.ToString("D");
        return claims.Installations.Count > 0 && installation is not null && !claims.Installations.Contains(installation, StringComparer.OrdinalIgnoreCase)
            ? (LicenceState.Invalid, Text.Of($"It was issued for another installation; this one is {installation}.", $"它是为另一个安装签发的；本安装是 {installation}。"))
            : trust.RevokedKeys.Contains(key.Id) ? (LicenceState.Revoked, Text.Of("The key that signed it was taken back.", "为它签名的密钥已被收回。"))
            : claims.Id is not null && trust.RevokedLicences.Contains(claims.Id) ? (LicenceState.Revoked, Text.Of("Its issuer has taken it back.", "签发者已将它收回。"))
            : null;
    }
}
