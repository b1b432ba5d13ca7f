using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.SecondFactor;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What of an account's life the audit log tells.</summary>
[Collection(AccountsCollection.Name)]
public sealed class AuditTests(SharedAccountsHost shared)
{
    private const string Password = "violet kettle 9";
    private const string Wrong = "violet kettle 8";

    [Fact]
    public async Task Everything_that_happens_to_an_account_is_told_and_no_secret_of_it()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser ada = host.OpenBrowser();
        string id = (string)(await ada.RegisterAsync("ada@example.org", displayName: "Ada"))["user"]["id"]!;
        List<string> secrets = await LiveAsync(host, ada);
        await ManageAsync(owner, id);

        JsonArray entries = await ReadAsync(owner);
        entries.Select(entry => (string)entry!["action"]!).Distinct().Should().BeEquivalentTo(
            "accounts.register", "accounts.sign_in", "accounts.sign_out", "accounts.proof",
            "accounts.email.confirm", "accounts.email.ask", "accounts.email.change", "accounts.password.change", "accounts.password.reset",
            "accounts.second_factor.on", "accounts.second_factor.codes", "accounts.second_factor.off",
            "accounts.token.create", "accounts.token.revoke", "accounts.session.revoke", "accounts.session.revoke_others",
            "accounts.data.export", "accounts.data.import", "accounts.deletion.ask", "accounts.deletion.undo",
            "accounts.role.change", "accounts.user.disable", "accounts.user.enable", "accounts.user.sign_out",
            "accounts.password.send_link", "accounts.invitation.create", "accounts.invitation.revoke", "accounts.mail.read");

        JsonNode registered = entries.Single(entry => (string?)entry!["action"] == "accounts.register" && (string?)entry["subject"] == id)!;
        ((string?)registered["userId"]).Should().Be(id);
        ((string?)registered["userName"]).Should().Be("Ada");
        ((string?)registered["address"]).Should().Be("127.0.0.1");
        JsonNode role = entries.First(entry => (string?)entry!["action"] == "accounts.role.change")!;
        ((string?)role["before"]!["role"]).Should().Be("member");
        ((string?)role["after"]!["role"]).Should().Be("admin");
        ((string?)role["userName"]).Should().Be("o…@example.org", "an address is shortened to what people recognise");

