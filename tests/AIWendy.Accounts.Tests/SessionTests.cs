using System.Net;
using System.Security.Cryptography;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Accounts.Tests;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new(Start);

    [Fact]
    public void A_token_is_random_and_only_its_hash_is_derived()
    {
        string one = SessionToken.Create();
        string other = SessionToken.Create();

        one.Should().HaveLength(43).And.NotBe(other);
        SessionToken.Hash(one).Should().HaveCount(SHA256.HashSizeInBytes).And.Equal(SessionToken.Hash(one)!);
        SessionToken.Hash(one).Should().NotEqual(SessionToken.Hash(other)!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_can_not_be_a_token_never_reaches_the_database(string? token) =>
        SessionToken.Hash(token).Should().BeNull();

    [Fact]
    public void The_cookie_is_locked_to_the_host_under_https()
    {
        DefaultHttpContext context = new();
        context.Request.Scheme = "https";
        SessionCookie.Write(context, "token");

        context.Response.Headers.SetCookie.ToString().ToLowerInvariant().Should()
            .StartWith("__host-aiwendy_session=token;")
            .And.Contain("path=/").And.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax")
            .And.Contain("max-age=2592000").And.NotContain("domain");
    }

    [Theory]
    [InlineData("http", "localhost:4201", "aiwendy_session_4201=token")]
    [InlineData("https", "coach.example:8443", "__Host-aiwendy_session_8443=token")]
    [InlineData("https", "coach.example", "__Host-aiwendy_session=token")]
    public void Two_installations_on_one_host_name_do_not_share_a_cookie(string scheme, string host, string expected)
    {
        DefaultHttpContext context = new();
        context.Request.Scheme = scheme;
        context.Request.Host = new HostString(host);
        SessionCookie.Write(context, "token");

        context.Response.Headers.SetCookie.ToString().Should().StartWith(expected + ";");
        context.Request.Headers.Cookie = expected;
        SessionCookie.Read(context.Request).Should().Be("token");
        context.Request.Host = new HostString("localhost", 4999);
        SessionCookie.Read(context.Request).Should().BeNull();
    }

    [Fact]
    public void Plain_http_uses_the_plain_name_and_https_does_not_accept_it()
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Cookie = "aiwendy_session=planted";
        SessionCookie.Read(context.Request).Should().Be("planted");

        context.Request.Scheme = "https";
        SessionCookie.Read(context.Request).Should().BeNull();
    }

    [Fact]
    public void A_lookup_is_remembered_for_a_second_and_no_longer()
    {
        SessionCache cache = new(_time);
        cache.Remember([1], Session(), cache.Generation);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        cache.Find([1]).Should().NotBeNull();
        cache.Find([2]).Should().BeNull();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        cache.Find([1]).Should().BeNull();
    }

    [Fact]
    public void Revoking_forgets_every_lookup_of_the_person_at_once_and_nobody_elses()
    {
        SessionCache cache = new(_time);
        ActiveSession session = Session();
        cache.Remember([1], session, cache.Generation);
        cache.Remember([2], Session(), cache.Generation);

        cache.ForgetUser(session.UserId);

        cache.Find([1]).Should().BeNull();
        cache.Find([2]).Should().NotBeNull();
    }

    [Fact]
    public void A_lookup_that_began_before_a_revocation_does_not_bring_the_session_back()
    {
        SessionCache cache = new(_time);
        ActiveSession session = Session();
        long before = cache.Generation;
        cache.ForgetUser(session.UserId);

        cache.Remember([1], session, before);

        cache.Find([1]).Should().BeNull();
    }

    [Fact]
    public void The_cache_does_not_grow_without_end()
    {
        SessionCache cache = new(_time);
        for (int i = 0; i < 10_000; i++)
        {
            cache.Remember(BitConverter.GetBytes(i), Session(), cache.Generation);
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        cache.Remember([1], Session(), cache.Generation);

        cache.Count.Should().Be(1);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("::1", "::1")]
    [InlineData(null, "unknown")]
    public void Attempts_are_counted_per_network_that_one_person_controls(string? address, string network) =>
        SignInThrottle.Network(address is null ? null : IPAddress.Parse(address)).Should().Be(network);

    private static ActiveSession Session() =>
        new(Guid.NewGuid(), WellKnown.DefaultTenantId, Guid.NewGuid(), Role.Member, "Ada", null, Start, Start + SessionLifetime.Idle);
}
