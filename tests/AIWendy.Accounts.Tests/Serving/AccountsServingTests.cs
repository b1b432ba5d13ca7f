using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>Everything a person does with an account, over HTTP, against the running host.</summary>
[Collection(AccountsCollection.Name)]
public sealed class AccountsServingTests(SharedAccountsHost shared)
{
    private readonly AccountsHost host = shared.Host;
    private readonly string adaEmail = $"ada-{Guid.NewGuid():N}@example.org";
    private readonly string bobEmail = $"bob-{Guid.NewGuid():N}@example.org";

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(adaEmail);
        Cookie cookie = ada.SessionCookie!;
        cookie.HttpOnly.Should().BeTrue();
        cookie.Value.Should().HaveLength(43);
        cookie.Expires.ToUniversalTime().Should().BeCloseTo(DateTime.UtcNow.AddDays(30), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Nothing_opens_without_signing_in()
    {
        using Browser stranger = host.OpenBrowser();
        foreach (string path in new[] { "/api/accounts/me", "/api/accounts/sessions", "/api/runs/" + Guid.NewGuid() + "/events" })
        {
            Answer refused = await stranger.GetAsync(path);
            refused.Status.Should().Be(HttpStatusCode.Unauthorized, path);
            refused.Code.Should().Be("sign_in_required");
        }

        stranger.UseSession(new string('A', 43));
        (await stranger.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await stranger.PostAsync("/api/accounts/password", new { current = "x", @new = "y" })).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_finds_the_account_however_the_address_is_spelt_and_signing_out_ends_the_session()
    {
        using Browser first = host.OpenBrowser();
        await first.RegisterAsync(adaEmail);
        using Browser second = host.OpenBrowser();
        (await second.SignInAsync($" {adaEmail.ToUpperInvariant()} ")).Status.Should().Be(HttpStatusCode.OK);
        string token = second.SessionCookie!.Value;

        (await second.PostAsync("/api/accounts/sign-out")).Status.Should().Be(HttpStatusCode.NoContent);
        second.SessionCookie.Should().BeNull();
        using Browser thief = host.OpenBrowser();
        thief.UseSession(token);
        (await thief.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized, "the token itself is worthless, too");
        (await first.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_address_get_the_same_answer()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(adaEmail);
        using Browser guesser = host.OpenBrowser();
        Answer wrong = await guesser.SignInAsync(adaEmail, "violet kettle 8");
        Answer unknown = await guesser.SignInAsync("nobody@example.org", "violet kettle 8");

        foreach (Answer answer in new[] { wrong, unknown })
        {
            answer.Status.Should().Be(HttpStatusCode.Unauthorized);
            answer.Code.Should().Be("invalid_credentials");
        }

        ((string?)wrong["detail"]).Should().Be((string?)unknown["detail"]);
        Answer chinese = await guesser.SendAsync(HttpMethod.Post, "/api/accounts/sign-in", new { email = "a@b.c", password = "x" }, "zh-CN,zh;q=0.9");
        ((string?)chinese["detail"]).Should().Be("邮箱或密码不正确。");
    }

    [Fact]
    public async Task Ten_failures_close_the_door_for_the_guesser_and_success_opens_it_before()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(adaEmail);
        await ada.RegisterAsync(bobEmail);
        using Browser guesser = host.OpenBrowser();
        for (int attempt = 0; attempt < 9; attempt++)
        {
            (await guesser.SignInAsync(adaEmail, "wrong " + attempt)).Code.Should().Be("invalid_credentials");
        }

        (await guesser.SignInAsync(adaEmail)).Status.Should().Be(HttpStatusCode.OK, "the right password forgets the failures");

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => guesser.SignInAsync(adaEmail, "wrong " + number)));
        answers.Count(answer => answer.Code == "invalid_credentials").Should().Be(10, "also when they come at once");
        Answer refused = await guesser.SignInAsync(adaEmail);
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests, "even with the right password");
        refused.Code.Should().Be("too_many_attempts");
        refused.RetryAfter.Should().BeGreaterThan(TimeSpan.FromMinutes(14)).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(15));
        (await guesser.SignInAsync(bobEmail)).Status.Should().Be(HttpStatusCode.OK, "other accounts are not held up");
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_at_once()
    {
        using Browser first = host.OpenBrowser();
        await first.RegisterAsync(adaEmail);
        using Browser second = host.OpenBrowser();
        await second.SignInAsync(adaEmail);
        (await second.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);

        JsonArray sessions = (await first.GetAsync("/api/accounts/sessions"))["items"].AsArray();
        sessions.Should().HaveCount(2);
        string other = (string)sessions.Single(session => !(bool)session!["current"]!)!["id"]!;
        (await first.DeleteAsync("/api/accounts/sessions/" + other)).Status.Should().Be(HttpStatusCode.NoContent);

        (await second.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await first.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);
        (await first.GetAsync("/api/accounts/sessions"))["items"].AsArray().Should().HaveCount(1);
        (await first.DeleteAsync("/api/accounts/sessions/" + other)).Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_person()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(adaEmail);
        string session = (string)(await ada.GetAsync("/api/accounts/sessions"))["items"][0]!["id"]!;
        using Browser bob = host.OpenBrowser();
        await bob.RegisterAsync(bobEmail);

        (await bob.DeleteAsync("/api/accounts/sessions/" + session)).Status.Should().Be(HttpStatusCode.NotFound);
        (await ada.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_ends_the_other_sessions()
    {
        using Browser first = host.OpenBrowser();
        await first.RegisterAsync(adaEmail);
        using Browser second = host.OpenBrowser();
        await second.SignInAsync(adaEmail);

        (await first.PostAsync("/api/accounts/password", new { current = "wrong", @new = "amber lantern 12" })).Code.Should().Be("wrong_password");
        Answer weak = await first.PostAsync("/api/accounts/password", new { current = "violet kettle 9", @new = "password123" });
        weak.Code.Should().Be("validation_failed");
        weak["errors"]["new"]!.AsArray().Should().HaveCount(1);
        (await first.PostAsync("/api/accounts/password", new { current = "violet kettle 9", @new = "amber lantern 12" })).Status.Should().Be(HttpStatusCode.NoContent);

        (await first.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.OK);
        (await second.GetAsync("/api/accounts/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await second.SignInAsync(adaEmail)).Code.Should().Be("invalid_credentials");
        (await second.SignInAsync(adaEmail, "amber lantern 12")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_profile_changes_field_by_field()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(adaEmail, displayName: "Ada");
        Answer changed = await ada.PatchAsync("/api/accounts/me", new { language = "zh-CN", timeZone = "Asia/Shanghai" });
        ((string?)changed["displayName"]).Should().Be("Ada");
        ((string?)changed["timeZone"]).Should().Be("Asia/Shanghai");

        Answer refused = await ada.PatchAsync("/api/accounts/me", new { timeZone = "Mars/Olympus" });
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)refused["errors"]["timeZone"]![0]).Should().StartWith("未知时区", "the chosen language goes before the browser's");

        Answer cleared = await ada.PatchAsync("/api/accounts/me", new { displayName = "", language = "" });
        cleared.Body!["displayName"].Should().BeNull();
        cleared.Body!["language"].Should().BeNull();
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_field_by_field()
    {
        using Browser ada = host.OpenBrowser();
        Answer refused = await ada.RegisterAsync("not an address", "short");
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("validation_failed");
        refused["errors"].AsObject().Select(error => error.Key).Should().BeEquivalentTo("email", "password");

        await ada.RegisterAsync(adaEmail);
        (await ada.RegisterAsync(adaEmail.ToUpperInvariant())).Code.Should().Be("email_taken");
        (await ada.PostAsync("/api/accounts/register", new { })).Code.Should().Be("validation_failed");
        (await ada.PostAsync("/api/accounts/sign-in", new { })).Code.Should().Be("invalid_credentials");
        (await ada.PostAsync("/api/accounts/sign-in")).Status.Should().BeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
    }
}
