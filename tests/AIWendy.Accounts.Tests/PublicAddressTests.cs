using AIWendy.Plugins.Accounts;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Accounts.Tests;

/// <summary>Under which address links and passkeys are made, also behind a proxy.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("localhost:3000", "http://localhost:3000")]
    [InlineData("127.0.0.1:3000", "http://127.0.0.1:3000")]
    [InlineData("[::1]:3000", "http://[::1]:3000")]
    [InlineData("wendy.home", "http://wendy.home")]
    [InlineData("evil.example", null)]
    [InlineData("localhost.evil.example", null)]
    public void The_host_of_a_request_counts_only_where_nobody_can_point_it_elsewhere(string host, string? origin) =>
        Address(null, "wendy.home").TryOrigin(Request(host)).Should().Be(origin);

    [Fact]
    public void What_the_operator_says_counts_before_any_request() =>
        Address("https://wendy.example.org/", null).TryOrigin(Request("evil.example")).Should().Be("https://wendy.example.org");

    [Fact]
    public void Without_either_nothing_is_sent()
    {
        Action act = () => Address(null, null).Origin(Request("evil.example"));
        act.Should().Throw<ProblemException>().Which.Code.Should().Be("public_address_unknown");
    }

    [Theory]
    [InlineData("wendy.example.org")]
    [InlineData("ftp://wendy.example.org")]
    [InlineData("https://wendy.example.org/path")]
    [InlineData("https://user:secret@wendy.example.org")]
    public void A_wrong_setting_is_refused(string value)
    {
        Action act = () => Address(value, null);
        act.Should().Throw<ArgumentException>().WithMessage("AIWENDY_PUBLIC_URL*");
    }

    private static PublicAddress Address(string? url, string? hosts) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AIWENDY_PUBLIC_URL"] = url,
            ["AIWENDY_ALLOWED_HOSTS"] = hosts,
        }).Build());

    private static HttpRequest Request(string host)
    {
        DefaultHttpContext context = new();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        return context.Request;
    }
}
