using AIWendy.Host.Licences;
using AIWendy.Sdk;

namespace AIWendy.Host.Tests.Licences;

public sealed class TrustListTests : IDisposable
{
    private readonly Issuer current = new();
    private readonly Issuer next = new();
    private readonly Issuer added = new();

    private LicenceKey[] Pinned => [current.PublicKey, next.PublicKey];

    public void Dispose()
    {
        current.Dispose();
        next.Dispose();
        added.Dispose();
    }

    [Fact]
    public void A_key_that_a_pinned_one_introduced_issues_licences_and_signs_no_list()
    {
        string list = TrustList.Sign(current.Key, [added.PublicKey], [], []);
        LicenceTrust trust = Join(list);

        LicenceVerifier.Verify(added.Issue(Issuer.Cloud("sso")), trust, Issuer.Installation).Fault.Should().BeNull();
        trust.Find(added.PublicKey.Id)!.Source.Should().Be(LicenceKeySource.TrustList);
        FluentActions.Invoking(() => Join(TrustList.Sign(added.Key, [], [current.PublicKey.Id], []))).Should().Throw<LicenceException>();
    }

    [Fact]
    public void Both_pinned_keys_count_until_one_is_taken_back()
    {
        LicenceTrust before = LicenceTrust.Of(Pinned);
        LicenceTrust after = Join(TrustList.Sign(next.Key, [], [current.PublicKey.Id], []));

        State(current, before).Should().Be(LicenceState.Active);
        State(next, before).Should().Be(LicenceState.Active);
        State(current, after).Should().Be(LicenceState.Revoked);
        State(next, after).Should().Be(LicenceState.Active);
    }

    [Fact]
    public void What_the_holder_of_a_key_that_was_taken_back_introduced_does_not_count()
    {
        string stolen = TrustList.Sign(current.Key, [added.PublicKey], [], []);
        string answer = TrustList.Sign(next.Key, [], [current.PublicKey.Id], []);

        Join(stolen, answer).Find(added.PublicKey.Id).Should().BeNull();
        Join(answer, stolen).Find(added.PublicKey.Id).Should().BeNull("the order of the lists does not matter");
    }

    [Fact]
    public void A_licence_that_was_taken_back_licenses_nothing_and_locks_no_data()
    {
        LicenceTrust trust = Join(TrustList.Sign(current.Key, [], [], ["licence-1"]));
        Licence revoked = LicenceVerifier.Verify(current.Issue(Issuer.Cloud("sso")), trust, Issuer.Installation);
        Licence other = LicenceVerifier.Verify(current.Issue(Issuer.Cloud("sso") with { Id = "licence-2" }), trust, Issuer.Installation);

        revoked.At(Issuer.Now).Should().Be(LicenceState.Revoked);
        LicenceSnapshot.Of([revoked], Issuer.Now).Find("sso", PluginEdition.Cloud).Should().Be(EntitlementState.Expired);
        other.At(Issuer.Now).Should().Be(LicenceState.Active);
    }

    [Fact]
    public void A_changed_list_or_a_licence_in_its_place_is_refused()
    {
        string list = TrustList.Sign(current.Key, [], [], ["licence-1"]);
        char other = list[^40] == 'A' ? 'B' : 'A';

        FluentActions.Invoking(() => Join(list[..^40] + other + list[^39..])).Should().Throw<LicenceException>();
        FluentActions.Invoking(() => Join(current.Issue(Issuer.Cloud("sso")))).Should().Throw<LicenceException>();
        LicenceVerifier.Verify(list, LicenceTrust.Of(Pinned), Issuer.Installation).At(Issuer.Now).Should().Be(LicenceState.Invalid);
    }

    [Fact]
    public void What_a_development_key_introduces_is_for_development_too()
    {
        using Issuer developer = new(LicenceKeySource.Development);
        LicenceTrust start = LicenceTrust.Of([developer.PublicKey]);
        LicenceTrust trust = LicenceTrust.Join([developer.PublicKey], [TrustList.Read(TrustList.Sign(developer.Key, [added.PublicKey], [], []), start)]);

        Licence licence = LicenceVerifier.Verify(added.Issue(Issuer.Cloud("sso")), trust, Issuer.Installation);
        licence.IsDevelopment.Should().BeTrue();
        LicenceSnapshot.Of([licence], Issuer.Now).IsDevelopment.Should().BeTrue();
    }

    private static LicenceState State(Issuer issuer, LicenceTrust trust) =>
        LicenceVerifier.Verify(issuer.Issue(Issuer.Cloud("sso")), trust, Issuer.Installation).At(Issuer.Now);

    private LicenceTrust Join(params string[] lists) =>
        LicenceTrust.Join(Pinned, [.. lists.Select(list => TrustList.Read(list, LicenceTrust.Of(Pinned)))]);
}
