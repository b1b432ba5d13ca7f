using System.Net;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>Who gets in, by the settings of the installation.</summary>
[Collection(AccountsCollection.Name)]
public sealed class AccessTests(SharedAccountsHost shared)
{
    [Fact]
    public async Task The_first_person_owns_the_installation_and_is_signed_in_at_once()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser ada = host.OpenBrowser();
        (await ada.GetAsync("/api/accounts/registration")).Body!.ToJsonString().Should().Be("""{"open":true,"firstUser":true,"byInvitation":false}""");

        Answer registered = await ada.RegisterAsync("Ada@Example.org", displayName: " Ada ");
        registered.Status.Should().Be(HttpStatusCode.Created);
        ((string?)registered["user"]["role"]).Should().Be("owner");
        ((string?)registered["user"]["email"]).Should().Be("Ada@Example.org");
        ((string?)registered["user"]["displayName"]).Should().Be("Ada");

        Answer me = await ada.GetAsync("/api/accounts/me");
        me.Status.Should().Be(HttpStatusCode.OK);
        ((bool)me["isGuest"]).Should().BeFalse();

        using Browser bob = host.OpenBrowser();
        ((string?)(await bob.RegisterAsync("bob@example.org"))["user"]["role"]).Should().Be("member");
        (await bob.GetAsync("/api/accounts/registration")).Body!.ToJsonString().Should().Be("""{"open":true,"firstUser":false,"byInvitation":true}""");
    }

    [Fact]
    public async Task Of_many_who_register_at_once_exactly_one_is_the_owner()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            using Browser browser = host.OpenBrowser();
            return await browser.RegisterAsync($"person{number}@example.org");
        }));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.Created);
        answers.Count(answer => (string?)answer["user"]["role"] == "owner").Should().Be(1);
    }

    [Fact]
    public async Task Without_sign_in_the_guest_owns_everything_and_an_account_stands_apart()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "0"));
        using Browser guest = host.OpenBrowser();
        Answer me = await guest.GetAsync("/api/accounts/me");
        me.Status.Should().Be(HttpStatusCode.OK);
        ((bool)me["isGuest"]).Should().BeTrue();
        ((string?)me["role"]).Should().Be("owner");
        (await guest.PatchAsync("/api/accounts/me", new { displayName = "x" })).Code.Should().Be("guest_has_no_account");
        (await guest.GetAsync("/api/accounts/sessions"))["items"].AsArray().Should().BeEmpty();

        await guest.RegisterAsync("ada@example.org");
        ((bool)(await guest.GetAsync("/api/accounts/me"))["isGuest"]).Should().BeFalse();
        await guest.PostAsync("/api/accounts/sign-out");
        ((bool)(await guest.GetAsync("/api/accounts/me"))["isGuest"]).Should().BeTrue();
    }

    [Fact]
    public async Task Closed_registration_lets_the_owner_in_and_nobody_after()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(
            shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"), ("AIWENDY_REGISTRATION", "closed"));
        using Browser ada = host.OpenBrowser();
        (await ada.RegisterAsync("ada@example.org")).Status.Should().Be(HttpStatusCode.Created);

        using Browser bob = host.OpenBrowser();
        Answer refused = await bob.RegisterAsync("bob@example.org");
        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.Code.Should().Be("registration_closed");
        (await bob.GetAsync("/api/accounts/registration")).Body!.ToJsonString().Should().Be("""{"open":false,"firstUser":false,"byInvitation":false}""");
    }
}
