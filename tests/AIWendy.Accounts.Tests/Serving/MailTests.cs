using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What goes by mail: confirmed and changed addresses, forgotten passwords, invitations.</summary>
[Collection(AccountsCollection.Name)]
public sealed class MailTests(SharedAccountsHost shared)
{
    private const string Password = "violet kettle 9";

    [Fact]
    public async Task A_mail_server_carries_the_links_and_each_link_works_once()
    {
        await using MailServer mail = new();
        await using AccountsHost host = await StartAsync(mail);
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync("ada@example.org");
        ((bool)(await ada.GetAsync("/api/accounts/me"))["emailConfirmed"]).Should().BeFalse();

        string confirm = MailServer.TokenIn(await mail.NextAsync("ada@example.org"));
        (await ada.PostAsync("/api/accounts/email/confirm", new { token = confirm })).Status.Should().Be(HttpStatusCode.NoContent);
        ((bool)(await ada.GetAsync("/api/accounts/me"))["emailConfirmed"]).Should().BeTrue();
        (await ada.PostAsync("/api/accounts/email/confirm", new { token = confirm })).Code.Should().Be("link_expired");

        using Browser forgetful = host.OpenBrowser();
        (await forgetful.PostAsync("/api/accounts/password/forgot", new { email = "ADA@example.org" })).Status.Should().Be(HttpStatusCode.Accepted);
        string reset = MailServer.TokenIn(await mail.NextAsync("ada@example.org"));
        (await forgetful.PostAsync("/api/accounts/password/reset", new { token = reset, password = "password123" })).Code.Should().Be("validation_failed");
        (await forgetful.PostAsync("/api/accounts/password/reset", new { token = reset, password = "amber lantern 12" })).Status.Should().Be(HttpStatusCode.NoContent);
        (await forgetful.PostAsync("/api/accounts/password/reset", new { token = reset, password = "amber lantern 13" })).Code.Should().Be("link_expired");
        (await ada.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized, "every session has ended");
        (await mail.NextAsync("ada@example.org")).Should().Contain("password", "the person is told");
        (await ada.SignInAsync("ada@example.org")).Code.Should().Be("invalid_credentials");
        (await ada.SignInAsync("ada@example.org", "amber lantern 12")).Status.Should().Be(HttpStatusCode.OK);

        (await ada.PostAsync("/api/accounts/email/change", new { email = "ada@example.com", password = Password })).Code.Should().Be("wrong_password");
        (await ada.PostAsync("/api/accounts/email/change", new { email = "ada@example.com", password = "amber lantern 12" })).Status.Should().Be(HttpStatusCode.Accepted);
        string change = MailServer.TokenIn(await mail.NextAsync("ada@example.com"));
        (await ada.PostAsync("/api/accounts/email/confirm", new { token = change })).Status.Should().Be(HttpStatusCode.NoContent);
        ((string?)(await ada.GetAsync("/api/accounts/me"))["email"]).Should().Be("ada@example.com");
        (await mail.NextAsync("ada@example.org")).Should().Contain("another e-mail address", "the old address is told");
    }

