using AIWendy.Host.Licences;
using AIWendy.Sdk;

namespace AIWendy.Host.Tests.Licences;

public sealed class LicenceStateTests : IDisposable
{
    private static readonly DateTimeOffset End = Issuer.Now.AddYears(1);

    private readonly Issuer issuer = new();

    public void Dispose() => issuer.Dispose();

    [Theory]
    [InlineData(-366, nameof(LicenceState.NotYetValid))]
    [InlineData(-31, nameof(LicenceState.Active))]
    [InlineData(-29, nameof(LicenceState.Expiring))]
    [InlineData(0, nameof(LicenceState.Grace))]
    [InlineData(13, nameof(LicenceState.Grace))]
    [InlineData(14, nameof(LicenceState.Expired))]
    [InlineData(4000, nameof(LicenceState.Expired))]
    public void A_licence_ages_from_active_over_expiring_and_grace_to_expired(int days, string state) =>
        issuer.Verified(Issuer.Cloud("analytics") with { NotBefore = Issuer.Now }).At(End.AddDays(days)).ToString().Should().Be(state);

    [Fact]
    public void The_states_change_to_the_second_and_each_change_is_foreseen()
    {
        Licence licence = issuer.Verified(Issuer.Cloud("analytics") with { NotBefore = Issuer.Now, GraceDays = 3 });
        DateTimeOffset moment = DateTimeOffset.UnixEpoch;
        List<(DateTimeOffset, LicenceState)> changes = [];
        while (licence.ChangesAfter(moment) is { } next && next < DateTimeOffset.MaxValue)
        {
            licence.At(next.AddSeconds(-1)).Should().NotBe(licence.At(next));
            changes.Add((next, licence.At(next)));
            moment = next;
        }

        changes.Should().Equal(
            (Issuer.Now, LicenceState.Active),
            (End.AddDays(-30), LicenceState.Expiring),
            (End, LicenceState.Grace),
            (End.AddDays(3), LicenceState.Expired));
    }

    [Fact]
    public void Its_sentence_names_the_last_day_as_its_issuer_did_and_speaks_both_languages()
    {
        Licence licence = issuer.Verified(Issuer.Cloud("analytics") with { NotBefore = Issuer.Now, Expires = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        licence.Explain(Issuer.Now).Should().BeNull("about a valid licence there is nothing to say");
        licence.Explain(Issuer.Now.AddDays(-1))!.En.Should().Be("It is valid from 2026-06-01 on.");
        licence.Explain(new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero))!.En.Should().Be("It expires on 2026-12-31.");
        licence.Explain(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))!.En.Should().Be("It expired on 2026-12-31; until 2027-01-14 everything goes on.");
        licence.Explain(new(2027, 1, 15, 0, 0, 0, TimeSpan.Zero))!.For("zh-CN").Should().Be("已于 2026-12-31 到期；它涵盖的内容可以查看和导出，不能更改。");
    }

    [Fact]
    public void A_licence_that_covers_an_edition_that_nobody_knows_says_so() =>
        issuer.Verified(Issuer.Cloud("analytics") with { Edition = "desk" }).Explain(Issuer.Now)!.En.Should().Contain("edition \"desk\", which does not exist here");

    [Fact]
    public void Everything_works_in_grace_and_becomes_readable_only_after_it()
    {
        Licence licence = issuer.Verified(Issuer.Cloud("analytics"));

        LicenceSnapshot.Of([licence], End.AddDays(13)).Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
        LicenceSnapshot.Of([licence], End.AddDays(14)).Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Expired);
        LicenceSnapshot.Of([licence], End.AddDays(14)).Find("sso", PluginEdition.Cloud).Should().Be(EntitlementState.NotHeld);
    }

    [Fact]
    public void A_licence_for_another_edition_licenses_nothing_and_one_without_edition_licenses_any()
    {
        LicenceSnapshot community = LicenceSnapshot.Of([issuer.Verified(Issuer.Cloud("analytics") with { Edition = "community" })], Issuer.Now);
        LicenceSnapshot unknown = LicenceSnapshot.Of([issuer.Verified(Issuer.Cloud("analytics") with { Edition = "desk" })], Issuer.Now);
        LicenceSnapshot any = LicenceSnapshot.Of([issuer.Verified(Issuer.Cloud("analytics") with { Edition = null })], Issuer.Now);

        community.Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.NotHeld);
        community.Find("analytics", PluginEdition.Community).Should().Be(EntitlementState.Held);
        unknown.Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.NotHeld);
        any.Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
    }

    [Fact]
    public void Licences_merge_each_with_its_own_clock()
    {
        Licence shorter = issuer.Verified(Issuer.Cloud("analytics") with
        {
            Expires = Issuer.Now.AddDays(60),
            GraceDays = 0,
            Limits = new Dictionary<string, long> { ["seats"] = 50, ["tenants"] = 3 },
        });
        Licence longer = issuer.Verified(Issuer.Cloud("sso") with { Limits = new Dictionary<string, long> { ["seats"] = 10 } });

        LicenceSnapshot both = LicenceSnapshot.Of([shorter, longer], Issuer.Now);
        both.Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
        both.Find("sso", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
        (both.Limit("seats"), both.Limit("tenants"), both.Limit("files")).Should().Be((50L, 3L, null));
        both.ValidUntil.Should().Be(Issuer.Now.AddDays(30));

        LicenceSnapshot later = LicenceSnapshot.Of([longer, shorter], Issuer.Now.AddDays(61));
        later.State.Should().Be(LicenceState.Active);
        later.Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Expired);
        later.Find("sso", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
        later.Limit("seats").Should().Be(10);
    }

    [Fact]
    public void One_valid_licence_outweighs_any_number_of_expired_ones()
    {
        Licence old = issuer.Verified(Issuer.Cloud("analytics") with { Expires = Issuer.Now.AddYears(-1) });
        Licence current = issuer.Verified(Issuer.Cloud("analytics"));

        LicenceSnapshot.Of([old, current, old], Issuer.Now).Find("analytics", PluginEdition.Cloud).Should().Be(EntitlementState.Held);
    }

    [Fact]
    public void Without_a_licence_nothing_is_held_and_nothing_is_limited()
    {
        LicenceSnapshot.Empty.State.Should().Be(LicenceState.None);
        LicenceSnapshot.Empty.Limit("seats").Should().BeNull();
        LicenceSnapshot.Empty.ValidUntil.Should().Be(DateTimeOffset.MaxValue);
    }
}
