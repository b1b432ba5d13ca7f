using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>What administrators do to other people's accounts.</summary>
[Collection(AccountsCollection.Name)]
public sealed class AdministrationTests(SharedAccountsHost shared)
{
    [Fact]
    public async Task Roles_and_closed_accounts_take_effect_at_once_and_one_owner_remains()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        string ownerId = (string)(await owner.RegisterAsync("owner@example.org"))["user"]["id"]!;
        using Browser bob = host.OpenBrowser();
        string bobId = (string)(await bob.RegisterAsync("bob@example.org"))["user"]["id"]!;

        (await bob.GetAsync("/api/admin/users")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await owner.PatchAsync("/api/admin/users/" + bobId, new { role = "admin" })).Status.Should().Be(HttpStatusCode.OK);
        (await bob.GetAsync("/api/admin/users"))["items"].AsArray().Should().HaveCount(2);

        (await bob.PatchAsync("/api/admin/users/" + ownerId, new { role = "member" })).Code.Should().Be("owners_only");
        (await bob.PatchAsync("/api/admin/users/" + bobId, new { role = "owner" })).Code.Should().Be("owners_only");
        (await bob.PostAsync($"/api/admin/users/{ownerId}/reset-password")).Code.Should().Be("owners_only");
        (await owner.PatchAsync("/api/admin/users/" + ownerId, new { role = "member" })).Code.Should().Be("last_owner");
        (await owner.PatchAsync("/api/admin/users/" + ownerId, new { disabled = true })).Code.Should().Be("last_owner");
        (await owner.PostAsync("/api/accounts/deletion", new { password = "violet kettle 9" })).Code.Should().Be("last_owner");

        (await owner.PatchAsync("/api/admin/users/" + bobId, new { disabled = true })).Status.Should().Be(HttpStatusCode.OK);
        (await bob.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await bob.SignInAsync("bob@example.org")).Code.Should().Be("account_disabled");
        (await bob.SignInAsync("bob@example.org", "violet kettle 8")).Code.Should().Be("invalid_credentials", "only who knows the password learns it");
        (await owner.PatchAsync("/api/admin/users/" + bobId, new { disabled = false, role = "viewer" })).Status.Should().Be(HttpStatusCode.OK);
        (await bob.SignInAsync("bob@example.org")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_the_same_moment_leave_one()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser one = host.OpenBrowser();
        string oneId = (string)(await one.RegisterAsync("one@example.org"))["user"]["id"]!;
        using Browser other = host.OpenBrowser();
        string otherId = (string)(await other.RegisterAsync("other@example.org"))["user"]["id"]!;
        (await one.PatchAsync("/api/admin/users/" + otherId, new { role = "owner" })).Status.Should().Be(HttpStatusCode.OK);

        Answer[] answers = await Task.WhenAll(
            one.PatchAsync("/api/admin/users/" + otherId, new { role = "member" }),
            other.PatchAsync("/api/admin/users/" + oneId, new { role = "member" }));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
    }

    [Fact]
    public async Task Sessions_of_others_are_seen_and_ended_and_roles_say_what_they_hold()
    {
        await using AccountsHost host = await AccountsHost.StartAsync(shared.Postgres, ("AIWENDY_AUTH_REQUIRED", "1"));
        using Browser owner = host.OpenBrowser();
        await owner.RegisterAsync("owner@example.org");
        using Browser bob = host.OpenBrowser();
        await bob.RegisterAsync("bob@example.org");

        JsonArray sessions = (await owner.GetAsync("/api/admin/sessions"))["items"].AsArray();
        string id = (string)sessions.Single(session => (string?)session!["email"] == "bob@example.org")!["id"]!;
        (await owner.DeleteAsync("/api/admin/sessions/" + id)).Status.Should().Be(HttpStatusCode.NoContent);
        (await bob.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized);

        JsonArray roles = (await owner.GetAsync("/api/admin/roles"))["items"].AsArray();
        string[] Of(string role) => [.. roles.Single(item => (string?)item!["role"] == role)!["permissions"]!.AsArray().Select(item => (string)item!["key"]!)];
        Of("viewer").Should().Contain("accounts.self").And.NotContain("accounts.admin");
        Of("admin").Should().Contain(["accounts.admin", "platform.admin"]).And.Contain(Of("viewer"));
    }
}
