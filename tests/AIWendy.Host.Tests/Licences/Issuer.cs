using System.Security.Cryptography;
using AIWendy.Host.Licences;

namespace AIWendy.Host.Tests.Licences;

/// <summary>Somebody with a key of his own who issues licences.</summary>
internal sealed class Issuer : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Installation = new("00000000-0000-7000-8000-0000000000aa");

    public Issuer(LicenceKeySource source = LicenceKeySource.BuiltIn) => PublicKey = LicenceKey.Of(Key.ExportSubjectPublicKeyInfo(), source);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LicenceKey PublicKey { get; }

    public LicenceTrust Trust => LicenceTrust.Of([PublicKey]);

    public static LicenceClaims Cloud(params string[] entitlements) => new()
    {
        Id = "licence-1",
        Licensee = "Example Ltd",
        Edition = "cloud",
        Entitlements = entitlements,
        Expires = Now.AddYears(1),
    };

    public string Issue(LicenceClaims claims) => LicenceVerifier.Issue(claims, Key, Now);

    public string Sign(string payload) => CompactJws.Sign(LicenceVerifier.TokenType, System.Text.Encoding.UTF8.GetBytes(payload), Key);

    public Licence Verified(LicenceClaims claims) => LicenceVerifier.Verify(Issue(claims), Trust, Installation);

    public void Dispose() => Key.Dispose();
}
