using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>Programs that work in a person's name.</summary>
[Collection(AccountsCollection.Name)]
public sealed class TokenTests(SharedAccountsHost shared)
{
    private readonly AccountsHost host = shared.Host;
    private readonly string email = $"ada-{Guid.NewGuid():N}@example.org";

    [Fact]
    public async Task A_token_carries_the_chosen_permissions_and_no_other()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        string token = await CreateAsync(ada, "accounts.self");

        (await CallAsync(token, HttpMethod.Get, "/api/accounts/me")).Should().Be(HttpStatusCode.OK);
        (await CallAsync(token, HttpMethod.Patch, "/api/accounts/me", """{"displayName":"Ada"}""")).Should().Be(HttpStatusCode.OK, "a token needs no protection against forged requests");
        (await CallAsync(token, HttpMethod.Get, "/api/accounts/sessions")).Should().Be(HttpStatusCode.Forbidden);
        (await CallAsync(token, HttpMethod.Post, "/api/accounts/tokens", """{"name":"more","scopes":["accounts.self"]}""")).Should().Be(HttpStatusCode.Forbidden);
        (await CallAsync(token, HttpMethod.Get, "/api/admin/users")).Should().Be(HttpStatusCode.Forbidden);

        JsonNode listed = (await ada.GetAsync("/api/accounts/tokens"))["items"][0]!;
        listed["lastUsedAt"].Should().NotBeNull();
        ((string)listed["hint"]!).Should().Be(token[..8]);
        listed.ToJsonString().Should().NotContain(token);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_and_so_is_one_that_never_was()
    {
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);
        string token = await CreateAsync(ada, "accounts.self");
        (await CallAsync(token, HttpMethod.Get, "/api/accounts/me")).Should().Be(HttpStatusCode.OK);

        string id = (string)(await ada.GetAsync("/api/accounts/tokens"))["items"][0]!["id"]!;
        (await ada.DeleteAsync("/api/accounts/tokens/" + id)).Status.Should().Be(HttpStatusCode.NoContent);
        (await CallAsync(token, HttpMethod.Get, "/api/accounts/me")).Should().Be(HttpStatusCode.Unauthorized);
        (await CallAsync("aiw_" + new string('a', 40), HttpMethod.Get, "/api/accounts/me")).Should().Be(HttpStatusCode.Unauthorized);
        (await CallAsync("aiw_short", HttpMethod.Get, "/api/accounts/registration")).Should().Be(HttpStatusCode.Unauthorized, "a bad token is never passed over");
    }

    [Fact]
    public async Task Nobody_grants_more_than_he_holds()
    {
        using Browser first = host.OpenBrowser();
        await first.RegisterAsync($"first-{Guid.NewGuid():N}@example.org");
        using Browser ada = host.OpenBrowser();
        await ada.RegisterAsync(email);

        foreach (string[] scopes in new[] { new[] { "accounts.admin" }, ["accounts.security"], ["no.such"], [] })
        {
            (await ada.PostAsync("/api/accounts/tokens", new { name = "x", scopes })).Code.Should().Be("validation_failed");
        }

        (await ada.PostAsync("/api/accounts/tokens", new { name = "x", scopes = new[] { "accounts.self" }, expiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) })).Code
            .Should().Be("validation_failed");
        (await ada.GetAsync("/api/accounts/tokens"))["scopes"].AsArray().Select(scope => (string)scope!["key"]!)
            .Should().Contain("accounts.self").And.NotContain(["accounts.admin", "accounts.security"]);
    }

    private static async Task<string> CreateAsync(Browser browser, params string[] scopes)
    {
        Answer made = await browser.PostAsync("/api/accounts/tokens", new { name = "script", scopes, expiresAt = DateTimeOffset.UtcNow.AddDays(1) });
        made.Status.Should().Be(HttpStatusCode.Created, made.Text);
        return (string)made["secret"]!;
    }

    private async Task<HttpStatusCode> CallAsync(string token, HttpMethod method, string path, string? body = null)
    {
        using HttpClient client = new() { BaseAddress = host.Address };
        using HttpRequestMessage request = new(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        using HttpResponseMessage response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
