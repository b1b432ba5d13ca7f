using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Host.Tests.Http;

public sealed class AccessTests
{
    private static void Map(WebApplication app)
    {
        app.MapGet("/api/demo/read", () => TypedResults.Ok(CallContext.Current!.UserId)).RequirePermission("demo.read");
        app.MapGet("/api/demo/undeclared", () => TypedResults.Ok()).RequirePermission("demo.undeclared");
        app.MapGet("/api/demo/known", () => TypedResults.Ok("known people only"));
        app.MapPost("/api/demo/change", () => TypedResults.Ok()).RequirePermission("demo.read");
        app.MapPost("/api/demo/sign-in", () => TypedResults.Ok()).AllowPublic("test");
    }

    private static Task<TestHost> StartAsync(bool authenticationRequired) =>
        TestHost.StartAsync(authenticationRequired, map: Map, authenticator: new TestAuthenticator());

    [Fact]
    public async Task Without_sign_in_everybody_is_the_guest_and_owner()
    {
        await using TestHost host = await StartAsync(authenticationRequired: false);
        (await host.Client.GetFromJsonAsync<Guid>("/api/demo/read")).Should().Be(WellKnown.GuestUserId);
        JsonElement me = await host.Client.GetFromJsonAsync<JsonElement>("/api/me");
        me.GetProperty("isGuest").GetBoolean().Should().BeTrue();
        me.GetProperty("role").GetString().Should().Be("owner");
        me.GetProperty("permissions").EnumerateArray().Select(key => key.GetString()).Should().Contain("platform.admin");
    }

    [Theory]
    [InlineData(null, "00000000-0000-7000-8000-000000000002", "guest")]
    [InlineData("Test Member", "11111111-0000-7000-8000-000000000001", "test")]
    public async Task Endpoints_see_the_caller_as_the_requests_user_too(string? authorization, string id, string type)
    {
        await using TestHost host = await TestHost.StartAsync(authenticator: new TestAuthenticator(), map: app =>
            app.MapGet("/api/demo/user", (HttpContext context) =>
                TypedResults.Ok(context.User.FindFirst(AIWendyClaims.UserId)?.Value + " " + context.User.Identity?.AuthenticationType)).AllowPublic("test"));
        for (int i = 0; i < 2; i++)
        {
            HttpRequestMessage request = new(HttpMethod.Get, "/api/demo/user");
            if (authorization is not null)
            {
                request.With("Authorization", authorization);
            }

            (await (await host.Client.SendAsync(request)).Content.ReadFromJsonAsync<string>()).Should().Be($"{id} {type}");
        }
    }

    [Theory]
    [InlineData("/api/demo/read")]
    [InlineData("/api/demo/known")]
    [InlineData("/api/me")]
    public async Task With_sign_in_a_stranger_is_asked_to_sign_in(string path)
    {
        await using TestHost host = await StartAsync(authenticationRequired: true);
        await (await host.Client.GetAsync(path)).ShouldBeProblemAsync(401, "sign_in_required");
    }

    [Fact]
    public async Task The_role_decides_and_an_undeclared_permission_is_nobodys()
    {
        await using TestHost host = await StartAsync(authenticationRequired: true);
        await (await Send(host, "/api/demo/read", "Test Viewer")).ShouldBeProblemAsync(403, "forbidden");
        (await Send(host, "/api/demo/read", "Test Member")).StatusCode.Should().Be(HttpStatusCode.OK);
        await (await Send(host, "/api/demo/undeclared", "Test Owner")).ShouldBeProblemAsync(403, "forbidden");
        (await Send(host, "/api/demo/known", "Test Viewer")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("nonsense")]
    public async Task A_role_that_nobody_knows_is_the_least_one(string role)
    {
        await using TestHost host = await StartAsync(authenticationRequired: true);
        await (await Send(host, "/api/demo/read", "Test " + role)).ShouldBeProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_broken_authenticator_makes_strangers_not_errors()
    {
        await using TestHost host = await StartAsync(authenticationRequired: true);
        await (await Send(host, "/api/demo/read", "Test fault")).ShouldBeProblemAsync(401, "sign_in_required");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Sec-Fetch-Site", "none", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("X-Other", "x", 200)]
    public async Task Another_site_can_not_use_the_guest_or_a_cookie(string header, string value, int status)
    {
        await using TestHost host = await StartAsync(authenticationRequired: false);
        foreach (string? authorization in (string?[])[null, "Test Member,cookie"])
        {
            HttpRequestMessage request = new HttpRequestMessage(HttpMethod.Post, "/api/demo/change").With(header, value);
            if (authorization is not null)
            {
                request.With("Authorization", authorization);
            }

            ((int)(await host.Client.SendAsync(request)).StatusCode).Should().Be(status);
        }
    }

    [Fact]
    public async Task Another_site_can_not_sign_somebody_in_but_a_token_may_come_from_anywhere()
    {
        await using TestHost host = await StartAsync(authenticationRequired: true);
        HttpRequestMessage signIn = new HttpRequestMessage(HttpMethod.Post, "/api/demo/sign-in").With("Sec-Fetch-Site", "cross-site");
        await (await host.Client.SendAsync(signIn)).ShouldBeProblemAsync(403, "cross_site");
        HttpRequestMessage token = new HttpRequestMessage(HttpMethod.Post, "/api/demo/change")
            .With("Sec-Fetch-Site", "cross-site").With("Authorization", "Test Member");
        (await host.Client.SendAsync(token)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_own_origin_is_accepted_by_its_host()
    {
        await using TestHost host = await StartAsync(authenticationRequired: false);
        string origin = host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        HttpRequestMessage request = new HttpRequestMessage(HttpMethod.Post, "/api/demo/change").With("Origin", origin);
        (await host.Client.SendAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("localhost:3000", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:3000", 200)]
    [InlineData("192.168.1.5:3000", 200)]
    [InlineData("rebound.evil.example", 403)]
    public async Task The_guest_is_only_known_under_names_that_nobody_can_point_elsewhere(string name, int status)
    {
        await using TestHost host = await StartAsync(authenticationRequired: false);
        HttpRequestMessage request = new(HttpMethod.Get, "/api/demo/read") { Headers = { Host = name } };
        HttpResponseMessage response = await host.Client.SendAsync(request);
        host.Logs.Entries.Select(entry => entry.Exception?.ToString()).Should().OnlyContain(error => error == null);
        ((int)response.StatusCode).Should().Be(status);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-TW,en;q=0.3", "zh-CN")]
    [InlineData("fr-FR, en-GB;q=0.8, zh;q=0.7", "en")]
    [InlineData("fr", "en")]
    [InlineData("zhx;q=;;,", "en")]
    public async Task The_browser_says_the_language(string? header, string language)
    {
        await using TestHost host = await StartAsync(authenticationRequired: false);
        HttpRequestMessage request = new(HttpMethod.Get, "/api/platform");
        if (header is not null)
        {
            request.With("Accept-Language", header);
        }

        JsonElement platform = await (await host.Client.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        platform.GetProperty("locale").GetString().Should().Be(language);
    }

    private static Task<HttpResponseMessage> Send(TestHost host, string path, string authorization) =>
        host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, path).With("Authorization", authorization));
}