        string everything = (await owner.GetAsync("/api/admin/audit/export")).Text;
        everything.Should().Contain("accounts.token.create").And.NotContain("ada@example").And.NotContain("eve@example");
        foreach (string secret in secrets)
        {
            everything.Should().NotContain(secret);
        }
    }

    [Fact]
    public async Task A_flood_of_guesses_leaves_one_entry_for_each_kind_of_refusal()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        string id = (string)(await owner.RegisterAsync("owner@example.org"))["user"]["id"]!;
        using Browser guesser = new(host.Address, IPAddress.Parse("127.0.0.9"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => guesser.SignInAsync("owner@example.org", "wrong " + number)));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => guesser.SignInAsync("nobody@example.org", "wrong " + number)));

        JsonArray refused = await ReadAsync(owner, "&outcome=refused");
        refused.Select(entry => ((string)entry!["subject"]!, (string)entry["details"]!["reason"]!)).Should().BeEquivalentTo(
        [
            (id, "invalid_credentials"),
            ("unknown account", "too_many_attempts"),
            ("unknown account", "invalid_credentials"),
        ]);
        refused.Should().OnlyContain(entry => (string?)entry!["address"] == "127.0.0.9");
        (await guesser.SignInAsync("owner@example.org", "wrong")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await ReadAsync(owner, "&outcome=refused")).Should().HaveCount(3);
    }

    [Fact]
    public async Task An_account_that_was_erased_leaves_an_entry_and_no_address()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser ada = host.OpenBrowser();
        string id = (string)(await ada.RegisterAsync("ada@example.org"))["user"]["id"]!;
        await ada.PostAsync("/api/accounts/deletion", new { password = Password });
        await host.QueryAsync($"update accounts.users set deletion_due_at = now() where id = '{id}' returning 1");
        await host.RunJobAsync("erase-accounts");

        JsonNode erased = (await ReadAsync(owner)).Single(entry => (string?)entry!["action"] == "accounts.user.erase")!;
        ((string?)erased["subject"]).Should().Be(id);
        (await host.QueryAsync("select t::text from aiwendy.audit_entries t where t::text like '%ada@example%'")).Should().BeEmpty();
    }

    /// <summary>Does what people do with their accounts; returns what must not be told.</summary>
    private static async Task<List<string>> LiveAsync(AccountsHost host, Browser ada)
    {
        string confirm = await LinkAsync(host, "ada@example.org");
        await DemandAsync(ada.PostAsync("/api/accounts/email/confirm", new { token = confirm }));
        using Browser second = host.OpenBrowser();
        await second.SignInAsync("ada@example.org", Wrong);
        await DemandAsync(second.SignInAsync("ada@example.org"));
        string session = (string)(await ada.GetAsync("/api/accounts/sessions"))["items"].AsArray().Single(item => !(bool)item!["current"]!)!["id"]!;
        await DemandAsync(ada.DeleteAsync("/api/accounts/sessions/" + session));
        await DemandAsync(second.SignInAsync("ada@example.org"));
        await DemandAsync(second.PostAsync("/api/accounts/sign-out"));
        await DemandAsync(ada.DeleteAsync("/api/accounts/sessions"));

        string secret = (string)(await ada.PostAsync("/api/accounts/two-factor/setup", new { password = Password }))["secret"]!;
        byte[] key = SecondFactorTests.FromBase32(secret);
        string code = TimeBasedCode.At(key, TimeBasedCode.StepAt(DateTimeOffset.UtcNow));
        string recovery = (string)(await ada.PostAsync("/api/accounts/two-factor/confirm", new { code }))["codes"][0]!;
        await DemandAsync(ada.PostAsync("/api/accounts/two-factor/recovery-codes", new { password = Password }));
        (await ada.PostAsync("/api/accounts/two-factor/disable", new { password = Wrong })).Code.Should().Be("wrong_password");
        await DemandAsync(ada.PostAsync("/api/accounts/two-factor/disable", new { password = Password }));

        Answer token = await ada.PostAsync("/api/accounts/tokens", new { name = "script", scopes = new[] { "accounts.self" } });
        await DemandAsync(ada.DeleteAsync("/api/accounts/tokens/" + (string)token["token"]["id"]!));
        byte[] export = await ada.PostForBytesAsync("/api/accounts/export");
        await DemandAsync(ada.PutBytesAsync(HttpMethod.Post, "/api/accounts/import", export, "application/zip"));
        await DemandAsync(ada.PostAsync("/api/accounts/deletion", new { password = Password }));
        await DemandAsync(ada.DeleteAsync("/api/accounts/deletion"));
        await DemandAsync(ada.PostAsync("/api/accounts/password", new { current = Password, @new = "amber lantern 12" }));
        await DemandAsync(ada.PostAsync("/api/accounts/email/change", new { email = "ada@example.com", password = "amber lantern 12" }));
        string change = await LinkAsync(host, "ada@example.com");
        await DemandAsync(ada.PostAsync("/api/accounts/email/confirm", new { token = change }));
        return [Password, Wrong, "amber lantern 12", confirm, change, secret, recovery, (string)token["secret"]!, ada.SessionCookie!.Value];
    }

    private static async Task ManageAsync(Browser owner, string id)
    {
        await DemandAsync(owner.PatchAsync("/api/admin/users/" + id, new { role = "admin" }));
        await DemandAsync(owner.PostAsync($"/api/admin/users/{id}/sign-out"));
        await DemandAsync(owner.PatchAsync("/api/admin/users/" + id, new { disabled = true }));
        await DemandAsync(owner.PatchAsync("/api/admin/users/" + id, new { disabled = false }));
        await DemandAsync(owner.PostAsync($"/api/admin/users/{id}/reset-password"));
        JsonNode mail = (await owner.GetAsync("/api/admin/mail"))["items"].AsArray().First(item => (string?)item!["subject"] == "Choose a new password")!;
        string reset = MailServer.TokenIn((string)(await owner.GetAsync("/api/admin/mail/" + (string)mail["id"]!))["body"]!);
        await DemandAsync(owner.PostAsync("/api/accounts/password/reset", new { token = reset, password = "quiet copper 31" }));
        Answer invited = await owner.PostAsync("/api/admin/invitations", new { email = "eve@example.org", role = "viewer" });
        await DemandAsync(owner.DeleteAsync("/api/admin/invitations/" + (string)invited["invitation"]["id"]!));
    }

    /// <summary>The secret of the last link to an address, as nobody but its reader sees it.</summary>
    private static async Task<string> LinkAsync(AccountsHost host, string recipient)
    {
        object?[] row = (await host.QueryAsync($"select id from accounts.mail where recipient = '{recipient}' order by id desc limit 1"))[0];
        return MailServer.TokenIn(await host.ReadMailAsync((Guid)row[0]!));
    }

    private static async Task DemandAsync(Task<Answer> call)
    {
        Answer answer = await call;
        ((int)answer.Status).Should().BeLessThan(300, answer.Text);
    }

    private static async Task<JsonArray> ReadAsync(Browser administrator, string filter = "")
    {
        JsonArray all = [];
        string? cursor = null;
        do
        {
            Answer page = await administrator.GetAsync($"/api/admin/audit?action=accounts.*{filter}{(cursor is null ? "" : "&cursor=" + cursor)}");
            page.Status.Should().Be(HttpStatusCode.OK, page.Text);
            foreach (JsonNode? entry in page["items"].AsArray())
            {
                all.Add(entry!.DeepClone());
            }

            cursor = (string?)page.Body!["nextCursor"];
        }
        while (cursor is not null);
        return all;
    }
}
