using AIWendy.Host.Licences;

namespace AIWendy.Host.Tests.Licences;

/// <summary>Tokens that were issued once and have to stay valid: a later version may know more claims, never other rules.</summary>
public sealed class FormatTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Licences", "Format1");

    [Fact]
    public void A_licence_of_the_first_format_stays_valid()
    {
        Licence licence = Read("full.jws");

        licence.Fault.Should().BeNull();
        licence.At(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)).Should().Be(LicenceState.Active);
        licence.Claims.Should().BeEquivalentTo(new LicenceClaims
        {
            Id = "format-1",
            Licensee = "Example Ltd",
            Edition = "cloud",
            Entitlements = ["analytics", "sso"],
            Limits = new Dictionary<string, long> { ["seats"] = 25, ["tenants"] = 3 },
            Plan = "business",
            NotBefore = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Expires = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
            GraceDays = 30,
            Installations = ["00000000-0000-7000-8000-0000000000aa"],
        });
    }

    [Fact]
    public void A_licence_of_the_first_format_that_states_nothing_stays_valid()
    {
        Licence licence = Read("empty.jws");

        licence.Fault.Should().BeNull();
        licence.Claims.Should().BeEquivalentTo(new LicenceClaims());
    }

    [Fact]
    public void A_trust_list_of_the_first_format_stays_valid()
    {
        TrustList list = TrustList.Read(File.ReadAllText(Path.Combine(Folder, "trust.jws")), Trust());

        list.Keys.Should().ContainSingle();
        list.RevokedKeys.Should().Equal("0123456789abcdef");
        list.RevokedLicences.Should().Equal("format-0");
    }

    private static LicenceTrust Trust() =>
        LicenceTrust.Of([LicenceKey.OfPem(File.ReadAllText(Path.Combine(Folder, "public.pem")), LicenceKeySource.BuiltIn)]);

    private static Licence Read(string file) =>
        LicenceVerifier.Verify(File.ReadAllText(Path.Combine(Folder, file)), Trust(), Issuer.Installation);
}
