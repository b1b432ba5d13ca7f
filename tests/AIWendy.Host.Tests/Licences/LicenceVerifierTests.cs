using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Licences;

namespace AIWendy.Host.Tests.Licences;

public sealed class LicenceVerifierTests : IDisposable
{
    private readonly Issuer issuer = new();

    public void Dispose() => issuer.Dispose();

    [Fact]
    public void A_licence_says_what_its_issuer_stated()
    {
        LicenceClaims stated = Issuer.Cloud("analytics", "sso") with
        {
            Plan = "business",
            Limits = new Dictionary<string, long> { ["seats"] = 25 },
            NotBefore = Issuer.Now.AddDays(-1),
            GraceDays = 30,
            Installations = [Issuer.Installation.ToString()],
        };

        Licence licence = issuer.Verified(stated);

        licence.Fault.Should().BeNull();
        licence.KeyId.Should().Be(issuer.PublicKey.Id);
        licence.Claims.Should().BeEquivalentTo(stated);
    }

    [Fact]
    public void A_licence_is_refused_whichever_character_of_it_is_changed()
    {
        string token = issuer.Issue(Issuer.Cloud("analytics"));
        List<int> accepted = [];
        for (int position = 0; position < token.Length; position++)
        {
            for (int bit = 0; bit < 7; bit++)
            {
                char[] changed = token.ToCharArray();
                changed[position] ^= (char)(1 << bit);
                if (Verify(new string(changed)).Fault is null)
                {
                    accepted.Add(position);
                }
            }
        }

        accepted.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"aiwendy-licence+jws"}""", "ES256")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"aiwendy-licence+jws"}""", "ES256")]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":"aiwendy-licence+jws"}""", "ES256")]
    [InlineData("""{"alg":"es256","kid":"KID","typ":"aiwendy-licence+jws"}""", "ES256")]
    [InlineData("""{"kid":"KID","typ":"aiwendy-licence+jws"}""", "ES256")]
    [InlineData("""{"alg":"ES256","typ":"aiwendy-licence+jws"}""", "key id")]
    [InlineData("""{"alg":"ES256","kid":"KID"}""", "type")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"aiwendy-trust+jws"}""", "no licence")]
    [InlineData("""{"alg":"ES256","kid":"0123456789abcdef","typ":"aiwendy-licence+jws"}""", "not trusted")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"aiwendy-licence+jws","jwk":{}}""", "jwk")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"aiwendy-licence+jws","jku":"https://example.org"}""", "jku")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"aiwendy-licence+jws","crit":"exp"}""", "crit")]
    [InlineData("""{"alg":"ES256","alg":"none","kid":"KID","typ":"aiwendy-licence+jws"}""", "JSON")]
    [InlineData("[]", "JSON")]
    public void A_header_other_than_the_one_that_is_issued_is_refused_even_when_it_is_signed(string header, string because)
    {
        string text = $"{Encode(header.Replace("KID", issuer.PublicKey.Id, StringComparison.Ordinal))}.{Encode("{}")}";
        byte[] signature = issuer.Key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

        Refusal($"{text}.{Base64Url.EncodeToString(signature)}").Should().Contain(because);
    }

    [Fact]
    public void A_signature_with_the_public_key_as_a_shared_secret_is_refused()
    {
        string text = $"{Encode($$"""{"alg":"HS256","kid":"{{issuer.PublicKey.Id}}","typ":"aiwendy-licence+jws"}""")}.{Encode("{}")}";
        byte[] signature = HMACSHA512.HashData(issuer.PublicKey.SubjectPublicKeyInfo.Span, Encoding.ASCII.GetBytes(text));

        Refusal($"{text}.{Base64Url.EncodeToString(signature)}").Should().Contain("ES256");
    }

    [Fact]
    public void A_licence_that_somebody_else_signed_in_the_name_of_the_key_is_refused()
    {
        using Issuer other = new();
        string[] own = issuer.Issue(Issuer.Cloud("analytics")).Split('.');
        string[] foreign = other.Issue(Issuer.Cloud("analytics")).Split('.');

        Refusal($"{own[0]}.{own[1]}.{foreign[2]}").Should().Contain("signature is wrong");
        Refusal(other.Issue(Issuer.Cloud("analytics"))).Should().Contain("not trusted");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!!!.???.***")]
    public void What_is_no_token_is_refused_with_a_sentence(string token) => Refusal(token).Should().EndWith(".");

    [Fact]
    public void A_token_without_end_is_refused_unread() =>
        Refusal(issuer.Sign($$"""{"licensee":"{{new string('x', 20_000)}}"}""")).Should().Contain("16 KiB");

    [Theory]
    [InlineData("""{"exp":"tomorrow"}""", "exp")]
    [InlineData("""{"exp":1e300}""", "exp")]
    [InlineData("""{"nbf":-1}""", "nbf")]
    [InlineData("""{"exp":9999999999999}""", "exp")]
    [InlineData("""{"entitlements":"analytics"}""", "entitlements")]
    [InlineData("""{"entitlements":[1]}""", "entitlements")]
    [InlineData("""{"limits":{"seats":-1}}""", "seats")]
    [InlineData("""{"limits":{"seats":"many"}}""", "seats")]
    [InlineData("""{"grace_days":1000000}""", "grace_days")]
    [InlineData("""{"licensee":{}}""", "licensee")]
    [InlineData("""{"licensee":"\ud800"}""", "JSON")]
    [InlineData("""{"exp":1,"exp":2}""", "JSON")]
    public void A_signed_claim_without_its_form_is_refused_and_named(string payload, string named) =>
        Refusal(issuer.Sign(payload)).Should().Contain(named);

    [Fact]
    public void An_absent_claim_is_not_stated_and_an_unknown_one_is_passed_over()
    {
        Licence licence = Verify(issuer.Sign("""{"limits":{"seats":null},"colour":"blue","nested":{"a":[1,2]}}"""));

        licence.Fault.Should().BeNull();
        licence.At(Issuer.Now).Should().Be(LicenceState.Active);
        licence.At(DateTimeOffset.MaxValue).Should().Be(LicenceState.Active, "an end that is not stated never comes");
        licence.Claims.Should().BeEquivalentTo(new LicenceClaims());
        LicenceSnapshot.Of([licence], Issuer.Now).Limit("seats").Should().BeNull();
    }

    [Fact]
    public void A_licence_for_another_installation_does_not_count_here()
    {
        LicenceClaims bound = Issuer.Cloud("analytics") with { Installations = [Guid.NewGuid().ToString(), Issuer.Installation.ToString().ToUpperInvariant()] };

        Verify(issuer.Issue(bound)).Fault.Should().BeNull();
        LicenceVerifier.Verify(issuer.Issue(bound), issuer.Trust, Guid.NewGuid()).Fault!.Value.Reason.En.Should().Contain("another installation");
        Verify(issuer.Sign($$"""{"aud":"{{Issuer.Installation}}"}""")).Fault.Should().BeNull("one installation may also be stated as a text");
    }

    [Fact]
    public void The_pinned_keys_are_two_usable_ones()
    {
        PinnedLicenceKeys.All.Should().HaveCount(2).And.OnlyHaveUniqueItems(key => key.Id);
        PinnedLicenceKeys.All.Should().OnlyContain(key => key.Source == LicenceKeySource.BuiltIn);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private Licence Verify(string token) => LicenceVerifier.Verify(token, issuer.Trust, Issuer.Installation);

    private string Refusal(string token)
    {
        Licence licence = Verify(token);
        licence.At(Issuer.Now).Should().Be(LicenceState.Invalid);
        return licence.Fault!.Value.Reason.En;
    }
}