    [Fact]
    public async Task Registering_tells_nobody_but_the_reader_of_the_mailbox_whether_there_is_an_account()
    {
        await using MailServer mail = new();
        await using AccountsHost host = await StartAsync(mail);
        using Browser owner = host.OpenBrowser();
        (await owner.RegisterAsync("owner@example.org")).Status.Should().Be(HttpStatusCode.Created, "nobody is there of whom the answer could tell");
        await mail.NextAsync("owner@example.org");

        using Browser stranger = host.OpenBrowser();
        Answer known = await stranger.RegisterAsync("Owner@example.org", "copper harvest 77");
        Answer unknown = await stranger.RegisterAsync("bob@example.org", "copper harvest 77");
        (known.Status, known.Text).Should().Be((HttpStatusCode.Accepted, string.Empty));
        (unknown.Status, unknown.Text).Should().Be((known.Status, known.Text));
        stranger.SessionCookie.Should().BeNull();
        (await mail.NextAsync("owner@example.org")).Should().Contain("already").And.Contain("/sign-in");
        string planted = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));

        // Neither can be told apart by trying the password that was asked for.
        (await stranger.SignInAsync("owner@example.org", "copper harvest 77")).Code.Should().Be("invalid_credentials");
        (await stranger.SignInAsync("bob@example.org", "copper harvest 77")).Code.Should().Be("invalid_credentials");
        (await owner.SignInAsync("owner@example.org")).Status.Should().Be(HttpStatusCode.OK, "nothing changed for the owner");

        using Browser bob = host.OpenBrowser();
        (await bob.RegisterAsync("bob@example.org")).Status.Should().Be(HttpStatusCode.Accepted);
        string own = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));
        (await stranger.PostAsync("/api/accounts/email/confirm", new { token = planted })).Code.Should().Be("link_expired", "whoever asked last decides");
        (await bob.PostAsync("/api/accounts/email/confirm", new { token = own })).Status.Should().Be(HttpStatusCode.NoContent);
        (await stranger.SignInAsync("bob@example.org", "copper harvest 77")).Code.Should().Be("invalid_credentials");
        Answer signedIn = await bob.SignInAsync("bob@example.org");
        ((bool)signedIn["user"]["emailConfirmed"]!).Should().BeTrue();
        ((string?)signedIn["user"]["role"]).Should().Be("member");
    }

    [Fact]
    public async Task Whoever_registered_and_forgot_the_link_may_reset_the_password_and_who_never_comes_back_is_forgotten()
    {
        await using MailServer mail = new();
        await using AccountsHost host = await StartAsync(mail);
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser bob = host.OpenBrowser();
        await bob.RegisterAsync("bob@example.org");
        string first = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));
        await bob.PostAsync("/api/accounts/password/forgot", new { email = "bob@example.org" });
        string reset = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));
        (await bob.PostAsync("/api/accounts/password/reset", new { token = reset, password = "amber lantern 12" })).Status.Should().Be(HttpStatusCode.NoContent);
        (await bob.SignInAsync("bob@example.org", "amber lantern 12")).Status.Should().Be(HttpStatusCode.OK);
        (await bob.PostAsync("/api/accounts/email/confirm", new { token = first })).Code.Should().Be("link_expired");

        using Browser eve = host.OpenBrowser();
        await eve.RegisterAsync("eve@example.org");
        await mail.NextAsync("eve@example.org");
        await host.RunJobAsync("remove-expired");
        (await host.QueryAsync("select 1 from accounts.users where email = 'eve@example.org'")).Should().HaveCount(1, "three days are not over");
        await host.QueryAsync("update accounts.tickets set expires_at = now() - interval '1 second' returning 1");
        await host.RunJobAsync("remove-expired");
        (await host.QueryAsync("select email from accounts.users order by email")).Select(row => row[0]).Should().Equal("bob@example.org", "owner@example.org");
    }

    [Fact]
    public async Task A_registration_that_nobody_confirmed_keeps_no_invited_person_out()
    {
        await using MailServer mail = new();
        await using AccountsHost host = await StartAsync(mail);
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser stranger = host.OpenBrowser();
        await stranger.RegisterAsync("bob@example.org", "copper harvest 77");
        string planted = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));

        await owner.PostAsync("/api/admin/invitations", new { email = "bob@example.org", role = "admin" });
        string invitation = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));
        using Browser bob = host.OpenBrowser();
        Answer registered = await Register(bob, "bob@example.org", invitation);
        ((string?)registered["user"]["role"]).Should().Be("admin");
        (await stranger.PostAsync("/api/accounts/email/confirm", new { token = planted })).Code.Should().Be("link_expired");
        (await stranger.SignInAsync("bob@example.org", "copper harvest 77")).Code.Should().Be("invalid_credentials");
    }

    [Fact]
    public async Task Without_a_server_the_answer_tells_of_an_account_and_not_of_many()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser stranger = host.OpenBrowser();
        Answer[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => stranger.RegisterAsync("owner@example.org")))];
        answers.Count(answer => answer.Code == "email_taken").Should().Be(10);
        answers.Count(answer => answer.Code == "too_many_attempts").Should().Be(2);
    }

    [Fact]
    public async Task An_invitation_opens_a_closed_door_for_one_person_with_his_role()
    {
        await using MailServer mail = new();
        await using AccountsHost host = await StartAsync(mail, ("AIWENDY_REGISTRATION", "invitation"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser stranger = host.OpenBrowser();
        (await stranger.RegisterAsync("stranger@example.org")).Code.Should().Be("registration_closed");

        Answer made = await owner.PostAsync("/api/admin/invitations", new { email = "bob@example.org", role = "admin" });
        made.Status.Should().Be(HttpStatusCode.Created);
        string token = MailServer.TokenIn(await mail.NextAsync("bob@example.org"));
        ((string?)made["link"]).Should().EndWith("/register#" + token);

        (await Register(stranger, "stranger@example.org", token)).Code.Should().Be("invited_other");
        using Browser bob = host.OpenBrowser();
        Answer registered = await Register(bob, "Bob@example.org", token);
        ((string?)registered["user"]["role"]).Should().Be("admin");
        ((bool)registered["user"]["emailConfirmed"]!).Should().BeTrue();
        (await Register(stranger, "bob@example.org", token)).Code.Should().Be("link_expired");

        (await bob.PostAsync("/api/admin/invitations", new { email = "eve@example.org", role = "owner" })).Code.Should().Be("owners_only");
        string id = (string)(await bob.PostAsync("/api/admin/invitations", new { email = "eve@example.org", role = "viewer" }))["invitation"]["id"]!;
        string taken = MailServer.TokenIn(await mail.NextAsync("eve@example.org"));
        (await bob.DeleteAsync("/api/admin/invitations/" + id)).Status.Should().Be(HttpStatusCode.NoContent);
        (await Register(stranger, "eve@example.org", taken)).Code.Should().Be("link_expired");
    }

    [Fact]
    public async Task Without_a_server_administrators_find_the_link_and_the_log_does_not_hold_it()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser bob = host.OpenBrowser();
        await bob.RegisterAsync("bob@example.org");

        Answer outbox = await owner.GetAsync("/api/admin/mail");
        ((bool)outbox["serverConfigured"]).Should().BeFalse();
        JsonNode message = outbox["items"].AsArray().Single(item => (string?)item!["recipient"] == "bob@example.org")!;
        ((string?)message["state"]).Should().Be("kept");
        string body = (string)(await owner.GetAsync("/api/admin/mail/" + (string)message["id"]!))["body"]!;
        string token = MailServer.TokenIn(body);
        token.Should().HaveLength(43);
        (await bob.PostAsync("/api/accounts/email/confirm", new { token })).Status.Should().Be(HttpStatusCode.NoContent);

        host.ReadLog().Should().Contain("no mail server is set").And.NotContain(token);
        (await bob.GetAsync("/api/admin/mail")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_does_not_read_links_of_somebody_above_him()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser admin = host.OpenBrowser();
        string id = (string)(await admin.RegisterAsync("admin@example.org"))["user"]["id"]!;
        (await owner.PatchAsync("/api/admin/users/" + id, new { role = "admin" })).Status.Should().Be(HttpStatusCode.OK);

        JsonNode message = (await admin.GetAsync("/api/admin/mail"))["items"].AsArray().Single(item => (string?)item!["recipient"] == "owner@example.org")!;
        ((bool)message["readable"]!).Should().BeFalse();
        (await admin.GetAsync("/api/admin/mail/" + (string)message["id"]!)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static Task<Answer> Register(Browser browser, string email, string invitation) =>
        browser.PostAsync("/api/accounts/register", new { email, password = Password, invitation });

    private Task<AccountsHost> StartAsync(MailServer mail, params (string Key, string Value)[] more) => AccountsHost.StartAsync(
        shared.Postgres,
        [
            ("AIWENDY_AUTH_REQUIRED", "1"),
            ("AIWENDY_SMTP_HOST", "127.0.0.1"),
            ("AIWENDY_SMTP_PORT", mail.Port.ToString(CultureInfo.InvariantCulture)),
            ("AIWENDY_SMTP_TLS", "none"),
            .. more,
        ]);
}
